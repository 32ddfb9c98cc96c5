package org.huiling.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/** How long the service takes from the command to its first answer. */
final class StartBenchmark {

	private static final Path DATA = Path.of("target/bench/start-data");

	private StartBenchmark() {
	}

	static List<Row> run() throws Exception {
		FileSystemUtils.deleteRecursively(DATA);
		double first = seconds();
		double again = seconds();
		double trial = seconds("-XX:TieredStopAtLevel=1");
		FileSystemUtils.deleteRecursively(DATA);
		return List.of(Row.of("start, empty data directory, all shipped versions compiled", first, "s", null),
				Row.of("start again, all shipped versions kept compiled", again, "s", null),
				Row.of("start again, with the flag that mvn spring-boot:run gives (-XX:TieredStopAtLevel=1)", trial,
						"s", null));
	}

	private static double seconds(String... flags) throws Exception {
		int port = freePort();
		Path log = Files.createDirectories(DATA.getParent()).resolve("start.log");
		long from = System.nanoTime();
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(List.of(flags));
		command.addAll(List.of("-jar", "target/huiling.jar", "--server.port=" + port, "--huiling.data=" + DATA));
		Process service = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			while (!answers(port)) {
				if (!service.isAlive() || System.nanoTime() - from > TimeUnit.MINUTES.toNanos(5)) {
					throw new IOException("the service did not start:\n" + Files.readString(log));
				}
				Thread.sleep(50);
			}
			return (System.nanoTime() - from) / 1e9;
		}
		finally {
			service.destroy();
			service.waitFor();
		}
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Asked without a client of its own threads: on two cores they would be measured too.
	 */
	private static boolean answers(int port) throws IOException {
		HttpURLConnection health = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
			.toURL()
			.openConnection();
		try {
			return health.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (ConnectException notYet) {
			return false;
		}
		finally {
			health.disconnect();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
