package org.huiling.storage.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;

/**
 * The programs of the embedded PostgreSQL, unpacked into a directory of the service's
 * own: what lies in the temporary directory anybody may have put there.
 *
 * @param directory where they are unpacked to
 */
public record ServerBinaries(Path directory) implements PgBinaryResolver {

	/**
	 * Where programs are unpacked to that belong to a data directory.
	 * @param data the data directory
	 */
	public static ServerBinaries below(Path data) {
		return new ServerBinaries(data.resolve("postgres-programs"));
	}

	/** Lets a server be started with them. */
	void use(EmbeddedPostgres.Builder builder) throws IOException {
		// the library opens the directory it unpacks into to everybody: it lies in a
		// closed one
		builder.setOverrideWorkingDirectory(PrivateDirectory.of(this.directory).resolve("unpacked").toFile());
		// the library keeps in mind where it unpacked for which resolver
		builder.setPgBinaryResolver(this);
	}

	@Override
	public InputStream getPgBinary(String system, String machineHardware) throws IOException {
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
	}

}
