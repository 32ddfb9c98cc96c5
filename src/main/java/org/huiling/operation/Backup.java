package org.huiling.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.huiling.storage.SchemaVersions;
import org.huiling.storage.Sha256;
import org.postgresql.PGConnection;

/**
 * Copies everything out of a database as it stood at one instant, while the service goes
 * on: a snapshot of all tables. The copy lies in a directory of another name until it is
 * whole.
 */
public final class Backup {

	/** What a copy is called until it is whole. */
	static final String INCOMPLETE = ".incomplete";

	private static final String SCHEMA = "select version from flyway_schema_history where success and version is not null"
			+ " order by string_to_array(version, '.')::integer[] desc limit 1";

	private final DataSource database;

	private final String service;

	private final Consumer<String> progress;

	/**
	 * A backup.
	 * @param database what is copied
	 * @param service the version of the service
	 * @param progress told what was done
	 */
	public Backup(DataSource database, String service, Consumer<String> progress) {
		this.database = database;
		this.service = service;
		this.progress = progress;
	}

	/**
	 * Takes it.
	 * @param directory that is made; nobody but its owner may look into it
	 * @return what is in it
	 * @throws BackupFault if the directory is there, or the database has no schema of
	 * ours, or that of a later service or of before the baseline
	 * @throws IOException if a file cannot be written
	 * @throws SQLException if the database cannot be read
	 */
	public Manifest take(Path directory) throws IOException, SQLException {
		Path whole = directory.toAbsolutePath().normalize();
		Path half = whole.resolveSibling(whole.getFileName() + INCOMPLETE);
		if (Files.exists(whole)) {
			throw new BackupFault(whole + " is there already; name a directory that is not.");
		}
		requireOurs();
		make(half);
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			Manifest manifest = copy(connection, half);
			connection.rollback();
			write(half.resolve(Manifest.FILE), manifest.json());
			synchronise(half);
			Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
			return manifest;
		}
	}

	/**
	 * What a later service keeps where, this one does not know; and what is of before the
	 * baseline, it could not restore.
	 */
	private void requireOurs() {
		SchemaVersions versions = SchemaVersions
			.of(Flyway.configure().dataSource(this.database).locations("classpath:db/migration").load());
		if (versions.isFuture()) {
			throw new BackupFault(versions.future() + " Take the backup with the later service; nothing was written.");
		}
		if (versions.isPast()) {
			throw new BackupFault(versions.past()
					+ " A backup of it as it is, the service takes that wrote it; nothing was written.");
		}
	}

	private Manifest copy(Connection connection, Path half) throws SQLException, IOException {
		Tables tables = new Tables(connection);
		tables.speakPlainly();
		if (!tables.all().contains(Tables.HISTORY)) {
			throw new BackupFault("The database is none of this service: it has no " + Tables.HISTORY + ".");
		}
		String schema = tables.text(SCHEMA);
		OffsetDateTime taken = OffsetDateTime
			.parse(tables.text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || 'Z'"));
		List<String> keys = tables.texts("select id from key_check where id <> 'LOOKUP' order by 1");
		long last = Long.parseLong(tables.text("select last from audit_head"));
		String hash = tables.text("select encode(hash, 'hex') from audit_head");
		List<Manifest.Table> copied = new ArrayList<>();
		for (String table : tables.copied()) {
			copied.add(copy(connection, half, table, tables.columns(table)));
		}
		return new Manifest(Manifest.FORMAT, this.service, schema, taken.toInstant(),
				tables.text("show server_version"), keys, last, hash, copied, List.copyOf(tables.sequences().values()),
				Tables.FILLED_AGAIN);
	}

	private Manifest.Table copy(Connection connection, Path half, String table, List<String> columns)
			throws SQLException, IOException {
		MessageDigest digest = Sha256.digest();
		MessageDigest packed = Sha256.digest();
		long rows;
		try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Manifest.file(half, table)));
				DigestOutputStream out = new DigestOutputStream(
						new GZIPOutputStream(new DigestOutputStream(file, packed)), digest)) {
			rows = connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("copy " + Tables.quoted(table) + " (" + Tables.listed(columns) + ") to stdout", out);
		}
		this.progress.accept(table + ": " + rows);
		return new Manifest.Table(table, columns, rows, Sha256.ofDigest(digest.digest()).toString(),
				Sha256.ofDigest(packed.digest()).toString());
	}

	private static void make(Path half) throws IOException {
		Path parent = half.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		try {
			boolean posix = half.getFileSystem().supportedFileAttributeViews().contains("posix");
			FileAttribute<?>[] owner = posix
					? new FileAttribute<?>[] {
							PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
					: new FileAttribute<?>[0];
			Files.createDirectory(half, owner);
		}
		catch (FileAlreadyExistsException ex) {
			throw new BackupFault(half + " is there: another backup is being taken, or one was cut short."
					+ " If none is being taken, delete that directory.");
		}
	}

	private static void write(Path file, byte[] content) throws IOException {
		Files.write(file, content, StandardOpenOption.CREATE_NEW);
	}

	/** What the name of a whole backup stands for is on the disk. */
	private static void synchronise(Path directory) throws IOException {
		try (var files = Files.list(directory)) {
			for (Path file : files.toList()) {
				try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
					channel.force(true);
				}
			}
		}
	}

}
