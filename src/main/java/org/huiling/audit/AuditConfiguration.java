package org.huiling.audit;

import java.io.IOException;

import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKey;
import org.huiling.audit.chain.ChainKeys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the chain's keys from the settings, or from files of the data directory. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	ChainKeys chainKeys(Environment settings, JdbcClient jdbc) throws IOException {
		ChainKeys keys = ChainKeys.of(settings);
		if (ChainEnd.in(jdbc).stream().anyMatch(keys::areToBeTurned)) {
			throw new IllegalStateException("The audit key is new, and the trail ends under the one before it."
					+ " With every instance stopped run: java -jar huiling.jar turn-keys, with the settings of the"
					+ " service; then start. If it was turned to this key before, do not: then the trail was set back"
					+ " to before that; compare it with the heads that were kept, and tell the auditor.");
		}
		return keys;
	}

	@Bean
	ChainKey chainKey(ChainKeys keys) {
		return keys.current();
	}

}
