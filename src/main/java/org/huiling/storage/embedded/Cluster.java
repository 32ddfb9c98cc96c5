package org.huiling.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.huiling.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the embedded PostgreSQL, over the starts and crashes of the service. */
final class Cluster {

	private static final Logger logger = LoggerFactory.getLogger(Cluster.class);

	private static final String VERSION = "18";

	private final Path path;

	Cluster(Path path) {
		this.path = path;
	}

	Path path() {
		return this.path;
	}

	/**
	 * Leaves the files so that a server can start on them, or be created.
	 * @throws IOException if a file can be neither read nor moved
	 * @throws StorageUnavailable if they are of another PostgreSQL, or in use
	 */
	void makeReady() throws IOException {
		if (!Files.exists(this.path)) {
			return;
		}
		new LeftoverServer(this.path).stop();
		if (!Files.exists(marker())) {
			setAside();
			return;
		}
		String version = Files.readString(this.path.resolve("PG_VERSION")).strip();
		if (!VERSION.equals(version)) {
			throw new StorageUnavailable(
					"The data in " + this.path + " is of PostgreSQL " + version + ", this service brings " + VERSION
							+ ".",
					"Move it with pg_dump and pg_restore, or set huiling.data to another directory.", null);
		}
	}

	/** The process of the server that runs on the files, if one does. */
	Optional<ProcessHandle> server() {
		return new LeftoverServer(this.path).process();
	}

	/**
	 * Notes that the cluster was created to its end.
	 * @throws IOException if the note cannot be written
	 */
	void markComplete() throws IOException {
		if (!Files.exists(marker())) {
			Files.createFile(marker());
		}
	}

	/**
	 * A service killed during its very first start leaves half a cluster, which would
	 * never start. Nothing of value can be in it; it is moved, not deleted, all the same.
	 */
	private void setAside() throws IOException {
		Path aside = this.path.resolveSibling(this.path.getFileName() + "-incomplete-" + Instant.now().toEpochMilli());
		Files.move(this.path, aside);
		logger.warn("{} was never completed; moved to {}, creating a new one", this.path, aside);
	}

	private Path marker() {
		return this.path.resolve("huiling.complete");
	}

}
