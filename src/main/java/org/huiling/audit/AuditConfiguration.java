package org.huiling.audit;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the chain's key from the settings, or from a file of the data directory. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	ChainKey chainKey(@Value("${huiling.audit-key:}") String configured, @Value("${huiling.data}") Path data)
			throws IOException {
		return configured.isBlank() ? ChainKeyFile.in(data.resolve("audit.key")) : ChainKeyFile.decode(configured);
	}

}
