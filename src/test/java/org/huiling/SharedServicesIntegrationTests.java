package org.huiling;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.SharedServices.Started;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** One test class after another at the same service: none sees what the other did. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class SharedServicesIntegrationTests {

	/** Of Java's own, those that nothing is kept in. */
	private static final List<String> KEEP_NOTHING = Stream
		.of("CountDownLatch", "Executors$DelegatedScheduledExecutorService", "Semaphore", "ThreadPoolExecutor",
				"locks.ReentrantLock")
		.map("java.util.concurrent."::concat)
		.toList();

	@Autowired
	ConfigurableApplicationContext service;

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Test
	void databaseAndMemoryArePutBack() {
		Started started = Started.of(this.service);
		assertThat(signIn("somebody")).isEqualTo(401);
		this.accounts.add("somebody", List.of("37"), "AUDITOR");
		started.restore(this.service);
		this.accounts.add("somebody", List.of("37"), "AUDITOR");
		// neither that there is nobody of that name is remembered, nor that there was
		assertThat(signIn("somebody")).isEqualTo(200);
		assertThat(started.restore(this.service)).isTrue();
		assertThat(signIn("somebody")).isEqualTo(401);
		assertThat(signIn(TestAccounts.TESTER)).isEqualTo(200);
	}

	private int signIn(String name) {
		return this.client.get()
			.uri("/api/v1/accounts/me")
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic(name))
			.exchange()
			.returnResult()
			.getStatus()
			.value();
	}

	@Test
	void aServiceInWhichABeanCameIntoBeingIsNotPutBack() {
		Started started = Started.of(this.service);
		this.service.getBeanFactory().registerSingleton("late", new Late());
		assertThat(started.restore(this.service)).isFalse();
		((DefaultListableBeanFactory) this.service.getBeanFactory()).destroySingleton("late");
		assertThat(started.restore(this.service)).isTrue();
	}

	@Test
	void nothingIsKeptInWhatIsNotLookedInto() {
		assertThat(Started.of(this.service).memory().notLookedInto()).isNotEmpty()
			.filteredOn((name) -> name.startsWith("java.util.") || name.startsWith("com.github."))
			.filteredOn((name) -> !name.startsWith("java.util.regex."))
			.isSubsetOf(KEEP_NOTHING);
	}

	@Test
	void aClassWithSettingsOfItsOwnHasAServiceOfItsOwn() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new FreshDatabaseCustomizerFactory().createContextCustomizer(Own.class, List.of()));
	}

	private record Late() {
	}

	@SharedService
	static class Own {

		@DynamicPropertySource
		static void settings(DynamicPropertyRegistry registry) {
			registry.add("huiling.rules", () -> "elsewhere");
		}

	}

}
