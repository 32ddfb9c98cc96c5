package org.huiling.operation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.huiling.storage.SchemaVersions;
import org.huiling.storage.Sha256;
import org.postgresql.PGConnection;

/**
 * Fills an empty database with a backup: brings the schema to the backup's version, loads
 * every table in one transaction, and brings the schema on to that of this service. What
 * is not whole is not kept.
 */
public final class Restore {

	private final DataSource database;

	private final Consumer<String> progress;

	/**
	 * A restore.
	 * @param database what is filled; its role owns it
	 * @param progress told what was done
	 */
	public Restore(DataSource database, Consumer<String> progress) {
		this.database = database;
		this.progress = progress;
	}

	/**
	 * Fills the database.
	 * @param directory with a whole backup
	 * @return what was in it
	 * @throws BackupFault if the backup is not whole, was altered or is of a later
	 * service, or the database holds anything; nothing is changed then
	 * @throws IOException if a file cannot be read
	 * @throws SQLException if the database refuses
	 */
	public Manifest from(Path directory) throws IOException, SQLException {
		Manifest manifest = Manifest.of(directory);
		requireKnown(manifest);
		new BackupFiles(directory, manifest).requireWhole();
		requireEmpty();
		Flyway begun = flyway(MigrationVersion.fromVersion(manifest.schema()));
		begun.migrate();
		boolean loaded = false;
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			load(connection, directory, manifest);
			connection.commit();
			loaded = true;
		}
		finally {
			if (!loaded) {
				begun.clean();
			}
		}
		flyway(MigrationVersion.LATEST).migrate();
		return manifest;
	}

	private Flyway flyway(MigrationVersion target) {
		return Flyway.configure()
			.dataSource(this.database)
			.locations("classpath:db/migration")
			.target(target)
			.cleanDisabled(false)
			.load();
	}

	/** That this service can make the backup's schema. */
	private void requireKnown(Manifest manifest) {
		if (!manifest.schema().matches("[0-9.]{1,30}")) {
			throw new BackupFault("The manifest of the backup is damaged: it names no schema. Restore another copy of"
					+ " this backup, or another backup. Nothing was restored.");
		}
		MigrationVersion wanted = MigrationVersion.fromVersion(manifest.schema());
		SchemaVersions versions = SchemaVersions.of(flyway(MigrationVersion.LATEST));
		if (versions.isPast(wanted)) {
			throw new BackupFault("The backup is of schema " + wanted
					+ ", of before release 0.1.0; this service goes on from schema " + versions.begun()
					+ ". Restore it with the last service before 0.1.0, which the documentation's page “operations”"
					+ " names, and start this one on what came of it.");
		}
		boolean known = Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
			.anyMatch((one) -> one.getState().isResolved() && wanted.equals(one.getVersion()));
		if (!known) {
			throw new BackupFault("The backup is of schema " + manifest.schema() + " (service " + manifest.service()
					+ "), which this service does not know. Restore it with that service or a later one.");
		}
	}

	private void requireEmpty() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			Set<String> all = new Tables(connection).all();
			if (!all.isEmpty()) {
				throw new BackupFault("The database is not empty: it has " + all.size()
						+ " tables. A backup is restored into a new database only; nothing was changed."
						+ " If a restore was cut short, make the database anew.");
			}
		}
	}

	private void load(Connection connection, Path directory, Manifest manifest) throws SQLException, IOException {
		Tables tables = new Tables(connection);
		tables.speakPlainly();
		List<String> here = tables.copied();
		List<String> named = manifest.tables().stream().map(Manifest.Table::name).toList();
		if (!Set.copyOf(here).equals(Set.copyOf(named))) {
			throw new BackupFault("The backup has other tables than a database of schema " + manifest.schema() + ".");
		}
		for (String table : here) {
			tables.execute("alter table " + Tables.quoted(table) + " disable trigger user");
		}
		tables.execute("truncate " + Tables.listed(here));
		for (String table : here) {
			load(connection, directory,
					manifest.tables().stream().filter((one) -> one.name().equals(table)).findFirst().orElseThrow());
		}
		for (Manifest.Sequence sequence : manifest.sequences()) {
			tables.execute("select setval('" + Tables.quoted(sequence.name()).replace("'", "''") + "', "
					+ sequence.value() + ", " + sequence.called() + ")");
		}
		for (String table : here) {
			tables.execute("alter table " + Tables.quoted(table) + " enable trigger user");
		}
		String head = tables.text("select last || ' ' || encode(hash, 'hex') from audit_head");
		if (!head.equals(manifest.chainLast() + " " + manifest.chainHash())) {
			throw new BackupFault("The audit trail of the backup ends otherwise than its manifest says.");
		}
	}

	private void load(Connection connection, Path directory, Manifest.Table table) throws SQLException, IOException {
		MessageDigest digest = Sha256.digest();
		long rows;
		try (InputStream file = new BufferedInputStream(Files.newInputStream(Manifest.file(directory, table.name())));
				DigestInputStream in = new DigestInputStream(new GZIPInputStream(file), digest)) {
			rows = connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + Tables.quoted(table.name()) + " (" + Tables.listed(table.columns()) + ") from stdin",
						in);
		}
		catch (java.io.EOFException | java.util.zip.ZipException ex) {
			throw BackupFiles.altered(table.name());
		}
		if (rows != table.rows() || !Sha256.ofDigest(digest.digest()).toString().equals(table.digest())) {
			throw BackupFiles.altered(table.name());
		}
		this.progress.accept(table.name() + ": " + rows);
	}

}
