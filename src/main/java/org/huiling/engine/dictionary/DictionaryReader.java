package org.huiling.engine.dictionary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactFile;
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

	private final Declarations organisations;

	/**
	 * A reader.
	 * @param problems takes what is wrong
	 */
	public DictionaryReader(Problems problems) {
		this.problems = problems;
		this.declared = new Declarations(problems);
		this.organisations = new Declarations(this.declared);
	}

	/**
	 * Reads the fact files of an installation.
	 * @param files their bytes by name, such as {@code residence.yaml}
	 * @return the dictionary of revision 0, null if something is wrong
	 */
	public @Nullable Dictionary read(Map<String, byte[]> files) {
		SortedMap<String, byte[]> sorted = new TreeMap<>(files);
		Map<Subject, List<YamlMapping>> readable = new EnumMap<>(Subject.class);
		readable(sorted)
			.forEach((file) -> readable.computeIfAbsent(subject(file), (first) -> new ArrayList<>()).add(file));
		List<YamlMapping> ofPeople = readable.getOrDefault(Subject.PERSON, List.of());
		List<YamlMapping> ofOrganisations = readable.getOrDefault(Subject.ORGANISATION, List.of());
		CodeReader codes = new CodeReader(this.declared);
		ofPeople.forEach(codes::collect);
		CodeReader theirCodes = new CodeReader(this.organisations);
		ofOrganisations.forEach(theirCodes::collect);
		read(ofPeople, this.declared);
		requireCore(ofOrganisations);
		read(ofOrganisations, this.organisations);
		apart();
		if (this.problems.hasErrors()) {
			return null;
		}
		String digest = digest(sorted);
		Dictionary others = ofOrganisations.isEmpty() ? null : dictionary(this.organisations, digest, null);
		this.declared.files().addAll(this.organisations.files());
		this.declared.files().sort(Comparator.comparing(FactFile::name));
		this.organisations.fileOf().forEach(this.declared.fileOf()::putIfAbsent);
		return dictionary(this.declared, digest, others);
	}

	/** A name means one thing, of people and of organisations. */
	private void apart() {
		Map<String, String> ofPeople = new HashMap<>();
		this.declared.places().keySet().forEach((path) -> ofPeople.put(path.toLowerCase(Locale.ROOT), path));
		this.organisations.places().forEach((path, place) -> {
			String same = ofPeople.get(path.toLowerCase(Locale.ROOT));
			boolean core = same != null && Core.isFile(this.organisations.fileOf().getOrDefault(path, ""))
					&& Core.isFile(this.declared.fileOf().getOrDefault(same, ""));
			if (same != null && !core) {
				Twice twice = Twice.of(Objects.requireNonNull(this.declared.places().get(same)), place);
				FilePlace other = twice.before();
				this.problems.error(twice.later(), "FACT_TWICE",
						path + " 已在 " + other.file() + " 第 " + other.line() + " 行声明，人和机构的事实不能重名",
						path + " is declared in " + other.file() + ", line " + other.line()
								+ ", already: facts of people and of organisations have names of their own",
						new Bilingual("换一个名字", "choose another name"));
			}
		});
	}

	private static void read(List<YamlMapping> files, Declarations declared) {
		files.forEach((file) -> new FactFileReader(file, declared).read());
		if (declared.count() <= FACTS) {
			new Uniqueness(declared).judge();
			new NameResolver(declared).judge();
			new Overlaps(declared).judge();
		}
	}

	private static Dictionary dictionary(Declarations declared, String digest, @Nullable Dictionary organisations) {
		return new Dictionary(declared.subject(), declared.files(), declared(declared), declared.fileOf(), digest, 0,
				organisations);
	}

	/** Whom the facts of a file are about: people, unless it says otherwise. */
	private static Subject subject(YamlMapping file) {
		String written = file.optionalText(Subject.FIELD);
		Subject subject = (written != null) ? Subject.of(written) : Subject.PERSON;
		if (subject == null) {
			file.wrong(Subject.FIELD, "应为 person（人，可不写）或 organisation（机构）",
					"must be person (which is meant where it is absent) or organisation");
			return Subject.PERSON;
		}
		for (Subject one : Subject.values()) {
			if (one != subject && file.file().equals(Core.of(one).file() + ENDING)) {
				file.wrong(Subject.FIELD, "这个文件应为 " + one.word(), "must be " + one.word() + " in this file");
			}
		}
		return subject;
	}

	/** Nothing is known of organisations where nobody says what they are. */
	private void requireCore(List<YamlMapping> files) {
		String core = Core.ORGANISATION.file() + ENDING;
		if (!files.isEmpty() && files.stream().noneMatch((file) -> file.file().equals(core))) {
			this.problems.error(files.get(0).place(Subject.FIELD), "MISSING_KEY",
					"有机构的事实，就要有 " + core + "：机构的代码、名称、所在地等由它说明",
					"facts of organisations need " + core + ", which says what every organisation has");
		}
	}

	/**
	 * Where everything stands that was read.
	 * @return the line of each entry and derived fact, by path
	 */
	public Map<String, Integer> lines() {
		Map<String, Integer> lines = new TreeMap<>();
		this.organisations.places().forEach((path, place) -> lines.put(path, place.line()));
		this.declared.places().forEach((path, place) -> lines.put(path, place.line()));
		return lines;
	}

	private static Dictionary.Declared declared(Declarations declared) {
		List<Declarations.Top> tops = new ArrayList<>(declared.tops());
		tops.sort(Comparator.comparingInt(Declarations.Top::place));
		return new Dictionary.Declared(tops.stream().map(Declarations.Top::entry).toList(),
				List.copyOf(declared.codeTypes().values()), declared.derived(), declared.contradictions(),
				declared.lineColumns());
	}

	private List<YamlMapping> readable(SortedMap<String, byte[]> files) {
		if (files.size() > FILES) {
			this.problems.error(FilePlace.of(files.firstKey()), "FACT_LIMIT", "事实文件多于 " + FILES + " 个",
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
			own.error(FilePlace.of(name), "FILE_NAME", "事实文件的名字只能用小写英文字母、数字和连字符，以 .yaml 结尾",
					"a fact file is named with small letters, digits and hyphens, and ends in .yaml",
					new Bilingual("例如 party-members.yaml", "such as party-members.yaml"));
		}
		if (!own.hasErrors() && bytes.length > BYTES) {
			own.error(FilePlace.of(name), "TOO_LARGE", "文件大于 " + (BYTES >> 10) + " KiB",
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
