package org.huiling.engine.dictionary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.Place;
import org.huiling.engine.source.Problems;
import org.huiling.engine.source.Yaml;
import org.huiling.engine.source.YamlMapping;
import org.huiling.facts.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * Reads fact files as a dictionary. Everything that is wrong is told at its line; only
 * what is right as a whole becomes a dictionary.
 */
public final class DictionaryReader {

	/** The ending of a fact file. */
	public static final String ENDING = ".yaml";

	/** The most fact files of an installation. */
	public static final int FILES = 100;

	/** The most bytes of a fact file. */
	static final int BYTES = 512 << 10;

	/** The most facts, fields and derived facts of an installation. */
	static final int FACTS = 3_000;

	private final Problems problems;

	private final Declarations declared;

	/**
	 * A reader.
	 * @param problems takes what is wrong
	 */
	public DictionaryReader(Problems problems) {
		this.problems = problems;
		this.declared = new Declarations(problems);
	}

	/**
	 * Reads the fact files of an installation.
	 * @param files their bytes by name, such as {@code residence.yaml}
	 * @return the dictionary of revision 0, null if something is wrong
	 */
	public @Nullable Dictionary read(Map<String, byte[]> files) {
		SortedMap<String, byte[]> sorted = new TreeMap<>(files);
		List<YamlMapping> readable = readable(sorted);
		CodeReader codes = new CodeReader(this.declared);
		readable.forEach(codes::collect);
		readable.forEach((file) -> new FactFileReader(file, this.declared).read());
		if (this.declared.count() <= FACTS) {
			new Uniqueness(this.declared).judge();
			new Meanings(this.declared).judge();
			new Overlaps(this.declared).judge();
		}
		if (this.problems.hasErrors()) {
			return null;
		}
		return new Dictionary(this.declared.files(), declared(), this.declared.fileOf(), digest(sorted), 0);
	}

	/**
	 * Where everything stands that was read.
	 * @return the line of each entry and derived fact, by path
	 */
	public Map<String, Integer> lines() {
		Map<String, Integer> lines = new TreeMap<>();
		this.declared.places().forEach((path, place) -> lines.put(path, place.line()));
		return lines;
	}

	private Dictionary.Declared declared() {
		List<Declarations.Top> tops = new ArrayList<>(this.declared.tops());
		tops.sort(Comparator.comparingInt(Declarations.Top::place));
		return new Dictionary.Declared(tops.stream().map(Declarations.Top::entry).toList(),
				List.copyOf(this.declared.codeTypes().values()), this.declared.derived(),
				this.declared.contradictions(), this.declared.lineColumns());
	}

	private List<YamlMapping> readable(SortedMap<String, byte[]> files) {
		if (files.size() > FILES) {
			this.problems.error(Place.of(files.firstKey()), "FACT_LIMIT", "事实文件多于 " + FILES + " 个",
					"there are more than " + FILES + " fact files");
			return List.of();
		}
		List<YamlMapping> readable = new ArrayList<>();
		files.forEach((name, bytes) -> {
			YamlMapping file = file(name, bytes);
			if (file != null) {
				readable.add(file);
			}
		});
		return readable;
	}

	private @Nullable YamlMapping file(String name, byte[] bytes) {
		Problems own = new Problems();
		new Limits(own).file(name, bytes);
		if (!own.hasErrors() && !name.matches("[a-z0-9][a-z0-9-]{0,62}\\.yaml")) {
			own.error(Place.of(name), "FILE_NAME", "事实文件的名字只能用小写英文字母、数字和连字符，以 .yaml 结尾",
					"a fact file is named with small letters, digits and hyphens, and ends in .yaml",
					new Bilingual("例如 party-members.yaml", "such as party-members.yaml"));
		}
		if (!own.hasErrors() && bytes.length > BYTES) {
			own.error(Place.of(name), "TOO_LARGE", "文件大于 " + (BYTES >> 10) + " KiB",
					"the file is larger than " + (BYTES >> 10) + " KiB",
					new Bilingual("分成几个文件", "split it into several files"));
		}
		this.problems.addAll(own);
		return own.hasErrors() ? null : Yaml.plainMapping(name, bytes, this.problems);
	}

	/** Over names and bytes, so that no two sets of files share one. */
	private static String digest(SortedMap<String, byte[]> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			files.forEach((name, bytes) -> {
				digest.update((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
				digest.update(bytes);
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
