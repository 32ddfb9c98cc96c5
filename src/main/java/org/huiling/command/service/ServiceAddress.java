package org.huiling.command.service;

import java.util.Map;

import org.huiling.command.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** The options of commands that call a running service. */
public final class ServiceAddress {

	@Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080", descriptionKey = "url")
	private String url = "";

	/**
	 * The service, as the account of the environment.
	 * @throws CommandFailure if the address is none or the account is missing
	 */
	public ServiceClient client(Map<String, String> environment) {
		return ServiceClient.of(this.url, environment);
	}

}
