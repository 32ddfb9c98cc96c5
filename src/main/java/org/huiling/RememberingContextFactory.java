package org.huiling;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
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
	 * all definitions are there until a bean is added or taken away. What was not yet
	 * looked for is looked for among the beans that may be of the type, not among all.
	 */
	@SuppressWarnings("serial")
	private static final class RememberingBeanFactory extends DefaultListableBeanFactory {

		private final Map<ResolvableType, String[]> known = new ConcurrentHashMap<>();

		private volatile @Nullable BeansByType beans;

		@Override
		public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean eager) {
			if (!isConfigurationFrozen() || !nonSingletons || !eager || !type.hasGenerics()) {
				return super.getBeanNamesForType(type, nonSingletons, eager);
			}
			return names(type);
		}

		@Override
		public String[] getBeanNamesForType(@Nullable Class<?> type, boolean nonSingletons, boolean eager) {
			if (type == null || !isConfigurationFrozen() || !nonSingletons || !eager) {
				return super.getBeanNamesForType(type, nonSingletons, eager);
			}
			return names(ResolvableType.forRawClass(type));
		}

		private String[] names(ResolvableType type) {
			String[] names = this.known.get(type);
			if (names == null) {
				names = find(type);
				this.known.put(type, names);
			}
			return names.clone();
		}

		private String[] find(ResolvableType type) {
			Class<?> raw = type.resolve();
			BeansByType all = this.beans;
			if (all == null) {
				all = sorted();
			}
			if (raw != null && !raw.isPrimitive() && !raw.isArray() && all.isComplete()) {
				return all.maybe(raw).stream().flatMap((name) -> matching(name, type).stream()).toArray(String[]::new);
			}
			// Spring comes back to this factory for a type that has no generics.
			if (raw != null && !type.hasGenerics()) {
				return super.getBeanNamesForType(raw, true, true);
			}
			return super.getBeanNamesForType(type, true, true);
		}

		/** Of a factory it is what it makes, or else the factory itself. */
		private Optional<String> matching(String name, ResolvableType type) {
			try {
				if (isTypeMatch(name, type)) {
					return Optional.of(name);
				}
				String factory = FACTORY_BEAN_PREFIX + name;
				return (isFactoryBean(name) && isTypeMatch(factory, type)) ? Optional.of(factory) : Optional.empty();
			}
			catch (NoSuchBeanDefinitionException ex) {
				return Optional.empty();
			}
		}

		private BeansByType sorted() {
			BeansByType all = new BeansByType();
			// Beans that are made meanwhile say so themselves.
			this.beans = all;
			for (Iterator<String> names = getBeanNamesIterator(); names.hasNext();) {
				sort(names.next(), all);
			}
			all.complete();
			return all;
		}

		private void sort(String name, BeansByType all) {
			if (!containsBeanDefinition(name)) {
				all.add(name, null);
				return;
			}
			RootBeanDefinition definition = getMergedLocalBeanDefinition(name);
			if (isAlias(name) || definition.isAbstract()) {
				return;
			}
			boolean plain = definition.isSingleton() && definition.getDecoratedDefinition() == null
					&& !isFactoryBean(name, definition);
			Class<?> declared = null;
			if (plain) {
				declared = predictBeanType(name, definition);
			}
			all.add(name, declared);
			Object made = getSingleton(name, false);
			if (made != null) {
				all.made(name, made);
			}
		}

		@Override
		protected void addSingleton(String name, Object bean) {
			super.addSingleton(name, bean);
			BeansByType all = this.beans;
			if (all != null) {
				all.made(name, bean);
			}
		}

		private void forget() {
			this.known.clear();
			this.beans = null;
		}

		@Override
		public void registerBeanDefinition(String name, BeanDefinition definition) {
			super.registerBeanDefinition(name, definition);
			forget();
		}

		@Override
		public void clearMetadataCache() {
			super.clearMetadataCache();
			forget();
		}

		@Override
		protected void resetBeanDefinition(String name) {
			super.resetBeanDefinition(name);
			forget();
		}

		@Override
		public void registerSingleton(String name, Object bean) {
			super.registerSingleton(name, bean);
			forget();
		}

		@Override
		public void destroySingleton(String name) {
			super.destroySingleton(name);
			forget();
		}

		@Override
		public void destroySingletons() {
			super.destroySingletons();
			forget();
		}

	}

}
