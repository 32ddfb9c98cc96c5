package org.huiling.command;

import java.util.List;

import org.huiling.command.terminal.CommandFailure;
import org.huiling.command.terminal.Output;
import org.huiling.operation.Diagnosis;
import org.huiling.operation.Diagnosis.Level;
import org.huiling.operation.Doctor;
import picocli.CommandLine.Command;

/**
 * {@code doctor}: looks whether the service can start and go on. Exit code 0 when nothing
 * fails, 1 when something does, 2 when the call is wrong.
 */
@Command
final class DoctorCommand extends DatabaseCommand {

	DoctorCommand(Output output) {
		super(output);
	}

	@Override
	public Integer call() {
		List<Diagnosis> findings = new Doctor(settings().environment()).look();
		findings.forEach((finding) -> {
			output().out().println("%-4s  %-8s  %s".formatted(finding.level(), finding.what(), finding.said()));
			if (!finding.advice().isEmpty()) {
				output().out().println("                → " + finding.advice());
			}
		});
		return findings.stream().anyMatch((one) -> one.level() == Level.FAIL) ? CommandFailure.INCOMPLETE : 0;
	}

}
