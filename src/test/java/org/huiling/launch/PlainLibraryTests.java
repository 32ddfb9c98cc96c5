package org.huiling.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Libraries as they come, and what is left of them in the copy. */
class PlainLibraryTests {

	private static final int THIS = Runtime.version().feature();

	@TempDir
	Path directory;

	private Path library;

	@BeforeEach
	void name() {
		this.library = this.directory.resolve("library.jar");
	}

	private void write(String... names) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, "a library");
		manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(this.library), manifest)) {
			for (String name : names) {
				jar.putNextEntry(new JarEntry(name));
				jar.write(name.getBytes(StandardCharsets.UTF_8));
				jar.closeEntry();
			}
		}
	}

	/** What lies where, the manifest left out. */
	private Map<String, String> read() throws IOException {
		Map<String, String> content = new LinkedHashMap<>();
		try (JarFile jar = new JarFile(this.library.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
			for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
				if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
					try (InputStream in = jar.getInputStream(entry)) {
						content.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
					}
				}
			}
			Attributes main = jar.getManifest().getMainAttributes();
			assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE)).isEqualTo("a library");
		}
		return content;
	}

	@Test
	void theNewestClassesForThisJavaTakeTheirPlace() throws Exception {
		String newest = "META-INF/versions/" + THIS + "/a/B.class";
		write("a/B.class", "a/C.class", "a/text", "META-INF/services/a.B", "META-INF/versions/9/a/B.class", newest,
				"META-INF/versions/" + (THIS + 1) + "/a/B.class", "META-INF/versions/9/a/New.class");
		PlainLibrary.make(this.library);
		assertThat(read()).containsExactlyInAnyOrderEntriesOf(
				Map.of("a/B.class", newest, "a/C.class", "a/C.class", "a/text", "a/text", "META-INF/services/a.B",
						"META-INF/services/a.B", "a/New.class", "META-INF/versions/9/a/New.class"));
		try (JarFile jar = new JarFile(this.library.toFile())) {
			assertThat(jar.isMultiRelease()).isFalse();
		}
	}

	@Test
	void signaturesGo() throws Exception {
		write("META-INF/SIGNER.SF", "META-INF/SIGNER.RSA", "META-INF/OTHER.EC", "a/B.class", "a/B.SF");
		PlainLibrary.make(this.library);
		assertThat(read()).containsOnlyKeys("a/B.class", "a/B.SF");
	}

	@Test
	void whatIsPlainStaysAsItIs() throws Exception {
		write("a/B.class", "META-INF/versions/9/module-info.class");
		FileTime before = FileTime.fromMillis(1_000_000);
		Files.setLastModifiedTime(this.library, before);
		PlainLibrary.makeAll(this.directory);
		assertThat(Files.getLastModifiedTime(this.library)).isEqualTo(before);
		assertThat(read()).hasSize(2);
		assertThat(this.directory).isDirectoryContaining("glob:**library.jar");
	}

	@Test
	void noDirectoryIsNoMatter() throws Exception {
		PlainLibrary.makeAll(this.directory.resolve("none"));
		assertThat(this.directory.resolve("none")).doesNotExist();
	}

}
