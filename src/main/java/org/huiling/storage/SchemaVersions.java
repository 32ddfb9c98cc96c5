package org.huiling.storage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a service knows, and the one that a database has.
 *
 * @param begun the baseline of this service, which earlier schemas do not come up to;
 * null if it has none at all
 * @param known the newest of this service; null if it has none at all
 * @param found in the database; null if there is none yet
 * @param failed whether a change of the schema failed half-way
 * @param hasEarlierHistory whether the database came to the baseline by the migrations
 * before it, which this service does not have
 */
public record SchemaVersions(@Nullable MigrationVersion begun, @Nullable MigrationVersion known,
		@Nullable MigrationVersion found, boolean failed, boolean hasEarlierHistory) {

	/** What an operator does with a database of before the baseline. */
	static final String FIRST_THE_ONE_BEFORE = "Start the last service before 0.1.0 on it once, which the documentation's page"
			+ " “operations” names, and then this one.";

	/**
	 * Looks.
	 * @param flyway with the migrations of this service, on the database
	 * @return what is there
	 */
	public static SchemaVersions of(Flyway flyway) {
		MigrationInfo[] all = flyway.info().all();
		MigrationVersion begun = versions(all, MigrationState::isResolved).min(Comparator.naturalOrder()).orElse(null);
		Optional<MigrationVersion> lacking = versions(all, (state) -> state.isApplied() && !state.isResolved())
			.max(Comparator.naturalOrder());
		return new SchemaVersions(begun,
				versions(all, MigrationState::isResolved).max(Comparator.naturalOrder()).orElse(null),
				versions(all, MigrationState::isApplied).max(Comparator.naturalOrder()).orElse(null),
				Arrays.stream(all).anyMatch((one) -> one.getState().isFailed()),
				begun != null && lacking.isPresent() && !lacking.get().isNewerThan(begun));
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

	/**
	 * Whether the database is of before the baseline.
	 * @return false if there is no schema
	 */
	public boolean isPast() {
		return this.found != null && isPast(this.found);
	}

	/**
	 * Whether a schema is of before the baseline.
	 * @param version of a schema
	 * @return true if this service cannot bring it up to date
	 */
	public boolean isPast(MigrationVersion version) {
		return this.begun != null && this.begun.isNewerThan(version);
	}

	/**
	 * That the database is of before the baseline, and what to do.
	 * @return in two sentences, of which the first names both versions
	 */
	public String past() {
		return tooOld() + " " + FIRST_THE_ONE_BEFORE;
	}

	String tooOld() {
		return "The database is of before release 0.1.0: its schema is of version " + this.found
				+ ", this service goes on from version " + this.begun + ".";
	}

	private static Stream<MigrationVersion> versions(MigrationInfo[] all, Predicate<MigrationState> wanted) {
		return Arrays.stream(all)
			.filter((one) -> wanted.test(one.getState()))
			.map(MigrationInfo::getVersion)
			.filter((version) -> version != null);
	}

}
