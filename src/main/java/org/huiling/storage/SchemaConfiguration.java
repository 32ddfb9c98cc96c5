package org.huiling.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the schema up to date, unless it is of a later service: an earlier one does not
 * know what the later wrote, and would pay somebody whose payments it does not know to be
 * held back. One of before the baseline is not brought up either: what would lead there
 * is in no service since.
 */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

	/**
	 * What Flyway itself would let pass, or by a setting: changes that it does not know.
	 */
	@Bean
	FlywayConfigurationCustomizer nothingUnknownPasses() {
		return (configuration) -> configuration.validateOnMigrate(true).ignoreMigrationPatterns(new String[0]);
	}

	@Bean
	FlywayMigrationStrategy migration() {
		return SchemaConfiguration::migrate;
	}

	/**
	 * Brings the schema up to date. Which one it is, is looked at only where Flyway finds
	 * changes that this service does not have: to look costs a start a quarter of a
	 * second.
	 * @param flyway that lets nothing unknown pass
	 * @throws StorageUnavailable if the schema is of a later service, or of before the
	 * baseline; nothing is changed then
	 */
	static void migrate(Flyway flyway) {
		try {
			flyway.migrate();
		}
		catch (FlywayValidateException ex) {
			SchemaVersions versions = SchemaVersions.of(flyway);
			if (versions.isFuture()) {
				throw new StorageUnavailable(versions.future(),
						"Start the later service again, or restore the backup made before it was first started. Nothing was changed.",
						ex);
			}
			if (versions.isPast()) {
				throw new StorageUnavailable(versions.tooOld(),
						SchemaVersions.FIRST_THE_ONE_BEFORE + " Nothing was changed.", ex);
			}
			if (!versions.hasEarlierHistory()) {
				throw ex;
			}
			Flyway.configure(flyway.getConfiguration().getClassLoader())
				.configuration(flyway.getConfiguration())
				// the last of them is "future" to Flyway while nothing came after the
				// baseline
				.ignoreMigrationPatterns("versioned:missing", "versioned:future")
				.load()
				.migrate();
		}
	}

}
