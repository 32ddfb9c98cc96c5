package org.huiling.storage;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** Holds where nobody configured a data source. */
class OnEmbeddedDatabase extends NoneNestedConditions {

	OnEmbeddedDatabase() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnProperty("spring.datasource.url")
	static class DataSourceConfigured {

	}

}
