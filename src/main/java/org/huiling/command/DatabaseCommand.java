package org.huiling.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.huiling.command.service.ServiceSettings;
import org.huiling.command.terminal.HelpOption;
import org.huiling.command.terminal.Output;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * A command about the database of a service, which it finds by the service's own
 * settings: whatever it does not know of its call is one of them.
 */
abstract class DatabaseCommand implements Callable<Integer> {

	private final Output output;

	@Mixin
	@SuppressWarnings("UnusedVariable")
	private final HelpOption help = new HelpOption();

	@Unmatched
	private List<String> settings = new ArrayList<>();

	DatabaseCommand(Output output) {
		this.output = output;
	}

	Output output() {
		return this.output;
	}

	ServiceSettings settings() {
		return new ServiceSettings(this.settings);
	}

}
