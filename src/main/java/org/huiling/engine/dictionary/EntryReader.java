package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.ConditionText;
import org.huiling.engine.dictionary.written.NameRules;
import org.huiling.engine.dictionary.written.Reference;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.dictionary.written.Title;
import org.huiling.engine.dictionary.written.Written;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.type.Asking;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/** Reads facts, groups and lists as a file declares them. */
final class EntryReader {

	/** How deep groups may lie within each other. */
	static final int DEPTH = 4;

	private static final int LAST_PLACE = 9_999;

	private static final String FIELDS = "fields";

	private final String file;

	private final Declarations declared;

	private final Problems problems;

	EntryReader(String file, Declarations declared) {
		this.file = file;
		this.declared = declared;
		this.problems = declared.problems();
	}

	Declarations declared() {
		return this.declared;
	}

	/**
	 * Reads one entry.
	 * @param siblings the mapping it is a key of
	 * @param prefix what its path begins with
	 * @return null if it cannot be used at all, which is told
	 */
	@Nullable Entry read(YamlMapping siblings, String name, String prefix) {
		FilePlace place = siblings.keyPlace(name);
		boolean item = prefix.endsWith("[].");
		YamlMapping yaml = siblings.mapping(name);
		NameRules rules = new NameRules(this.problems);
		if (!(prefix.isEmpty() ? rules.first(name, place) : rules.fact(name, place, item))) {
			return null;
		}
		if (yaml == null) {
			if (!siblings.has(name)) {
				siblings.missing(name);
			}
			return null;
		}
		String path = prefix + name;
		if (!this.declared.declare(path, place, this.file)) {
			return null;
		}
		Entry entry = entry(siblings, yaml, name, path);
		if (entry != null) {
			this.declared.entries().put(path, entry);
		}
		return entry;
	}

	private @Nullable Entry entry(YamlMapping siblings, YamlMapping yaml, String name, String path) {
		String type = yaml.optionalText("type");
		boolean item = path.contains("[]");
		if ("list".equals(type)) {
			return item ? nested(yaml, path) : new FactListReader(this).read(siblings, yaml, path);
		}
		if (type == null && yaml.has(FIELDS)) {
			return item ? nested(yaml, path) : group(siblings, yaml, name, path);
		}
		FactType known = Arrays.stream(FactType.values())
			.filter((one) -> one.word().equals(type))
			.findFirst()
			.orElse(null);
		if (known == null) {
			wrongType(yaml, type);
			return null;
		}
		return new FactReader(this).read(siblings, yaml, path, known);
	}

	private void wrongType(YamlMapping yaml, @Nullable String type) {
		if (type == null && yaml.has("is")) {
			this.problems.error(yaml.place("is"), "FACT_TYPE", "有 is 的是派生事实，不是登记的事实",
					"what has is is a derived fact, not a recorded one",
					new Bilingual("把它移到 derived: 下面，不写 type", "move it below derived:, without a type"));
			return;
		}
		if (type == null) {
			yaml.missing("type");
			return;
		}
		List<String> words = new ArrayList<>(Arrays.stream(FactType.values()).map(FactType::word).toList());
		words.add("list");
		String near = Nearest.to(type, words);
		this.problems.error(yaml.place("type"), "FACT_TYPE", "type 应为 " + String.join("、", words) + " 之一",
				"type must be one of " + String.join(", ", words), (near != null) ? Nearest.hint(near) : null);
	}

	private @Nullable Entry nested(YamlMapping yaml, String path) {
		this.problems.error(yaml.place("type"), "FACT_TYPE", path + "：列表的一项里不能再有组和列表",
				path + ": an item of a list holds no groups and no lists",
				new Bilingual("把字段直接写在一项里", "write the fields into the item itself"));
		return null;
	}

	private @Nullable Entry group(YamlMapping siblings, YamlMapping yaml, String name, String path) {
		yaml.allow("zh", "en", "help", "phrase", FIELDS, "place", "refuse", "warn");
		if (path.split("\\.", -1).length >= DEPTH) {
			this.problems.error(siblings.keyPlace(name), "FACT_LIMIT", "组嵌套多于 " + (DEPTH - 1) + " 层",
					"groups are nested more than " + (DEPTH - 1) + " deep", new Bilingual("少分几层", "use fewer levels"));
			return null;
		}
		YamlMapping fields = yaml.mapping(FIELDS);
		List<Entry> entries = new ArrayList<>();
		if (fields != null) {
			for (String field : fields.keys()) {
				Entry entry = read(fields, field, path + ".");
				if (entry != null) {
					entries.add(entry);
				}
			}
		}
		new ContradictionReader(this.declared).read(yaml, null);
		return new FactGroup(path, naming(yaml), entries);
	}

	/** What an entry is called. */
	Naming naming(YamlMapping yaml) {
		Texts texts = new Texts(yaml, this.problems);
		Label label = texts.label();
		return new Naming(label, texts.optional("help"), texts.optional("phrase"), texts.optional("not"),
				texts.optional("alone"), texts.plain("column", Texts.LABEL), texts.aliases());
	}

	/** Notes the headers under which a table may have a fact. */
	void headers(Naming naming, String path, FilePlace place) {
		int bracket = path.indexOf("[].");
		String room = (bracket < 0) ? Title.COLUMNS : path.substring(0, bracket);
		title(room, naming.label().zh(), path, place);
		title(room, naming.label().en(), path, place);
		if (bracket < 0) {
			title(room, path, path, place);
		}
		String columns = (bracket < 0) ? Title.COLUMNS : Title.ITEM_COLUMNS;
		if (naming.column() != null) {
			title(columns, naming.column(), path, place);
		}
		naming.aliases().forEach((alias) -> title(columns, alias, path, place));
	}

	void title(String room, String text, String owner, FilePlace place) {
		this.declared.titles().add(new Title(room, text, owner, place));
	}

	Asking asking(YamlMapping siblings, YamlMapping yaml, String path) {
		Integer place = yaml.has("ask") ? (Integer) yaml.number("ask", 1, LAST_PLACE) : null;
		String after = yaml.has("askAfter") ? reference(siblings, yaml, "askAfter", path, Set.of()) : null;
		Written when = yaml.has("askWhen") ? Written.read(yaml, "askWhen", this.problems) : null;
		if (when != null) {
			int bracket = path.indexOf("[].");
			this.declared.conditions()
				.add(new ConditionText(path, when, (bracket >= 0) ? path.substring(0, bracket) : null, true));
		}
		return new Asking(place, after, (when != null) ? when.expression() : null);
	}

	/** The path that a text names: of a fact beside this one, or of any. */
	String reference(YamlMapping siblings, YamlMapping yaml, String key, String path, Set<FactType> types) {
		String text = yaml.text(key);
		String full = full(siblings, text, path);
		int list = full.indexOf("[].");
		if (list >= 0 && !path.startsWith(full.substring(0, list + 3))) {
			this.problems.error(yaml.place(key), "FACT_TYPE", full + " 是列表里一项的字段，这里只能写本项或本人的",
					full + " is a field of an item of a list: name one of the same item, or of the person");
		}
		else if (!text.isEmpty()) {
			this.declared.references().add(new Reference(full, types, yaml.place(key)));
		}
		return full;
	}

	static String full(YamlMapping siblings, String text, String path) {
		return siblings.has(text) ? path.substring(0, path.lastIndexOf('.') + 1) + text : text;
	}

	Set<Trait> traits(YamlMapping yaml) {
		Texts texts = new Texts(yaml, this.problems);
		Set<Trait> traits = EnumSet.noneOf(Trait.class);
		add(traits, Trait.REQUIRED, texts.flag("required"));
		add(traits, Trait.SEALED, texts.flag("sealed"));
		add(traits, Trait.RETIRED, texts.flag("retired"));
		add(traits, Trait.CORE, Core.isFile(this.file));
		String absent = yaml.optionalText("absent");
		if (absent != null && !"none".equals(absent)) {
			yaml.wrong("absent", "只能是 none", "can only be none");
		}
		add(traits, Trait.ABSENT_IS_NONE, "none".equals(absent));
		return traits;
	}

	private static void add(Set<Trait> traits, Trait trait, boolean is) {
		if (is) {
			traits.add(trait);
		}
	}

}
