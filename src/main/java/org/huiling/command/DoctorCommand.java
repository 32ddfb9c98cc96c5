package org.huiling.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.huiling.operation.Doctor;
import org.huiling.operation.Finding;
import org.huiling.operation.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * {@code doctor}: looks whether the service can start and go on. Exit code 0 when nothing
 * fails, 1 when something does, 2 when the call is wrong.
 */
@Command
final class DoctorCommand implements Callable<Integer> {

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Unmatched
	private List<String> settings = new ArrayList<>();

	DoctorCommand(Output output) {
		this.output = output;
	}

	@Override
	public Integer call() {
		List<Finding> findings = new Doctor(new ServiceSettings(this.settings).environment()).look();
		findings.forEach((finding) -> {
			this.output.out().println("%-4s  %-8s  %s".formatted(finding.level(), finding.what(), finding.said()));
			if (!finding.advice().isEmpty()) {
				this.output.out().println("                → " + finding.advice());
			}
		});
		return findings.stream().anyMatch((one) -> one.level() == Level.FAIL) ? CommandFailure.INCOMPLETE : 0;
	}

}
