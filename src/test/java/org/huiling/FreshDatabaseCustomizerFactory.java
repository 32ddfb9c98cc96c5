package org.huiling;

import java.util.List;
import java.util.Map;

import org.huiling.storage.TestDatabase;

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

/**
 * Gives each class of {@link HuilingTest} an application context and database of its own.
 */
class FreshDatabaseCustomizerFactory implements ContextCustomizerFactory {

	private static final String AUDIT_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return AnnotatedElementUtils.hasAnnotation(testClass, HuilingTest.class) ? new FreshDatabase(testClass) : null;
	}

	/**
	 * The test class is part of the key under which contexts are shared.
	 *
	 * @param testClass whose database it is
	 */
	record FreshDatabase(Class<?> testClass) implements ContextCustomizer {

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
			new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context.getBeanFactory())
				.register(TestAccounts.class);
		}

	}

}
