package org.huiling.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A library of the copy without signature and for this version of Java alone. The virtual
 * machine archives no class of a signed jar, and JDK 17 does not survive the lambdas of
 * one while it makes an archive, nor a recording or an agent in a process that starts
 * from one with classes below {@code META-INF/versions}.
 */
final class PlainLibrary {

	private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

	private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(?!module-info).*\\.class");

	private PlainLibrary() {
	}

	/** Makes all of a directory plain. */
	static void makeAll(Path directory) throws IOException {
		if (Files.isDirectory(directory)) {
			try (DirectoryStream<Path> libraries = Files.newDirectoryStream(directory, "*.jar")) {
				for (Path library : libraries) {
					make(library);
				}
			}
		}
	}

	/** Writes a library anew, if it is not plain. */
	static void make(Path library) throws IOException {
		Path plain = library.resolveSibling(library.getFileName() + ".plain");
		try (JarFile from = new JarFile(library.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
			if (from.stream().noneMatch((entry) -> isOdd(entry.getName()))) {
				return;
			}
			write(from, plain);
		}
		Files.move(plain, library, StandardCopyOption.REPLACE_EXISTING);
	}

	private static boolean isOdd(String name) {
		return SIGNATURE.matcher(name).matches() || VERSIONED.matcher(name).matches();
	}

	private static void write(JarFile from, Path plain) throws IOException {
		Manifest manifest = from.getManifest();
		manifest.getMainAttributes().remove(Attributes.Name.MULTI_RELEASE);
		try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(plain), manifest)) {
			to.setLevel(Deflater.BEST_SPEED);
			for (JarEntry entry : (Iterable<JarEntry>) from.versionedStream()::iterator) {
				if (!isOdd(entry.getName()) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
					to.putNextEntry(new ZipEntry(entry.getName()));
					try (InputStream in = from.getInputStream(entry)) {
						in.transferTo(to);
					}
					to.closeEntry();
				}
			}
		}
	}

}
