package org.huiling.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.EmbeddedServerTests;

/** Asks the database of a data directory that no service uses now. */
public final class StoppedDatabase {

	private StoppedDatabase() {
	}

	/** The only column of the only row of each. */
	public static List<String> query(Path data, String... queries) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(data)) {
			List<String> said = new ArrayList<>();
			for (String sql : queries) {
				said.add(EmbeddedServerTests.query(server, sql));
			}
			return said;
		}
	}

}
