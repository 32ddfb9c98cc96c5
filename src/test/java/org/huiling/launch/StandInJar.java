package org.huiling.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.springframework.util.FileSystemUtils;

/**
 * A small jar that begins with the launcher: in place of Boot's loader it has a program
 * of the same name that unpacks, says where it runs and with what, and ends as it is
 * told.
 */
final class StandInJar {

	private static final String LOADER = "org/springframework/boot/loader/launch/JarLauncher";

	private static final String SOURCE = """
			package org.springframework.boot.loader.launch;

			import java.io.InputStream;
			import java.io.OutputStream;
			import java.lang.invoke.*;
			import java.lang.management.ManagementFactory;
			import java.nio.file.Files;
			import java.nio.file.Path;
			import java.util.List;
			import java.util.jar.*;

			public class JarLauncher {

				public static void main(String[] arguments) throws Throwable {
					Path jar = Path.of(JarLauncher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
					if ("tools".equals(System.getProperty("jarmode"))) {
						unpack(jar, Path.of(arguments[2]));
						return;
					}
					org.huiling.launch.Launcher.isStarted();
					String place = jar.getParent().getFileName().toString().matches("[0-9a-f]{16}-[0-9]+") ? "copy" : "jar";
					System.out.println(place + " of " + System.getProperty("of.the") + ": " + String.join(" ", arguments));
					System.out.println("shared: " + isShared());
					System.out.println("bound: " + (int) bound().invokeExact());
					System.out.flush();
					org.huiling.launch.Launcher.isUp();
					for (String argument : arguments) {
						if (argument.startsWith("--end=")) {
							System.exit(Integer.parseInt(argument.substring(6)));
						}
					}
					Thread.sleep(60_000);
				}

				/** A handle of such a kind that its class is made up, and for an archive beforehand. */
				private static MethodHandle bound() throws Exception {
					MethodHandle first = MethodHandles.lookup().findStatic(JarLauncher.class, "first",
							MethodType.methodType(int.class, int.class, long.class, double.class));
					return MethodHandles.insertArguments(first, 0, 1, 2L, 3.0);
				}

				static int first(int one, long two, double three) {
					return one;
				}

				/** Whether the virtual machine was given an archive and takes it. */
				private static boolean isShared() throws Exception {
					return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
							.anyMatch((option) -> option.startsWith("-XX:SharedArchiveFile="))
							&& System.getProperty("java.vm.info").contains("sharing");
				}

				private static void unpack(Path jar, Path target) throws Exception {
					Files.createDirectories(target);
					Manifest manifest = new Manifest();
					manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
					manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
					try (JarFile from = new JarFile(jar.toFile());
							OutputStream out = Files.newOutputStream(target.resolve(jar.getFileName()));
							JarOutputStream to = new JarOutputStream(out, manifest)) {
						for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
							if (!entry.getName().startsWith("META-INF")) {
								to.putNextEntry(new JarEntry(entry.getName()));
								try (InputStream in = from.getInputStream(entry)) {
									in.transferTo(to);
								}
								to.closeEntry();
							}
						}
					}
				}

			}
			""";

	private StandInJar() {
	}

	/**
	 * Writes the jar.
	 * @param jar where
	 * @param more names of further entries, empty ones
	 */
	static void write(Path jar, String... more) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream to = new JarOutputStream(out, manifest)) {
			for (Class<?> type : List.of(Launcher.class, UnpackedJar.class, ServiceProcess.class, ClassArchive.class,
					ArchiveMaking.class, PlainLibrary.class)) {
				put(to, type.getName().replace('.', '/') + ".class",
						type.getResourceAsStream(
								type.getName().substring(type.getPackageName().length() + 1) + ".class")
							.readAllBytes());
			}
			put(to, LOADER + ".class", loader());
			for (String name : more) {
				put(to, name, new byte[0]);
			}
		}
	}

	private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
		jar.putNextEntry(new ZipEntry(name));
		jar.write(bytes);
		jar.closeEntry();
	}

	private static byte[] loader() throws IOException {
		Path directory = Files.createTempDirectory("stand-in");
		try {
			Path source = directory.resolve("JarLauncher.java");
			Files.writeString(source, SOURCE, StandardCharsets.UTF_8);
			JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
			int code = compiler.run(null, null, null, "-nowarn", "-proc:none", "-d", directory.toString(), "-cp",
					Path.of("target", "classes").toString(), source.toString());
			if (code != 0) {
				throw new IllegalStateException("the stand-in does not compile");
			}
			return Files.readAllBytes(directory.resolve(LOADER + ".class"));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

}
