package org.huiling.storage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The newest schema that a service knows, and the one that a database has.
 *
 * @param known by this service; null if it has none at all
 * @param found in the database; null if there is none yet
 * @param failed whether a change of the schema failed half-way
 */
public record SchemaVersions(@Nullable MigrationVersion known, @Nullable MigrationVersion found, boolean failed) {

	/**
	 * Looks.
	 * @param flyway with the migrations of this service, on the database
	 * @return what is there
	 */
	public static SchemaVersions of(Flyway flyway) {
		MigrationInfo[] all = flyway.info().all();
		return new SchemaVersions(last(all, MigrationState::isResolved), last(all, MigrationState::isApplied),
				Arrays.stream(all).anyMatch((one) -> one.getState().isFailed()));
	}

	/**
	 * Whether a later service wrote the database.
	 * @return false if there is no schema
	 */
	public boolean isFuture() {
		return this.known != null && this.found != null && this.found.isNewerThan(this.known);
	}

	/**
	 * That a later service wrote the database.
	 * @return in a sentence that names both versions
	 */
	public String future() {
		return "The database was written by a later service: its schema is of version " + this.found
				+ ", this service knows versions up to " + this.known + ".";
	}

	private static @Nullable MigrationVersion last(MigrationInfo[] all, Predicate<MigrationState> wanted) {
		return Arrays.stream(all)
			.filter((one) -> wanted.test(one.getState()))
			.map(MigrationInfo::getVersion)
			.filter((version) -> version != null)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

}
