package org.huiling;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

class RememberingContextFactoryTests {

	private final DefaultListableBeanFactory beans = beans();

	private static DefaultListableBeanFactory beans() {
		ConfigurableListableBeanFactory factory = ApplicationContextFactory.DEFAULT.create(WebApplicationType.SERVLET)
			.getBeanFactory();
		return (DefaultListableBeanFactory) factory;
	}

	@Test
	void theServiceIsMadeOfBeansThatAreLookedUpOnce() {
		assertThat(this.beans.getClass().getEnclosingClass()).isEqualTo(RememberingContextFactory.class);
	}

	@Test
	void knowsABeanOfAGenericTypeThatIsAddedLater() {
		this.beans.freezeConfiguration();
		assertThat(names()).isEmpty();
		this.beans.registerSingleton("added", new OfText());
		assertThat(names()).containsExactly("added");
		this.beans.registerBeanDefinition("defined", new RootBeanDefinition(OfText.class));
		assertThat(names()).containsExactlyInAnyOrder("added", "defined");
		this.beans.removeBeanDefinition("defined");
		assertThat(names()).containsExactly("added");
		this.beans.destroySingleton("added");
		assertThat(names()).isEmpty();
	}

	@Test
	void nobodyCanAlterWhatIsRemembered() {
		this.beans.registerSingleton("one", new OfText());
		this.beans.freezeConfiguration();
		names()[0] = "another";
		assertThat(names()).containsExactly("one");
	}

	private String[] names() {
		return this.beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(Of.class, String.class));
	}

	interface Of<T> {

	}

	static class OfText implements Of<String> {

	}

}
