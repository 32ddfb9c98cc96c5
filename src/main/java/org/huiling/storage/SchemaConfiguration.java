package org.huiling.storage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

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
		MigrationInfo[] all = flyway.info().all();
		Optional<MigrationVersion> known = last(all, true);
		Optional<MigrationVersion> found = last(all, false);
		if (found.isPresent() && known.isPresent() && found.get().isNewerThan(known.get())) {
			throw new StorageUnavailable(
					"The database was written by a later service: its schema is of version " + found.get()
							+ ", this service knows versions up to " + known.get() + ".",
					"Start the later service again, or restore the backup made before it was first started. Nothing was changed.",
					null);
		}
	}

	private static Optional<MigrationVersion> last(MigrationInfo[] all, boolean resolved) {
		return Arrays.stream(all)
			.filter((one) -> resolved ? one.getState().isResolved() : one.getState().isApplied())
			.map(MigrationInfo::getVersion)
			.filter((version) -> version != null)
			.max(Comparator.naturalOrder());
	}

}
