package org.huiling.command.service;

import java.util.List;

import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.Unreadable;
import org.huiling.operation.BackupFault;
import org.huiling.storage.OperatedDatabase;
import org.huiling.storage.StorageUnavailable;

import org.springframework.core.env.Environment;

/**
 * The settings of the service whose database a command works on: as the service itself
 * takes them, from the command line ({@code --huiling.data=…},
 * {@code --spring.datasource.url=…}), the environment and files beside the jar.
 *
 * @param given what stands on the command line and is no option of the command
 */
public record ServiceSettings(List<String> given) {

	/** Something that is done with the database. */
	public interface Work {

		int on(OperatedDatabase database) throws Exception;

	}

	/** Without values: a password may be among them. */
	@Override
	public String toString() {
		return this.given.size() + " settings";
	}

	public Environment environment() {
		for (String one : this.given) {
			if (!one.matches("--(huiling|spring)\\.[a-zA-Z0-9.-]+=.*")) {
				throw CommandFailure.wrongCall("\"" + one.replaceFirst("=.*", "")
						+ "\" is neither an option nor a setting of the service, such as --huiling.data=/var/lib/huiling");
			}
		}
		return OperatedDatabase.settings(this.given);
	}

	/**
	 * Does something with the database.
	 * @param anew whether the embedded database may be made
	 */
	public int with(boolean anew, Work work) {
		Environment environment = environment();
		try (OperatedDatabase database = OperatedDatabase.of(environment, anew)) {
			return work.on(database);
		}
		catch (BackupFault ex) {
			throw new CommandFailure(CommandFailure.REFUSED, said(ex));
		}
		catch (CommandFailure ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new CommandFailure(CommandFailure.UNREACHABLE, said(ex));
		}
	}

	private static String said(Exception fault) {
		if (fault instanceof StorageUnavailable unavailable) {
			return unavailable.getMessage() + " " + unavailable.action();
		}
		return (fault.getMessage() != null) ? Unreadable.says(fault) : fault.toString();
	}

}
