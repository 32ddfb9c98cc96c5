package org.huiling.protection;

import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import org.huiling.HuilingApplication;
import org.huiling.HuilingTest;
import org.huiling.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A database and the keys it was written with belong together. */
@HuilingTest
class KeyCheckIntegrationTests {

	@Autowired
	JdbcClient jdbc;

	private KeyCheck check;

	@BeforeEach
	void forgetKeys() {
		this.check = new KeyCheck(this.jdbc);
		this.jdbc.sql("delete from key_check").update();
	}

	@Test
	void theSameKeysPassAgain() {
		this.check.run(TestKeys.ring("k1"));
		this.check.run(TestKeys.ring("k2", "k1"));
		assertThatCode(() -> this.check.run(TestKeys.ring("k2", "k1"))).doesNotThrowAnyException();
	}

	@Test
	void aKeyThatWentMissingIsNamed() {
		this.check.run(TestKeys.ring("k1"));
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> this.check.run(TestKeys.ring("k2")))
			.withMessageContaining("The key k1");
	}

	@Test
	void anotherKeyOfTheSameIdIsNoticed() {
		this.check.run(TestKeys.ring("k1"));
		KeyRing ring = TestKeys.ring("k1");
		KeyRing other = new KeyRing("k1", Map.of("k1", new SecretKeySpec(TestKeys.bytes("other"), "AES")),
				ring.lookup());
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> this.check.run(other))
			.withMessageContaining("The key k1 is not the one");
		KeyRing lookup = new KeyRing("k1", ring.encryption(), new SecretKeySpec(TestKeys.bytes("other"), "HmacSHA256"));
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> this.check.run(lookup))
			.withMessageContaining("huiling.keys.lookup");
	}

	@Test
	void aRetiredKeyMayGo() {
		this.check.run(TestKeys.ring("k1"));
		KeyRing turned = TestKeys.ring("k2", "k1");
		this.check.run(turned);
		this.check.retireOthers(turned);
		assertThatCode(() -> this.check.run(TestKeys.ring("k2"))).doesNotThrowAnyException();
	}

	@Test
	void withADatabaseOfItsOwnAndNoKeysTheServiceDoesNotStart() {
		JdbcConnectionDetails database = TestDatabase.create();
		SpringApplicationBuilder service = new SpringApplicationBuilder(HuilingApplication.class).properties(
				"server.port=0", "huiling.rules-import=NEVER", "spring.datasource.url=" + database.getJdbcUrl(),
				"spring.datasource.username=" + database.getUsername(),
				"spring.datasource.password=" + database.getPassword());
		assertThatExceptionOfType(Exception.class).isThrownBy(service::run)
			.satisfies((failure) -> assertThat(failure).hasRootCauseInstanceOf(KeyTrouble.class)
				.rootCause()
				.hasMessageContaining("No keys are configured"));
	}

}
