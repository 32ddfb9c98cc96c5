package org.huiling.storage.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded server is created and run. */
final class ServerSettings {

	/**
	 * Options of {@code initdb}. Text sorts by code point, everywhere the same, whatever
	 * the machine's locale.
	 */
	static final Map<String, String> INITIAL = Map.of("auth-host", "scram-sha-256", "auth-local", "scram-sha-256",
			"locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale", "C");

	/** Options of {@code postgres}; the library's own are for throw-away servers. */
	static final Map<String, String> RUNNING = running();

	private ServerSettings() {
	}

	private static Map<String, String> running() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("listen_addresses", "127.0.0.1");
		settings.put("fsync", "on");
		settings.put("synchronous_commit", "on");
		settings.put("timezone", "UTC");
		settings.put("max_connections", "60");
		settings.put("shared_buffers", "256MB");
		settings.put("effective_cache_size", "1GB");
		settings.put("work_mem", "16MB");
		settings.put("maintenance_work_mem", "128MB");
		settings.put("max_wal_size", "2GB");
		// Queries here are short; compiling them costs more than it saves.
		settings.put("jit", "off");
		// A log must not hold personal data: no statements, no "Key (…)=(…)" details.
		settings.put("log_min_error_statement", "panic");
		settings.put("log_error_verbosity", "terse");
		if (!System.getProperty("os.name").startsWith("Windows")) {
			// Empty, quoted for the shell through which pg_ctl starts the server.
			settings.put("unix_socket_directories", "''");
		}
		return settings;
	}

}
