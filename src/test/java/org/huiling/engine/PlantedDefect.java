package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding.Kind;

/** A copy of a shipped version into which a defect was written. */
final class PlantedDefect {

	private record Edit(String file, String text, String replacement) {
	}

	private final String title;

	private final Path path;

	private final Kind kind;

	private final List<String> rules;

	private final List<Edit> edits = new ArrayList<>();

	private PlantedDefect(String title, String path, Kind kind, List<String> rules) {
		this.title = title;
		this.path = Path.of("rules", path.split("/"));
		this.kind = kind;
		this.rules = rules;
	}

	/** A defect that must be found as this, of these rules. */
	static PlantedDefect of(String title, String path, Kind kind, String... rules) {
		return new PlantedDefect(title, path, kind, List.of(rules));
	}

	/** A text replaced where it stands first. */
	PlantedDefect change(String file, String text, String replacement) {
		this.edits.add(new Edit(file, text, replacement));
		return this;
	}

	/** The same inside one rule. */
	PlantedDefect changeIn(String rule, String file, String text, String replacement) {
		this.edits.add(new Edit(file, "rule \"" + rule + "\"\u0000" + text, replacement));
		return this;
	}

	Kind kind() {
		return this.kind;
	}

	List<String> rules() {
		return this.rules;
	}

	VersionDirectory directory() {
		try {
			VersionDirectory shipped = VersionDirectory.read(this.path);
			Map<String, byte[]> files = new TreeMap<>(shipped.files().files());
			for (Edit edit : this.edits) {
				String text = new String(files.get(edit.file()), StandardCharsets.UTF_8);
				files.put(edit.file(), edited(text, edit).getBytes(StandardCharsets.UTF_8));
			}
			PolicyFiles of = shipped.files();
			return new VersionDirectory(shipped.jurisdiction(), shipped.program(),
					new PolicyFiles(of.jurisdiction(), of.program(), of.version(), files), shipped.neighbours(),
					shipped.others());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String edited(String text, Edit edit) {
		int border = edit.text().indexOf('\u0000');
		int from = (border < 0) ? 0 : text.indexOf(edit.text().substring(0, border));
		String wanted = edit.text().substring(border + 1);
		int at = (from < 0) ? -1 : text.indexOf(wanted, from);
		if (at < 0) {
			throw new AssertionError("there is no " + edit.text() + " in " + edit.file());
		}
		return text.substring(0, at) + edit.replacement() + text.substring(at + wanted.length());
	}

	@Override
	public String toString() {
		return this.kind + ": " + this.title;
	}

}
