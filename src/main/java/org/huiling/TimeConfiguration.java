package org.huiling;

import java.time.Clock;

import org.huiling.facts.CivilTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the service; days begin where its jurisdictions lie. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	@Bean
	Clock clock() {
		return Clock.system(CivilTime.ZONE);
	}

}
