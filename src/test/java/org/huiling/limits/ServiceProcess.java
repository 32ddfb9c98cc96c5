package org.huiling.limits;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.huiling.QuickService;
import org.huiling.TestAccounts;
import org.huiling.storage.MadeCluster;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service in a JVM of its own, with one program and the trial accounts. */
final class ServiceProcess implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final int port;

	private final Path log;

	private ServiceProcess(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
	}

	/**
	 * Starts one and waits until it answers.
	 * @param directory for its data, its rules and its log
	 * @param memory such as {@code 256m}
	 * @param settings such as {@code --huiling.max-body=1MB}
	 * @return the service
	 */
	static ServiceProcess start(Path directory, String memory, String... settings) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		MadeCluster.copyTo(directory);
		Path log = directory.resolve("service.log");
		List<String> command = new ArrayList<>(List.of(java("java"), "-Xmx" + memory, "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), QuickService.class.getName(),
				"--server.port=" + port, "--huiling.data=" + directory, "--huiling.rules=" + rules(directory),
				"--huiling.sample=false", "--huiling.admin-password=" + TestAccounts.PASSWORD));
		command.addAll(List.of(settings));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		ServiceProcess service = new ServiceProcess(process, port, log);
		for (int tried = 0; tried < 1200 && process.isAlive(); tried++) {
			if (service.answers()) {
				return service;
			}
			Thread.sleep(100);
		}
		throw new AssertionError("the service does not start:\n" + Files.readString(log));
	}

	private static Path rules(Path directory) throws IOException {
		Path district = Path.of("rules/model-district");
		Path rules = Files.createDirectories(directory.resolve("rules/model-district"));
		Files.copy(district.resolve("jurisdiction.yaml"), rules.resolve("jurisdiction.yaml"));
		FileSystemUtils.copyRecursively(district.resolve("old-age-allowance"), rules.resolve("old-age-allowance"));
		return rules.getParent();
	}

	private static String java(String tool) {
		return Path.of(System.getProperty("java.home"), "bin", tool).toString();
	}

	int port() {
		return this.port;
	}

	long logged() throws IOException {
		return Files.size(this.log);
	}

	boolean answers() throws IOException, InterruptedException {
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/health"))
				.build();
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (ConnectException ex) {
			return false;
		}
	}

	/** What is still needed of its heap, in bytes, after everything else is collected. */
	long liveBytes() throws Exception {
		Process tool = new ProcessBuilder(java("jcmd"), Long.toString(this.process.pid()), "GC.class_histogram")
			.redirectErrorStream(true)
			.start();
		String total = new String(tool.getInputStream().readAllBytes()).lines()
			.filter((line) -> line.startsWith("Total"))
			.findFirst()
			.orElseThrow();
		return Long.parseLong(total.trim().split("\\s+")[2]);
	}

	Process process() {
		return this.process;
	}

	@Override
	public void close() {
		this.process.destroy();
		assertThat(this.process.onExit().orTimeout(60, TimeUnit.SECONDS).join().isAlive()).isFalse();
	}

}
