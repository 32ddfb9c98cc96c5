package org.huiling.storage.embedded;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Defaults of the trial set-up, in which the service keeps its own database: reachable
 * from this machine only, {@code rules/} imported at every start, an account for each
 * role, keys of its own making. Any setting of the operator wins over them.
 */
public class EmbeddedDefaults implements EnvironmentPostProcessor, Ordered {

	private static final Map<String, Object> DEFAULTS = Map.of("server.address", "127.0.0.1", "huiling.rules-import",
			"ALWAYS", "huiling.sample", "true", "huiling.trial-accounts", "true", "huiling.keys.file",
			"${huiling.data}/keys.properties", "huiling.keys.create", "true");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
			environment.getPropertySources().addLast(new MapPropertySource("huilingEmbeddedDefaults", DEFAULTS));
		}
	}

	/** After the configuration files, in which a data source may be given. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
