package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.NameRules;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.ListShape;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/** Reads a list with the fields of its items. */
final class FactListReader {

	private static final int MOST_ITEMS = 1_000;

	private static final int USUAL_ITEMS = 200;

	/** What the parameterised words read, and what kind of field that is. */
	private static final Map<String, Set<FactType>> ROLES = Map.of("day", Set.of(FactType.DATE), "start",
			Set.of(FactType.DATE), "kind", Set.of(FactType.CODE), "tier", Set.of(FactType.CODE), "cost",
			Set.of(FactType.MONEY), "total", Set.of(FactType.MONEY), "stay", Set.of(), "file", Set.of(FactType.TEXT));

	private final EntryReader entries;

	private final Problems problems;

	FactListReader(EntryReader entries) {
		this.entries = entries;
		this.problems = entries.declared().problems();
	}

	FactList read(YamlMapping siblings, YamlMapping yaml, String path) {
		yaml.allow("type", "zh", "en", "help", "phrase", "column", "aliases", "key", "order", "period", "merge",
				"pattern", "roles", "most", "fields", "refuse", "warn", "ask", "askAfter", "askWhen", "absent",
				"retired", "standard", "place");
		FilePlace place = siblings.keyPlace(path.substring(path.lastIndexOf('.') + 1));
		if (path.indexOf('.') >= 0) {
			this.problems.error(place, "FACT_TYPE", "列表不能放在组里", "a list lies in no group",
					new Bilingual("写在 facts 的第一层", "write it directly under facts"));
		}
		Naming naming = this.entries.naming(yaml);
		this.entries.headers(naming, path, place);
		List<Fact> fields = fields(yaml, path);
		FactList list = new FactList(path, naming, shape(yaml, fields), fields,
				this.entries.asking(siblings, yaml, path), this.entries.traits(yaml));
		new ContradictionReader(this.entries.declared()).read(yaml, path);
		return list;
	}

	private List<Fact> fields(YamlMapping yaml, String path) {
		YamlMapping fields = yaml.mapping("fields");
		List<Fact> read = new ArrayList<>();
		if (fields == null) {
			yaml.missing("fields");
			return read;
		}
		for (String name : fields.keys()) {
			Entry field = this.entries.read(fields, name, path + "[].");
			if (field instanceof Fact fact) {
				read.add(fact);
			}
		}
		return read;
	}

	private ListShape shape(YamlMapping yaml, List<Fact> fields) {
		List<String> key = named(yaml, "key", fields, Set.of());
		List<String> period = named(yaml, "period", fields, Set.of(FactType.DATE));
		if (yaml.has("period") && period.size() != 2) {
			yaml.wrong("period", "应为首日和末日两个字段", "must be two fields, the first day and the last");
		}
		if (key.isEmpty()) {
			this.problems.error(yaml.place("type"), "MISSING_KEY", "缺少 key：没有它，一项和另一项分不清",
					"key is missing: without it one item cannot be told from another",
					new Bilingual("写出能分清各项的字段，例如 key: [id] 或 key: [kind, from]",
							"name the fields that tell items apart, such as key: [id] or key: [kind, from]"));
		}
		boolean merge = new Texts(yaml, this.problems).flag("merge");
		if (merge) {
			fields.stream()
				.filter((field) -> key.contains(field.name()) && !field.is(Trait.REQUIRED))
				.forEach((field) -> yaml.wrong("key", "里的 " + field.name() + " 要写 required: true",
						"has " + field.name() + ", which must be required: true"));
		}
		String pattern = pattern(yaml);
		return new ListShape(key, named(yaml, "order", fields, Set.of()), (period.size() == 2) ? period.get(0) : null,
				(period.size() == 2) ? period.get(1) : null, merge, pattern, roles(yaml, fields),
				yaml.has("most") ? yaml.number("most", 1, MOST_ITEMS) : USUAL_ITEMS);
	}

	private @Nullable String pattern(YamlMapping yaml) {
		String pattern = yaml.optionalText("pattern");
		if (pattern != null && new NameRules(this.problems).pattern(pattern, yaml.place("pattern"))) {
			FilePlace before = this.entries.declared()
				.typePlaces()
				.putIfAbsent(pattern.toLowerCase(Locale.ROOT), yaml.place("pattern"));
			if (before != null) {
				Twice twice = Twice.of(before, yaml.place("pattern"));
				FilePlace other = twice.before();
				this.problems.error(twice.later(), "FACT_TWICE",
						pattern + " 已在 " + other.file() + " 第 " + other.line() + " 行声明",
						pattern + " is declared in " + other.file() + ", line " + other.line() + ", already");
			}
		}
		return pattern;
	}

	private List<String> named(YamlMapping yaml, String key, List<Fact> fields, Set<FactType> types) {
		List<String> names = yaml.has(key) ? yaml.texts(key) : null;
		if (names == null) {
			return List.of();
		}
		names.forEach((name) -> field(yaml.place(key), name, fields, types));
		return names;
	}

	private void field(FilePlace place, String name, List<Fact> fields, Set<FactType> types) {
		Fact field = fields.stream().filter((one) -> one.name().equals(name)).findFirst().orElse(null);
		if (field == null) {
			String near = Nearest.to(name, fields.stream().map(Fact::name).toList());
			this.problems.error(place, "UNKNOWN_FIELD", "列表里没有字段 " + name, "the list has no field " + name,
					(near != null) ? Nearest.hint(near) : null);
		}
		else if (!types.isEmpty() && !types.contains(field.type())) {
			String words = String.join("/", types.stream().map(FactType::word).sorted().toList());
			this.problems.error(place, "FACT_TYPE", name + " 应为 " + words, name + " must be of type " + words);
		}
	}

	private Map<String, String> roles(YamlMapping yaml, List<Fact> fields) {
		YamlMapping roles = yaml.mapping("roles");
		Map<String, String> read = new HashMap<>();
		if (roles == null) {
			return read;
		}
		roles.allow(ROLES.keySet().stream().sorted().toArray(String[]::new));
		for (String role : roles.keys()) {
			String name = roles.text(role);
			read.put(role, name);
			if ("stay".equals(role)) {
				stay(roles, name, fields);
			}
			else {
				field(roles.place(role), name, fields, ROLES.getOrDefault(role, Set.of()));
			}
		}
		return read;
	}

	/**
	 * Which kind of item is a stay in a hospital: a code of the field that says the kind.
	 */
	private void stay(YamlMapping roles, String code, List<Fact> fields) {
		String kind = Objects.requireNonNullElse(roles.optionalText("kind"), "");
		boolean known = fields.stream()
			.filter((field) -> field.name().equals(kind))
			.anyMatch((field) -> field.codes() != null && field.codes().names().containsAll(Arrays.asList(code)));
		if (!known) {
			roles.wrong("stay", "应为 kind 的一个代码", "must be a code of kind");
		}
	}

}
