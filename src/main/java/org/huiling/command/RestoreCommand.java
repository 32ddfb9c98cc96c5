package org.huiling.command;

import java.nio.file.Path;

import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.Output;
import org.huiling.operation.BackupFault;
import org.huiling.operation.Manifest;
import org.huiling.operation.Restore;
import org.huiling.storage.OperatedDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code restore}: fills an empty database with a backup. Exit code 0 when all of it is
 * there, 2 when the call is wrong or the backup or the database does not fit, 3 when the
 * database fails or a file cannot be read.
 */
@Command
final class RestoreCommand extends DatabaseCommand {

	@Parameters(index = "0", paramLabel = "DIR", descriptionKey = "directory")
	private Path directory = Path.of("");

	RestoreCommand(Output output) {
		super(output);
	}

	@Override
	public Integer call() {
		try {
			Manifest.of(this.directory);
		}
		catch (BackupFault ex) {
			throw new CommandFailure(CommandFailure.REFUSED, String.valueOf(ex.getMessage()));
		}
		return settings().with(true, this::restore);
	}

	private int restore(OperatedDatabase database) throws Exception {
		Manifest manifest = new Restore(database.dataSource(), (line) -> output().err().println(line))
			.from(this.directory);
		output().out()
			.println(database.place() + ": " + manifest.rows() + " rows of " + manifest.tables().size()
					+ " tables, as of " + manifest.takenAt() + ", trail up to event " + manifest.chainLast());
		output().out()
			.println("Before the service starts, give it the keys " + manifest.keys()
					+ ", the key for look-ups and the key of the audit trail, as they were; doctor looks whether they are"
					+ " the right ones.");
		return 0;
	}

}
