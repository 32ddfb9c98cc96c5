package org.huiling.command;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;

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
	 * @throws IOException if nothing can be written there
	 */
	WholeFile(Path place) throws IOException {
		this.place = place.toAbsolutePath();
		@Nullable Path directory = this.place.getParent();
		this.written = (directory != null) ? Files.createTempFile(directory, ".huiling-", ".part")
				: Files.createTempFile(".huiling-", ".part");
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
