package org.huiling.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Chinese unless the caller prefers English. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration {

	/** Bundles come first. */
	LocaleConfiguration(HierarchicalMessageSource bundles, ObjectProvider<OtherWords> words) {
		bundles.setParentMessageSource(new StatedMessages(words));
	}

	@Bean
	LocaleResolver localeResolver() {
		return new LanguageResolver();
	}

}
