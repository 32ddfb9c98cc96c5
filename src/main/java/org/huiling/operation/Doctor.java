package org.huiling.operation;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.huiling.audit.TrailInspection;
import org.huiling.protection.KeyInspection;
import org.huiling.storage.OperatedDatabase;
import org.huiling.storage.SchemaVersions;
import org.huiling.storage.StorageUnavailable;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 体检: looks whether the service can start and go on: database, schema, keys, trail, disk
 * and clock. Changes nothing.
 */
public final class Doctor {

	private static final long LITTLE = 5L << 30;

	private static final long TOO_LITTLE = 512L << 20;

	private static final Duration OFF = Duration.ofSeconds(2);

	private static final Duration FAR_OFF = Duration.ofMinutes(1);

	private final Environment settings;

	/**
	 * A doctor.
	 * @param settings of the service
	 */
	public Doctor(Environment settings) {
		this.settings = settings;
	}

	/**
	 * Looks.
	 * @return one finding for each thing; without a database some are left out
	 */
	public List<Diagnosis> look() {
		List<Diagnosis> findings = new ArrayList<>();
		findings.add(disk());
		try (OperatedDatabase database = OperatedDatabase.of(this.settings, false)) {
			findings.addAll(look(database));
		}
		catch (StorageUnavailable ex) {
			findings.add(Diagnosis.fail("database", String.valueOf(ex.getMessage()), ex.action()));
		}
		catch (IOException | RuntimeException ex) {
			findings.add(Diagnosis.fail("database", said(ex),
					"Start the database server, or correct spring.datasource.url, user and password."));
		}
		return findings;
	}

	private List<Diagnosis> look(OperatedDatabase database) {
		JdbcClient jdbc = JdbcClient.create(database.dataSource());
		List<Diagnosis> findings = new ArrayList<>();
		try (Connection connection = database.dataSource().getConnection()) {
			findings.add(Diagnosis.ok("database",
					database.place() + ", PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()));
		}
		catch (SQLException ex) {
			return List.of(Diagnosis.fail("database", said(ex),
					"Start the database server, or correct spring.datasource.url, user and password."));
		}
		Diagnosis schema = found("schema", () -> schema(database));
		findings.add(schema);
		findings.add(found("clock", () -> clock(jdbc)));
		if (schema.level() != Diagnosis.Level.FAIL && hasTables(jdbc)) {
			findings.add(found("keys", () -> keys(jdbc)));
			findings.add(found("trail", () -> trail(jdbc)));
		}
		return findings;
	}

	private static boolean hasTables(JdbcClient jdbc) {
		return jdbc.sql("select to_regclass('audit_head') is not null and to_regclass('key_check') is not null")
			.query(Boolean.class)
			.single();
	}

	private static Diagnosis found(String what, Supplier<Diagnosis> look) {
		try {
			return look.get();
		}
		catch (RuntimeException ex) {
			return Diagnosis.fail(what, said(ex), "See the message; the documentation's page “operations” says more.");
		}
	}

	private static Diagnosis schema(OperatedDatabase database) {
		SchemaVersions versions = SchemaVersions
			.of(Flyway.configure().dataSource(database.dataSource()).locations("classpath:db/migration").load());
		MigrationVersion known = versions.known();
		MigrationVersion found = versions.found();
		if (versions.failed()) {
			return Diagnosis.fail("schema", "a change of the schema failed",
					"Restore the backup made before the upgrade, and report the message of the start.");
		}
		if (found == null) {
			return Diagnosis.warn("schema", "there is none yet", "The service makes it when it starts.");
		}
		if (versions.isFuture()) {
			return Diagnosis.fail("schema", found + " is of a later service; this one knows " + known,
					"Start the later service again, or restore the backup made before it was first started.");
		}
		if (versions.isPast()) {
			return Diagnosis.fail("schema",
					found + " is of before release 0.1.0; this one goes on from " + versions.begun(),
					"Start the last service before 0.1.0 on it once, and then this one.");
		}
		if (known != null && known.isNewerThan(found)) {
			return Diagnosis.warn("schema", found + " of " + known,
					"The service brings it up to date when it starts; take a backup before.");
		}
		return Diagnosis.ok("schema", found.toString());
	}

	private Diagnosis keys(JdbcClient jdbc) {
		KeyInspection keys = KeyInspection.of(this.settings, jdbc);
		return keys.isSound() ? Diagnosis.ok("keys", keys.said()) : Diagnosis.fail("keys", keys.said(), keys.advice());
	}

	private Diagnosis trail(JdbcClient jdbc) {
		TrailInspection trail = TrailInspection.of(this.settings, jdbc);
		return trail.isSound() ? Diagnosis.ok("trail", trail.said()) : Diagnosis.fail("trail", trail.said(),
				"Give the audit key that the trail was written with (huiling.audit-key, or audit.key in the data"
						+ " directory), or turn it where it is new; if it is that key, somebody changed the end of the trail.");
	}

	/** The disk of the data directory: the embedded database, keys, logs. */
	private Diagnosis disk() {
		Path data = Path.of(this.settings.getProperty("huiling.data", "data")).toAbsolutePath().normalize();
		Path there = data;
		while (there != null && !Files.exists(there)) {
			there = there.getParent();
		}
		try {
			FileStore store = Files.getFileStore((there != null) ? there : Path.of("/"));
			long free = store.getUsableSpace();
			String said = (free >> 20) + " MiB free for " + data;
			String advice = "Make room: PostgreSQL stops when its disk is full.";
			if (free < TOO_LITTLE) {
				return Diagnosis.fail("disk", said, advice);
			}
			return (free < LITTLE) ? Diagnosis.warn("disk", said, advice) : Diagnosis.ok("disk", said);
		}
		catch (IOException ex) {
			return Diagnosis.warn("disk", said(ex), "Look whether huiling.data names a directory that can be read.");
		}
	}

	private static Diagnosis clock(JdbcClient jdbc) {
		Instant before = Instant.now();
		Instant database = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		Instant after = Instant.now();
		Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
		Duration off = Duration.between(middle, database).abs();
		String said = "differs from the database's by " + off.toMillis() + " ms";
		String advice = "Set both machines by NTP (chrony, systemd-timesyncd).";
		if (off.compareTo(FAR_OFF) > 0) {
			return Diagnosis.fail("clock", said, advice);
		}
		return (off.compareTo(OFF) > 0) ? Diagnosis.warn("clock", said, advice) : Diagnosis.ok("clock", said);
	}

	private static String said(Exception fault) {
		Throwable cause = fault;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf((fault.getCause() != null) ? cause.getMessage() : fault.getMessage());
	}

}
