package org.huiling;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
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
	void findsWhatIsDeclaredWhatIsMadeAndWhatAFactoryMakesInTheirOrder() {
		RootBeanDefinition prototype = new RootBeanDefinition(OfText.class);
		prototype.setScope(BeanDefinition.SCOPE_PROTOTYPE);
		this.beans.registerBeanDefinition("each", prototype);
		RootBeanDefinition template = new RootBeanDefinition(OfText.class);
		template.setAbstract(true);
		this.beans.registerBeanDefinition("template", template);
		RootBeanDefinition more = new RootBeanDefinition(Of.class, OfText::new);
		this.beans.registerBeanDefinition("more", more);
		this.beans.registerBeanDefinition("factory", new RootBeanDefinition(Texts.class));
		this.beans.registerSingleton("other", 1);
		this.beans.freezeConfiguration();
		assertThat(this.beans.getBeanNamesForType(OfText.class)).containsExactly("each", "factory");
		assertThat(this.beans.getBeanNamesForType(Of.class)).containsExactly("each", "more", "factory");
		assertThat(this.beans.getBeanNamesForType(Texts.class)).containsExactly("&factory");
		assertThat(this.beans.getBeanNamesForType(Integer.class)).containsExactly("other");
		assertThat(this.beans.getBeanNamesForType(OfText[].class)).isEmpty();
	}

	@Test
	void aBeanThatHasTurnedOutToBeMoreThanItIsDeclaredAsIsFoundAsThat() {
		this.beans.registerBeanDefinition("more", new RootBeanDefinition(Of.class, OfText::new));
		this.beans.freezeConfiguration();
		assertThat(this.beans.getBeanNamesForType(Of.class)).containsExactly("more");
		this.beans.getBean("more");
		assertThat(this.beans.getBeanNamesForType(OfText.class)).containsExactly("more");
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

	static class Texts implements FactoryBean<OfText> {

		@Override
		public OfText getObject() {
			return new OfText();
		}

		@Override
		public Class<?> getObjectType() {
			return OfText.class;
		}

	}

	static class OfText implements Of<String> {

	}

}
