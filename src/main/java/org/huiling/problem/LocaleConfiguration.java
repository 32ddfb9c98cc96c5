package org.huiling.problem;

import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Chinese unless the caller prefers English. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration {

	/** Bundles come first; what none has may be stated by its arguments. */
	LocaleConfiguration(HierarchicalMessageSource bundles) {
		bundles.setParentMessageSource(new StatedMessages());
	}

	@Bean
	LocaleResolver localeResolver() {
		return new LanguageResolver();
	}

}
