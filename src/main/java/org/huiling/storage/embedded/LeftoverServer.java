package org.huiling.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.huiling.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the service that started it. It is stopped rather than
 * adopted: a fresh one is known to run with this version's settings. Called only while
 * the data directory is claimed, so no live service can be its owner.
 */
final class LeftoverServer {

	private static final Logger logger = LoggerFactory.getLogger(LeftoverServer.class);

	private static final int PATIENCE_SECONDS = 20;

	private final Path cluster;

	LeftoverServer(Path cluster) {
		this.cluster = cluster;
	}

	/**
	 * Stops it, if there is one, and takes away a process id file that names somebody
	 * else's process.
	 * @throws StorageUnavailable if it does not stop
	 */
	void stop() {
		Optional<ProcessHandle> named = process();
		if (named.isPresent() && isThisCluster(named.get())) {
			logger.warn("PostgreSQL process {} was left running by a service that was killed; stopping it",
					named.get().pid());
			stop(named.get());
		}
		else if (named.isPresent() && named.get().info().command().isPresent()) {
			deletePidFile();
		}
	}

	/**
	 * SIGINT ends sessions and stops cleanly, SIGQUIT stops at once and recovers later.
	 */
	private void stop(ProcessHandle server) {
		if (!signal(server, "INT") && !signal(server, "QUIT")) {
			throw new StorageUnavailable(
					"PostgreSQL process " + server.pid() + " still runs on " + this.cluster + " and does not stop.",
					"Stop it by hand, then start the service again.", null);
		}
	}

	private static boolean signal(ProcessHandle server, String signal) {
		CompletableFuture<ProcessHandle> exit = server.onExit();
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start().waitFor();
			exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (Exception ex) {
			logger.debug("Process {} did not stop after SIG{}", server.pid(), signal, ex);
			return !server.isAlive();
		}
	}

	/** The process that the cluster's files name, if it is alive. */
	Optional<ProcessHandle> process() {
		try {
			String pid = Files.readAllLines(pidFile()).get(0).strip();
			return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private boolean isThisCluster(ProcessHandle process) {
		String command = process.info().command().orElse("");
		String[] arguments = process.info().arguments().orElse(new String[0]);
		return Path.of(command).endsWith("postgres") && Arrays.asList(arguments).contains(this.cluster.toString());
	}

	private void deletePidFile() {
		try {
			Files.deleteIfExists(pidFile());
		}
		catch (IOException ex) {
			logger.warn("{} is stale and cannot be deleted", pidFile(), ex);
		}
	}

	private Path pidFile() {
		return this.cluster.resolve("postmaster.pid");
	}

}
