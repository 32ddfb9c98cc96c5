package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.huiling.storage.TestDatabase;
import org.huiling.web.BrowserTest;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each class of {@link HuilingTest} an application context and database of its own;
 * those of {@link BrowserTest} share one.
 */
class FreshDatabaseCustomizerFactory implements ContextCustomizerFactory {

	private static final String AUDIT_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		if (AnnotatedElementUtils.hasAnnotation(testClass, BrowserTest.class)) {
			return new FreshDatabase(BrowserTest.class);
		}
		return AnnotatedElementUtils.hasAnnotation(testClass, HuilingTest.class) ? new FreshDatabase(testClass) : null;
	}

	/**
	 * The test class is part of the key under which contexts are shared.
	 *
	 * @param testClass whose database it is
	 */
	record FreshDatabase(Class<?> testClass) implements ContextCustomizer {

		/** Pages are tested with one district's policies: the start is half as long. */
		private static final String SHOWN = "rules/model-district";

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			JdbcConnectionDetails database = TestDatabase.create();
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("freshDatabase",
						Map.of("spring.datasource.url", database.getJdbcUrl(), "spring.datasource.username",
								database.getUsername(), "spring.datasource.password", database.getPassword(),
								"spring.datasource.hikari.maximum-pool-size", "6",
								"spring.datasource.hikari.minimum-idle", "0", "huiling.sample", "false")));
			context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("testDefaults",
						Map.of("huiling.audit-key", AUDIT_KEY, "huiling.admin-password", TestAccounts.PASSWORD,
								"huiling.keys.current", "test", "huiling.keys.encryption.test",
								"dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkgdGVzdCE=", "huiling.keys.lookup",
								"bG9va3VwIHRlc3QgbG9va3VwIHRlc3QgbG9va3VwIHQ=")));
			if (this.testClass == BrowserTest.class) {
				context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("shownRules", Map.of("huiling.rules", shownRules().toString())));
			}
			new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context.getBeanFactory())
				.register(TestAccounts.class);
		}

		private static Path shownRules() {
			try {
				Path rules = Files.createTempDirectory("rules");
				FileSystemUtils.copyRecursively(Path.of(SHOWN), rules.resolve("model-district"));
				return rules;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
