package org.huiling.command;

import java.nio.file.Path;

import org.huiling.command.terminal.Output;
import org.huiling.operation.Backup;
import org.huiling.operation.Manifest;
import org.huiling.storage.OperatedDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code backup}: copies the database into a directory, while the service runs or not.
 * Exit code 0 when the backup is whole, 2 when the call is wrong or refused, 3 when the
 * database cannot be read or the directory not be written.
 */
@Command
final class BackupCommand extends DatabaseCommand {

	private final String version;

	@Parameters(index = "0", paramLabel = "DIR", descriptionKey = "directory")
	private Path directory = Path.of("");

	BackupCommand(Output output, String version) {
		super(output);
		this.version = version;
	}

	@Override
	public Integer call() {
		return settings().with(false, this::backup);
	}

	private int backup(OperatedDatabase database) throws Exception {
		Manifest manifest = new Backup(database.dataSource(), this.version, (line) -> output().err().println(line))
			.take(this.directory);
		output().out()
			.println(this.directory + ": " + manifest.rows() + " rows of " + manifest.tables().size()
					+ " tables, schema " + manifest.schema() + ", taken " + manifest.takenAt() + ", trail up to event "
					+ manifest.chainLast());
		output().out()
			.println("Not in it: the keys " + manifest.keys()
					+ " with which people are sealed, the key for look-ups, and the key of the audit trail"
					+ " (huiling.keys.…, huiling.audit-key; in the trial set-up keys.properties and audit.key in the data"
					+ " directory). Keep them elsewhere: without them nobody reads the backup.");
		return 0;
	}

}
