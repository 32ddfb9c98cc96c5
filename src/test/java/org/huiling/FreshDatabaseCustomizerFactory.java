package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.huiling.account.QuickPasswords;
import org.huiling.engine.ClassStore;
import org.huiling.storage.TestDatabase;
import org.huiling.web.BrowserTest;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each class of {@link HuilingTest} an application context and database of its own;
 * those of {@link BrowserTest} share one, and those of {@link SharedService} one that is
 * put back in between. The databases are copies: the schema is migrated once a JVM, and
 * the shipped rules are imported once a JVM.
 */
class FreshDatabaseCustomizerFactory implements ContextCustomizerFactory {

	private static final String IMPORTS = "huiling.rules-import=ALWAYS";

	/**
	 * Settings of a test stand before these. All callers of a test have one address, and
	 * each of them connections of its own.
	 */
	private static final Map<String, Object> DEFAULTS = Map.of("huiling.audit-key",
			"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "huiling.admin-password", TestAccounts.PASSWORD,
			"huiling.limits.connections-of-address", "0", "huiling.keys.current", "test",
			"huiling.keys.encryption.test", "dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkgdGVzdCE=", "huiling.keys.lookup",
			"bG9va3VwIHRlc3QgbG9va3VwIHRlc3QgbG9va3VwIHQ=");

	/**
	 * Under this name Spring Boot looks for whoever reads what classes say of themselves.
	 */
	private static final String READ_CLASSES = "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";

	/** Classes are the same in all contexts of a JVM, and read once. */
	private static final MetadataReaderFactory readClasses = new CachingMetadataReaderFactory(
			new DefaultResourceLoader()) {
		@Override
		public void clearCache() {
			// Each context asks for it, and those after it would read them all anew.
		}
	};

	/** Pages are tested with one district's policies: the start is half as long. */
	private static final Path SHOWN = Path.of("rules/model-district");

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		if (AnnotatedElementUtils.hasAnnotation(testClass, BrowserTest.class)) {
			return new FreshDatabase(BrowserTest.class);
		}
		if (AnnotatedElementUtils.hasAnnotation(testClass, SharedService.class)) {
			if (hasSettingsOfItsOwn(testClass)) {
				throw new IllegalStateException(testClass + " has settings of its own");
			}
			return new FreshDatabase(SharedService.class);
		}
		return AnnotatedElementUtils.hasAnnotation(testClass, HuilingTest.class) ? new FreshDatabase(testClass) : null;
	}

	/** Such as other rules than the shipped ones. */
	private static boolean hasSettingsOfItsOwn(Class<?> testClass) {
		return Arrays.stream(testClass.getDeclaredMethods())
			.anyMatch((method) -> method.isAnnotationPresent(DynamicPropertySource.class));
	}

	private static Map<String, Object> reaching(JdbcConnectionDetails database) {
		return Map.of("spring.datasource.url", database.getJdbcUrl(), "spring.datasource.username",
				database.getUsername(), "spring.datasource.password", database.getPassword(),
				"spring.datasource.hikari.maximum-pool-size", "6", "spring.datasource.hikari.minimum-idle", "0",
				"huiling.sample", "false", "huiling.agenda.every", "-");
	}

	private static BeanDefinitionRegistry registry(ConfigurableApplicationContext context) {
		return (BeanDefinitionRegistry) context.getBeanFactory();
	}

	private static void migrate(JdbcConnectionDetails database) {
		Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.load()
			.migrate();
	}

	/** As the service itself does it when it starts. */
	private static void importShipped(JdbcConnectionDetails database) {
		Map<String, Object> settings = new HashMap<>(DEFAULTS);
		settings.putAll(reaching(database));
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--" + IMPORTS));
		settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		new SpringApplicationBuilder(HuilingApplication.class, SharedClasses.class, QuickPasswords.class)
			.run(arguments.toArray(String[]::new))
			.close();
	}

	private static Path shownRules() {
		try {
			Path rules = TestDirectory.of("rules");
			FileSystemUtils.copyRecursively(SHOWN, rules.resolve(SHOWN.getFileName()));
			return rules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The test class is part of the key under which contexts are shared.
	 *
	 * @param testClass whose database it is
	 */
	record FreshDatabase(Class<?> testClass) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			boolean browser = this.testClass == BrowserTest.class;
			boolean shipped = !browser && Arrays.asList(merged.getPropertySourceProperties()).contains(IMPORTS)
					&& !hasSettingsOfItsOwn(this.testClass);
			JdbcConnectionDetails database = shipped
					? TestDatabase.copyOf("imported", (empty) -> KeptClasses.SHARED.once(() -> importShipped(empty)))
					: TestDatabase.copyOf("migrated", FreshDatabaseCustomizerFactory::migrate);
			var sources = context.getEnvironment().getPropertySources();
			sources.addFirst(new MapPropertySource("freshDatabase", reaching(database)));
			sources.addLast(new MapPropertySource("testDefaults", DEFAULTS));
			if (browser) {
				sources.addFirst(new MapPropertySource("shownRules", Map.of("huiling.rules", shownRules().toString())));
			}
			registry(context).registerBeanDefinition(READ_CLASSES,
					BeanDefinitionBuilder.rootBeanDefinition(MetadataReaderFactory.class, () -> readClasses)
						.getBeanDefinition());
			new AnnotatedBeanDefinitionReader(registry(context)).register(TestAccounts.class, SharedClasses.class,
					QuickPasswords.class);
			if (this.testClass == SharedService.class) {
				registry(context).registerBeanDefinition("beginning",
						BeanDefinitionBuilder.rootBeanDefinition(SharedServices.Beginning.class).getBeanDefinition());
			}
		}

	}

	/** Versions that another test class compiled are not compiled again. */
	static class SharedClasses implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof ClassStore store) ? KeptClasses.SHARED.behind(store) : bean;
		}

	}

}
