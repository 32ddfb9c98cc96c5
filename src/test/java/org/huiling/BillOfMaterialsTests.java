package org.huiling;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The jar says what it is made of, and is made of nothing that it should not be. */
class BillOfMaterialsTests {

	/** As the build makes it; nothing else does. */
	private static final Path BILL = Path.of("target", "classes", "META-INF", "sbom", "application.cdx.json");

	/** One of these is among the licences of each library. */
	private static final Set<String> TAKEN = Set.of("Apache-2.0", "MIT", "0BSD", "BSD-2-Clause", "BSD-3-Clause",
			"BSD licence", "EPL-2.0", "CC0-1.0");

	private JsonNode bill;

	@BeforeEach
	void read() throws IOException {
		if (System.getenv("CI") == null) {
			assumeThat(BILL).exists();
		}
		this.bill = new JsonMapper().readTree(Files.readString(BILL));
	}

	private Stream<JsonNode> libraries() {
		return this.bill.get("components").valueStream();
	}

	private static Set<String> licences(JsonNode library) {
		return library.path("licenses")
			.valueStream()
			.map((each) -> each.path("license"))
			.map((licence) -> licence.path("id").asString(licence.path("name").asString("")))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void namesTheEngineWithItsVersionAndLicence() {
		JsonNode drools = libraries().filter((one) -> "drools-engine".equals(one.get("name").asString()))
			.findAny()
			.orElseThrow();
		assertThat(drools.get("version").asString()).matches("10\\.\\d+\\.\\d+");
		assertThat(drools.get("purl").asString()).startsWith("pkg:maven/org.drools/drools-engine@10.");
		assertThat(licences(drools)).containsExactly("Apache-2.0");
		assertThat(drools.get("hashes").valueStream().map((one) -> one.get("alg").asString())).contains("SHA-256");
	}

	@Test
	void namesNothingOfTheTests() {
		assertThat(libraries().map((one) -> one.get("name").asString())).contains("spring-core", "postgresql")
			.doesNotContain("junit-jupiter-api", "archunit", "selenium-api");
	}

	@Test
	void everyLibraryIsARelease() {
		assertThat(libraries().map((one) -> one.get("purl").asString())).isNotEmpty()
			.noneMatch((purl) -> purl.contains("-SNAPSHOT"));
	}

	@Test
	void everyLibraryMayBeHandedOn() {
		assertThat(libraries())
			.allSatisfy((one) -> assertThat(licences(one)).as(one.get("purl").asString()).containsAnyElementsOf(TAKEN));
	}

	@Test
	void noClassComesFromTwoLibraries() throws IOException {
		Set<String> files = libraries()
			.map((one) -> one.get("name").asString() + "-" + one.get("version").asString() + ".jar")
			.collect(Collectors.toSet());
		Map<String, String> from = new TreeMap<>();
		Set<String> twice = new TreeSet<>();
		int read = 0;
		for (Path jar : jars()) {
			if (files.contains(String.valueOf(jar.getFileName()))) {
				read++;
				for (String name : classes(jar)) {
					String before = from.put(name, jar.getFileName().toString());
					if (before != null) {
						twice.add(name + ": " + before + ", " + jar.getFileName());
					}
				}
			}
		}
		assertThat(read).isGreaterThan(100);
		assertThat(twice).isEmpty();
	}

	/** Those that the tests run with, whoever started them. */
	private static Set<Path> jars() throws IOException {
		Set<Path> jars = new TreeSet<>();
		for (URL manifest : Collections
			.list(BillOfMaterialsTests.class.getClassLoader().getResources(JarFile.MANIFEST_NAME))) {
			if (manifest.openConnection() instanceof JarURLConnection inJar) {
				jars.add(Path.of(URI.create(inJar.getJarFileURL().toString())));
			}
		}
		return jars;
	}

	private static Set<String> classes(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.endsWith(".class") && !name.startsWith("META-INF/")
						&& !name.endsWith("module-info.class") && !name.endsWith("package-info.class"))
				.collect(Collectors.toSet());
		}
	}

}
