package org.huiling.protection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the keys; without them, or with wrong ones, the service does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class ProtectionConfiguration {

	@Bean
	KeyRing keyRing(KeySettings settings, JdbcClient jdbc) {
		KeySettings keys = (settings.file() != null && !settings.areInline())
				? new KeyFile(settings.file()).read(settings.create()) : settings;
		KeyRing ring = KeyRing.of(keys);
		new KeyCheck(jdbc).run(ring);
		return ring;
	}

	@Bean
	Seal seal(KeyRing ring) {
		return new Seal(ring);
	}

	@Bean
	LookupHash lookupHash(KeyRing ring) {
		return new LookupHash(ring);
	}

	@Bean
	Keys keys(KeyRing ring, JdbcClient jdbc) {
		return new Keys(ring, new KeyCheck(jdbc));
	}

}
