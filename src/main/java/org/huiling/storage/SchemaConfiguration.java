package org.huiling.storage;

import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the schema up to date, unless it is of a later service: an earlier one does not
 * know what the later wrote, and would pay somebody whose payments it does not know to be
 * held back.
 */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

	@Bean
	FlywayMigrationStrategy migration() {
		return (flyway) -> {
			refuseFuture(flyway);
			flyway.migrate();
		};
	}

	/**
	 * That the database's schema is not of a later service.
	 * @throws StorageUnavailable naming both versions
	 */
	static void refuseFuture(Flyway flyway) {
		SchemaVersions versions = SchemaVersions.of(flyway);
		if (versions.isFuture()) {
			throw new StorageUnavailable(versions.future(),
					"Start the later service again, or restore the backup made before it was first started. Nothing was changed.",
					null);
		}
	}

}
