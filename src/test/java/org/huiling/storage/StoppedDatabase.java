package org.huiling.storage;

import java.nio.file.Path;

import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.EmbeddedServerTests;

/** Asks the database of a data directory that no service uses now. */
public final class StoppedDatabase {

	private StoppedDatabase() {
	}

	/** The only column of the only row. */
	public static String query(Path data, String sql) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(data)) {
			return EmbeddedServerTests.query(server, sql);
		}
	}

}
