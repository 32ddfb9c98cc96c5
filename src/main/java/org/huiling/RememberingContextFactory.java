package org.huiling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/**
 * Makes the context of the service, in which names of beans of a generic type, once
 * looked for, are known. Spring looks through all beans each time; each filter chain asks
 * for two dozen such types, and that alone was a sixth of what a start took.
 */
class RememberingContextFactory implements ApplicationContextFactory, Ordered {

	@Override
	public @Nullable ConfigurableApplicationContext create(@Nullable WebApplicationType type) {
		return (type == WebApplicationType.SERVLET)
				? new AnnotationConfigServletWebServerApplicationContext(new RememberingBeanFactory()) : null;
	}

	/** Before those of Spring Boot. */
	@Override
	public int getOrder() {
		return 0;
	}

	/**
	 * Remembers as long as Spring itself does for types that are not generic: from when
	 * all definitions are there until a bean is added or taken away.
	 */
	@SuppressWarnings("serial")
	private static final class RememberingBeanFactory extends DefaultListableBeanFactory {

		private final Map<ResolvableType, String[]> known = new ConcurrentHashMap<>();

		@Override
		public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean eager) {
			if (!isConfigurationFrozen() || !nonSingletons || !eager || !type.hasGenerics()) {
				return super.getBeanNamesForType(type, nonSingletons, eager);
			}
			String[] names = this.known.get(type);
			if (names == null) {
				names = super.getBeanNamesForType(type, true, true);
				this.known.put(type, names);
			}
			return names.clone();
		}

		@Override
		public void registerBeanDefinition(String name, BeanDefinition definition) {
			super.registerBeanDefinition(name, definition);
			this.known.clear();
		}

		@Override
		public void clearMetadataCache() {
			super.clearMetadataCache();
			this.known.clear();
		}

		@Override
		protected void resetBeanDefinition(String name) {
			super.resetBeanDefinition(name);
			this.known.clear();
		}

		@Override
		public void registerSingleton(String name, Object bean) {
			super.registerSingleton(name, bean);
			this.known.clear();
		}

		@Override
		public void destroySingleton(String name) {
			super.destroySingleton(name);
			this.known.clear();
		}

		@Override
		public void destroySingletons() {
			super.destroySingletons();
			this.known.clear();
		}

	}

}
