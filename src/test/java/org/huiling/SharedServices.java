package org.huiling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.session.ManagerBase;
import org.huiling.storage.TestDatabase;
import org.huiling.web.BrowserTest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import static org.awaitility.Awaitility.await;

/**
 * Puts the service of {@link SharedService} back before each class: to the state in which
 * its first class found it. A service in which something is under way still, or in which
 * beans came into being meanwhile, is not put back; the class gets a new one.
 */
class SharedServices implements TestExecutionListener, Ordered {

	private static final Logger LOGGER = LoggerFactory.getLogger(SharedServices.class);

	/** What Spring registers of the machine, which is no memory of the service. */
	private static final Set<String> MACHINE = Set.of("systemProperties", "systemEnvironment", "contextParameters",
			"contextAttributes", "servletContext");

	/** Before beans are put into the test. */
	@Override
	public int getOrder() {
		return 1900;
	}

	@Override
	public void beforeTestClass(TestContext test) {
		if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), SharedService.class)) {
			return;
		}
		ConfigurableApplicationContext service = (ConfigurableApplicationContext) test.getApplicationContext();
		Started started = service.getBean(Beginning.class).started;
		if (started != null && !isRestored(started, service)) {
			test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
			service = (ConfigurableApplicationContext) test.getApplicationContext();
			started = null;
		}
		if (started == null) {
			service.getBean(Beginning.class).started = Started.of(service);
		}
	}

	/** Whoever could not be put back, for whatever reason, is not used again. */
	private static boolean isRestored(Started started, ConfigurableApplicationContext service) {
		try {
			return started.restore(service);
		}
		catch (RuntimeException ex) {
			LOGGER.warn("a shared service could not be put back; the class has a new one", ex);
			return false;
		}
	}

	/** Nobody comes back to the service of a class that has its own. */
	@Override
	public void afterTestClass(TestContext test) {
		if (AnnotatedElementUtils.hasAnnotation(test.getTestClass(), HuilingTest.class)
				&& !AnnotatedElementUtils.hasAnnotation(test.getTestClass(), SharedService.class)
				&& !AnnotatedElementUtils.hasAnnotation(test.getTestClass(), BrowserTest.class)) {
			test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		}
	}

	/**
	 * Holds what one service is put back to; a bean, so that it goes with the service.
	 */
	static class Beginning {

		private @Nullable Started started;

	}

	/**
	 * What a service had when it had started.
	 *
	 * @param memory what its beans kept
	 * @param beans their names
	 * @param database the name of a copy of its database
	 */
	record Started(ServiceMemory memory, Set<String> beans, String database) {

		private static final Duration PATIENCE = Duration.ofSeconds(20);

		static Started of(ConfigurableApplicationContext service) {
			HikariDataSource database = rest(service);
			Started started = new Started(ServiceMemory.of(singletons(service)),
					Set.of(service.getBeanFactory().getSingletonNames()), TestDatabase.keep(database.getJdbcUrl()));
			service.restart();
			return started;
		}

		/** Whether it could be put back. */
		boolean restore(ConfigurableApplicationContext service) {
			HikariDataSource database = rest(service);
			// nothing came into being meanwhile that could keep something
			boolean known = Arrays.stream(service.getBeanFactory().getSingletonNames())
				.filter((name) -> !this.beans.contains(name))
				.map(service.getBeanFactory()::getSingleton)
				.noneMatch(ServiceMemory::isLookedInto);
			if (known) {
				this.memory.restore();
				TestDatabase.putBack(database.getJdbcUrl(), this.database);
			}
			service.restart();
			return known;
		}

		/** Nothing is under way then, and nobody is connected to the database. */
		private static HikariDataSource rest(ConfigurableApplicationContext service) {
			endSessions(service);
			HikariDataSource database = service.getBean(HikariDataSource.class);
			TestDatabase.endListening(database.getJdbcUrl());
			service.pause();
			await().atMost(PATIENCE).until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);
			database.getHikariPoolMXBean().softEvictConnections();
			return database;
		}

		private static void endSessions(ConfigurableApplicationContext service) {
			if (service instanceof ServletWebServerApplicationContext web
					&& web.getWebServer() instanceof TomcatWebServer tomcat) {
				for (Container each : tomcat.getTomcat().getHost().findChildren()) {
					if (each instanceof Context context && context.getManager() instanceof ManagerBase sessions) {
						Arrays.stream(sessions.findSessions()).forEach((session) -> session.expire());
					}
				}
			}
		}

		private static List<Object> singletons(ConfigurableApplicationContext service) {
			List<Object> found = new ArrayList<>();
			for (String name : service.getBeanFactory().getSingletonNames()) {
				if (MACHINE.contains(name)) {
					continue;
				}
				Object bean = service.getBeanFactory().getSingleton(name);
				if (bean != null && !(bean instanceof Beginning)
						&& (ServiceMemory.isLookedInto(bean) || bean instanceof Map)) {
					found.add(bean);
				}
			}
			return found;
		}

	}

}
