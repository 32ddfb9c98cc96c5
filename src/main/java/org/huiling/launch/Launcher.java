package org.huiling.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Starts the service or a command from an unpacked copy of the jar, in a process of its
 * own that ends with this one. Whatever stands in the way only costs time: then the jar
 * itself is run as it is.
 */
public final class Launcher {

	/** Where copies are kept; {@code off} runs the jar as it is. */
	static final String DIRECTORY = "HUILING_APP";

	/** Boot's own first class, which runs the jar as it is. */
	static final String IN_PROCESS = "org.springframework.boot.loader.launch.JarLauncher";

	private static final Set<String> QUESTIONS = Set.of("--help", "-h", "--version");

	private Launcher() {
	}

	/**
	 * Runs the jar that this class lies in.
	 * @param arguments those of the service or the command
	 * @throws Exception if it cannot be run at all
	 */
	public static void main(String[] arguments) throws Exception {
		Path jar = (System.getProperty("jarmode") == null) ? jar() : null;
		Path directory = (jar != null && !isQuestion(arguments)) ? directory(arguments, System.getenv()) : null;
		if (jar == null || directory == null) {
			runInProcess(arguments);
			return;
		}
		UnpackedJar unpacked;
		try {
			unpacked = UnpackedJar.of(jar, directory);
		}
		catch (IOException ex) {
			System.err.println(
					"Starting more slowly: the jar could not be unpacked below " + directory + ": " + ex.getMessage());
			runInProcess(arguments);
			return;
		}
		System.exit(new ServiceProcess(unpacked, isService(arguments) ? null : arguments[0]).run(List.of(arguments)));
	}

	/**
	 * What a started process owes its launcher: it ends when that is gone. Without one it
	 * does nothing.
	 */
	public static void isStarted() {
		ServiceProcess.endWithParent();
		ServiceProcess.dropUselessArchive();
	}

	/** Says, where it matters, that the service is up. */
	public static void isUp() {
		ServiceProcess.isUp();
	}

	/** What is answered by a text is not worth a copy. */
	static boolean isQuestion(String[] arguments) {
		return arguments.length > 0 && QUESTIONS.contains(arguments[0]);
	}

	/** Settings begin with a dash, commands do not. */
	static boolean isService(String[] arguments) {
		return arguments.length == 0 || arguments[0].startsWith("-");
	}

	/**
	 * A service keeps its copy with its data, a command with what its user's programs
	 * keep.
	 */
	private static @Nullable Path directory(String[] arguments, Map<String, String> environment) {
		String given = environment.get(DIRECTORY);
		if (given != null) {
			return "off".equals(given) ? null : Path.of(given);
		}
		if (isService(arguments)) {
			return Path.of(data(arguments, environment), "app");
		}
		String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
		Path caches = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
		return caches.resolve("huiling");
	}

	private static String data(String[] arguments, Map<String, String> environment) {
		String setting = "--huiling.data=";
		String data = System.getProperty("huiling.data", environment.getOrDefault("HUILING_DATA", "data"));
		for (String argument : arguments) {
			if (argument.startsWith(setting)) {
				data = argument.substring(setting.length());
			}
		}
		return data;
	}

	private static @Nullable Path jar() throws URISyntaxException {
		Path place = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		return Files.isRegularFile(place) ? place : null;
	}

	private static void runInProcess(String[] arguments) throws Exception {
		try {
			Class.forName(IN_PROCESS).getMethod("main", String[].class).invoke(null, (Object) arguments);
		}
		catch (InvocationTargetException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

}
