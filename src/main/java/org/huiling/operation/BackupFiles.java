package org.huiling.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.storage.Sha256;

/**
 * The files of a backup, before anything is done with them: those that its manifest
 * names, as they were written, and no others.
 *
 * @param directory where they lie
 * @param manifest what names them
 */
record BackupFiles(Path directory, Manifest manifest) {

	private static final String ANOTHER = " Restore another copy of this backup, or another backup. Nothing was restored.";

	/**
	 * Looks through them.
	 * @throws BackupFault naming what is missing, altered, or not the backup's
	 * @throws IOException if a file cannot be read
	 */
	void requireWhole() throws IOException {
		Set<String> named = this.manifest.tables()
			.stream()
			.map((table) -> Manifest.fileName(table.name()))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> there = there();
		Set<String> missing = without(named, there);
		if (!missing.isEmpty()) {
			throw new BackupFault("The backup " + this.directory + " is not whole: " + listed(missing)
					+ ", which its manifest names, is missing." + ANOTHER);
		}
		Set<String> others = without(there, named);
		others.remove(Manifest.FILE);
		if (!others.isEmpty()) {
			throw new BackupFault("The backup " + this.directory + " holds what its manifest does not name: "
					+ listed(others) + ". If somebody put it there, move it elsewhere; nothing was restored.");
		}
		for (Manifest.Table table : this.manifest.tables()) {
			// earlier services wrote no digest of the file; that of the rows is looked at
			// anyway
			if (table.fileDigest() != null && !table.fileDigest().equals(digest(table.name()))) {
				throw altered(table.name());
			}
		}
	}

	static BackupFault altered(String table) {
		return new BackupFault("The file " + Manifest.fileName(table)
				+ " of the backup is not as it was written: its digest differs." + ANOTHER);
	}

	private Set<String> there() throws IOException {
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.map((entry) -> entry.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private String digest(String table) throws IOException {
		var digest = Sha256.digest();
		try (InputStream file = new DigestInputStream(Files.newInputStream(Manifest.file(this.directory, table)),
				digest)) {
			file.transferTo(OutputStream.nullOutputStream());
		}
		return Sha256.ofDigest(digest.digest()).toString();
	}

	private static Set<String> without(Set<String> all, Set<String> others) {
		Set<String> left = new TreeSet<>(all);
		left.removeAll(others);
		return left;
	}

	/** A few of them. */
	private static String listed(Set<String> files) {
		String some = files.stream().limit(5).collect(Collectors.joining(", "));
		return (files.size() > 5) ? some + " … (" + files.size() + ")" : some;
	}

}
