package org.huiling.command.assess;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A file that comes into its place whole or not at all: until then it is written beside
 * it, and what was there before stays. Only its owner may read it.
 */
final class WholeFile implements Closeable {

	private final Path place;

	private final Path written;

	private final OutputStream out;

	/**
	 * Begins.
	 * @param place where it is to be
	 * @throws IOException if nothing can be written there, naming what was given
	 */
	WholeFile(Path place) throws IOException {
		this.place = place.toAbsolutePath();
		Path directory = Objects.requireNonNullElse(this.place.getParent(), this.place);
		if (Files.isDirectory(this.place)) {
			throw new IOException(place + " is a directory; name a file");
		}
		if (!Files.isDirectory(directory)) {
			throw new IOException(
					"there is no directory " + directory + ", where " + this.place.getFileName() + " is to be");
		}
		try {
			this.written = Files.createTempFile(directory, ".huiling-", ".part");
		}
		catch (IOException ex) {
			throw new IOException(place + " cannot be written: " + directory + " takes no file of this account", ex);
		}
		this.written.toFile().deleteOnExit();
		this.out = new BufferedOutputStream(Files.newOutputStream(this.written), 1 << 16);
	}

	OutputStream out() {
		return this.out;
	}

	/** Puts it into its place. */
	void keep() throws IOException {
		this.out.close();
		try {
			Files.move(this.written, this.place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(this.written, this.place, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** What was not kept is gone. */
	@Override
	public void close() throws IOException {
		this.out.close();
		Files.deleteIfExists(this.written);
	}

}
