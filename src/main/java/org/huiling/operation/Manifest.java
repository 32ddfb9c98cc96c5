package org.huiling.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds. It is written last, so that a backup without one is none.
 *
 * @param format of the files
 * @param service which version of the service took it
 * @param schema the version of the database's schema
 * @param takenAt as of when everything in it stood
 * @param postgres the version of the database server
 * @param keys the ids of the keys with which people in it are sealed; the keys themselves
 * are not in it
 * @param chainLast the number of the last event of the audit trail
 * @param chainHash its hash
 * @param tables what was copied
 * @param sequences where numbers go on
 * @param leftOut tables that are filled again by themselves
 */
public record Manifest(int format, String service, String schema, Instant takenAt, String postgres, List<String> keys,
		long chainLast, String chainHash, List<Table> tables, List<Sequence> sequences, List<String> leftOut) {

	static final int FORMAT = 1;

	static final String FILE = "manifest.json";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public Manifest {
		Objects.requireNonNull(schema, "schema");
		Objects.requireNonNull(takenAt, "takenAt");
		Objects.requireNonNull(chainHash, "chainHash");
		keys = List.copyOf(keys);
		tables = List.copyOf(tables);
		sequences = List.copyOf(sequences);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * A table.
	 *
	 * @param name its name
	 * @param columns in the order of the file
	 * @param rows how many
	 * @param digest of the rows as text, before they were packed
	 * @param fileDigest of the file as it lies there; null in backups of earlier services
	 */
	public record Table(String name, List<String> columns, long rows, String digest, @Nullable String fileDigest) {

		public Table {
			if (!NAME.matcher(name).matches()) {
				throw new IllegalArgumentException("no name of a table");
			}
			columns = List.copyOf(columns);
			Objects.requireNonNull(digest, "digest");
		}

	}

	/**
	 * A sequence.
	 *
	 * @param name its name
	 * @param value the last number
	 * @param called whether that was given out
	 */
	public record Sequence(String name, long value, boolean called) {
	}

	/**
	 * How many rows there are in all.
	 * @return of all tables
	 */
	public long rows() {
		return this.tables.stream().mapToLong(Table::rows).sum();
	}

	/**
	 * Reads that of a backup.
	 * @param directory the backup
	 * @return what it holds
	 * @throws BackupFault if the backup is not whole, or of another format
	 */
	public static Manifest of(Path directory) {
		Path file = directory.resolve(FILE);
		if (!Files.exists(file)) {
			throw new BackupFault(directory + " is no whole backup: it has no " + FILE
					+ ". A backup that was cut short is of no use; take another one, or name another directory.");
		}
		try {
			Manifest manifest = Objects.requireNonNull(JSON.readValue(Files.readAllBytes(file), Manifest.class),
					"null");
			if (manifest.format() != FORMAT) {
				throw new BackupFault("The backup is of format " + manifest.format() + ", this service knows " + FORMAT
						+ ". Restore it with the service that took it, or a later one.");
			}
			return manifest;
		}
		catch (IOException ex) {
			throw new BackupFault(file + " cannot be read (" + ex.getClass().getSimpleName()
					+ "). Look whether it is a file that this account may read.");
		}
		catch (JacksonException | NullPointerException ex) {
			throw new BackupFault(file + " is damaged or cut short: it does not say what a backup holds."
					+ " Restore another copy of this backup, or another backup. Nothing was restored.");
		}
	}

	byte[] json() {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
	}

	/** The file of a table. */
	static Path file(Path directory, String table) {
		return directory.resolve(fileName(table));
	}

	/** What the file of a table is called. */
	static String fileName(String table) {
		return table + ".copy.gz";
	}

}
