package org.huiling.command.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.huiling.command.sync.SyncItem.State;
import org.huiling.command.terminal.Unreadable;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Currencies;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.Subject;
import tools.jackson.databind.JsonNode;

/** The rules directory of {@code sync}. */
final class SyncTree {

	private static final int VERSION = 3;

	private final Path root;

	private final Map<String, VersionDirectory> versions = new LinkedHashMap<>();

	private final List<SyncItem> broken = new ArrayList<>();

	private SyncTree(Path root) {
		this.root = root;
	}

	/**
	 * Reads a directory; what cannot be read is told and left out.
	 * @param root such as {@code rules}
	 * @return its versions
	 * @throws IOException if it is no directory
	 */
	static SyncTree read(Path root) throws IOException {
		SyncTree tree = new SyncTree(root.toAbsolutePath().normalize());
		try (Stream<Path> paths = Files.walk(tree.root, VERSION)) {
			for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
				if (tree.root.relativize(path).getNameCount() == VERSION && Files.isDirectory(path)
						&& !tree.root.relativize(path).toString().matches("(.*[/\\\\])?\\..*")) {
					tree.take(path);
				}
			}
		}
		return tree;
	}

	private void take(Path path) throws IOException {
		String place = this.root.relativize(path).toString().replace('\\', '/');
		try {
			this.versions.put(place, VersionDirectory.read(path));
		}
		catch (PolicyDefects defects) {
			this.broken.add(new SyncItem(place, State.BROKEN, defects.problems().get(0).message()));
		}
		catch (IOException | RuntimeException unreadable) {
			String why = Unreadable.says(unreadable);
			this.broken.add(new SyncItem(place, State.BROKEN, new Bilingual("无法读取：" + why, "cannot be read: " + why)));
		}
	}

	/** By place, such as {@code model-district/old-age-allowance/2013-01-01}. */
	Map<String, VersionDirectory> versions() {
		return this.versions;
	}

	List<SyncItem> broken() {
		return this.broken;
	}

	/** Writes what stands above a program's versions, where nothing does. */
	void write(JsonNode jurisdiction, JsonNode program) throws IOException {
		Path owner = this.root.resolve(jurisdiction.get("id").asString());
		Path directory = owner.resolve(program.get("id").asString());
		Files.createDirectories(directory);
		writeNew(owner.resolve("jurisdiction.yaml"), """
				id: %s
				name: %s
				regionPrefix: "%s"
				%s""".formatted(jurisdiction.get("id").asString(), name(jurisdiction),
				jurisdiction.get("regionPrefix").asString(), currency(jurisdiction.path("currency").asString(""))));
		writeNew(directory.resolve("program.yaml"), """
				name: %s
				cycle: %s
				unit: %s
				order: %d
				paidTo: %s
				%s%s%s""".formatted(name(program), program.get("cycle").asString(), program.get("unit").asString(),
				program.get("order").asInt(), program.get("paidTo").asString(),
				program.has("over") ? "over: " + program.get("over").asString() + "\n" : "",
				program.path("appliesBelow").asBoolean(false) ? "appliesBelow: true\n" : "",
				program.has(Subject.FIELD) ? Subject.FIELD + ": " + program.get(Subject.FIELD).asString() + "\n" : ""));
	}

	/** Written where it is not what is paid in where nothing is written. */
	private static String currency(String code) {
		return (code.isEmpty() || code.equals(Currencies.DEFAULT)) ? "" : "currency: " + code + "\n";
	}

	private static String name(JsonNode owner) {
		return "{zh: %s, en: %s}".formatted(quoted(owner.at("/name/zh")), quoted(owner.at("/name/en")));
	}

	private static String quoted(JsonNode text) {
		return "\"" + text.asString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static void writeNew(Path file, String content) throws IOException {
		if (!Files.exists(file)) {
			Files.writeString(file, content);
		}
	}

	/**
	 * Writes a version, whole or not at all.
	 * @param place where it belongs
	 * @param zip the service's export
	 * @param digest what the service says of it
	 * @throws IOException if it cannot be written, or is not what the service says
	 */
	void write(String place, byte[] zip, String digest) throws IOException {
		String[] names = place.split("/");
		PolicyFiles files = new PolicyFiles(names[0], names[1], names[2], unzipped(place, zip));
		if (!files.digest().equals(digest)) {
			throw new IOException(place + ": what came is not what the service says it is (" + digest + ")");
		}
		Path version = this.root.resolve(place);
		Path partial = version.resolveSibling("." + names[2] + ".partial");
		deleted(partial);
		for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
			Path target = partial.resolve(file.getKey()).normalize();
			if (!target.startsWith(partial)) {
				throw new IOException(place + ": the name of a file leads out of the directory");
			}
			Files.createDirectories(target.getParent());
			Files.write(target, file.getValue());
		}
		Files.move(partial, version, StandardCopyOption.ATOMIC_MOVE);
	}

	private static Map<String, byte[]> unzipped(String place, byte[] zip) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				if (!entry.getName().startsWith(place + "/")) {
					throw new IOException(place + ": the export holds other files");
				}
				files.put(entry.getName().substring(place.length() + 1), in.readAllBytes());
			}
		}
		return files;
	}

	/** Removes what an interrupted run left. */
	private static void deleted(Path partial) throws IOException {
		if (Files.exists(partial)) {
			try (Stream<Path> left = Files.walk(partial)) {
				for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}

}
