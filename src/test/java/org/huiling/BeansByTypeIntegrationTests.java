package org.huiling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever looks for beans of the service finds the ones that looking at each finds. */
@HuilingTest
class BeansByTypeIntegrationTests {

	@Autowired
	ConfigurableListableBeanFactory beans;

	@Test
	void allBeansOfEveryTypeAreFoundAndNoOthers() {
		Set<Class<?>> types = types();
		assertThat(types).hasSizeGreaterThan(1000);
		assertThat(types).allSatisfy(
				(type) -> assertThat(this.beans.getBeanNamesForType(type)).containsExactlyElementsOf(names(type)));
	}

	private Set<Class<?>> types() {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (String name : this.beans.getSingletonNames()) {
			Object bean = this.beans.getSingleton(name);
			types.addAll(ClassUtils.getAllInterfacesAsSet(bean));
			for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
				types.add(type);
			}
		}
		return types;
	}

	private List<String> names(Class<?> type) {
		List<String> names = new ArrayList<>();
		this.beans.getBeanNamesIterator().forEachRemaining((name) -> {
			String factory = BeanFactory.FACTORY_BEAN_PREFIX + name;
			if (isAbstract(name)) {
				return;
			}
			if (this.beans.isTypeMatch(name, type)) {
				names.add(name);
			}
			else if (this.beans.isTypeMatch(factory, type)) {
				names.add(factory);
			}
		});
		return names;
	}

	private boolean isAbstract(String name) {
		return this.beans.containsBeanDefinition(name) && this.beans.getMergedBeanDefinition(name).isAbstract();
	}

}
