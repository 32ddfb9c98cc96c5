package org.huiling.openapi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes a Java client of a description of the API, as anybody does who takes
 * openapi-generator, and compiles it with the programs that use it. The build puts the
 * generator into {@code target}; without it the local repository of Maven may have it.
 */
final class ClientGenerator {

	private static final Path BUILT = Path.of("target/openapi-generator-cli.jar");

	private static final Path REPOSITORY = Path.of(System.getProperty("user.home"),
			".m2/repository/org/openapitools/openapi-generator-cli");

	private static final Path PROGRAMS = Path.of("src/client/java");

	private static final int MINUTES = 5;

	private final Path directory;

	ClientGenerator(Path directory) {
		this.directory = directory;
	}

	/**
	 * Generates and compiles.
	 * @param description as JSON
	 * @return what loads the client and its users
	 */
	URLClassLoader client(byte[] description) throws IOException, InterruptedException {
		Path file = Files.write(this.directory.resolve("openapi.json"), description);
		Path log = this.directory.resolve("generator.log");
		Process generator = new ProcessBuilder(command(file)).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		boolean ended = generator.waitFor(MINUTES, TimeUnit.MINUTES);
		if (!ended) {
			generator.destroyForcibly();
		}
		assertThat(ended && generator.exitValue() == 0).as(Files.readString(log)).isTrue();
		return compiled();
	}

	private List<String> command(Path description) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar().toString(), "generate", "-i",
				description.toString(), "-g", "java", "--library", "native", "-o", sources().toString(),
				"--invoker-package", "org.huiling.client", "--api-package", "org.huiling.client", "--model-package",
				"org.huiling.client.model", "--global-property",
				"apiTests=false,modelTests=false,apiDocs=false,modelDocs=false", "--additional-properties",
				"openApiNullable=false,hideGenerationTimestamp=true,useJakartaEe=true");
	}

	private static Path jar() {
		if (Files.exists(BUILT)) {
			return BUILT;
		}
		try (Stream<Path> files = Files.exists(REPOSITORY) ? Files.walk(REPOSITORY) : Stream.empty()) {
			return files.filter((file) -> file.toString().endsWith(".jar"))
				.findFirst()
				.orElseThrow(() -> new AssertionError("mvn process-test-resources puts the generator into " + BUILT));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path sources() {
		return this.directory.resolve("client");
	}

	private URLClassLoader compiled() throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d",
				Files.createDirectories(this.directory.resolve("classes")).toString(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		for (Path root : List.of(sources().resolve("src/main/java"), PROGRAMS)) {
			try (Stream<Path> files = Files.walk(root)) {
				files.filter((file) -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
			}
		}
		Path log = this.directory.resolve("javac.log");
		int failed;
		try (var out = Files.newOutputStream(log)) {
			failed = ToolProvider.getSystemJavaCompiler().run(null, out, out, arguments.toArray(String[]::new));
		}
		assertThat(failed).as(Files.readString(log)).isZero();
		return new URLClassLoader(new URL[] { url(this.directory.resolve("classes" + File.separator).toFile()) },
				ClientGenerator.class.getClassLoader());
	}

	private static URL url(File directory) throws MalformedURLException {
		return directory.toURI().toURL();
	}

}
