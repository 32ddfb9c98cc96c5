package org.huiling.engine.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.NameRules;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.Asking;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.huiling.facts.type.ValueName;
import org.jspecify.annotations.Nullable;

/** Reads one recorded fact. */
final class FactReader {

	/** What numbers may count; a policy's parameters say the same words. */
	private static final List<String> UNITS = List.of("count", "years", "months", "days", "hours", "level", "grade",
			"year", "points", "pieces");

	private static final List<String> COMMON = List.of("type", "zh", "en", "help", "phrase", "alone", "column",
			"aliases", "ask", "askAfter", "askWhen", "absent", "standard", "required", "retired", "place");

	private final EntryReader entries;

	private final Problems problems;

	FactReader(EntryReader entries) {
		this.entries = entries;
		this.problems = entries.declared().problems();
	}

	Fact read(YamlMapping siblings, YamlMapping yaml, String path, FactType type) {
		yaml.allow(keys(type));
		FilePlace place = siblings.keyPlace(path.substring(path.lastIndexOf('.') + 1));
		Naming naming = this.entries.naming(yaml);
		this.entries.headers(naming, path, place);
		CodeType codes = type.isCoded() ? codes(yaml) : null;
		Bounds bounds = new BoundsReader(this.entries, yaml, path, type).read(siblings);
		Asking asking = this.entries.asking(siblings, yaml, path);
		Set<Trait> traits = this.entries.traits(yaml);
		if (traits.contains(Trait.REQUIRED) && !path.contains("[]")) {
			yaml.wrong("required", "只用于列表里的字段", "is for fields of lists only");
		}
		return new Fact(path, type, naming, codes, bounds, asking, validity(siblings, yaml, path, codes),
				unit(yaml, type, codes), tableKey(yaml, path, type, codes), names(yaml, path, type, bounds),
				new Texts(yaml, this.problems).plain("standard", Texts.LABEL), traits,
				new Texts(yaml, this.problems).optional("assumed"));
	}

	private static String[] keys(FactType type) {
		List<String> keys = new ArrayList<>(COMMON);
		switch (type) {
			case BOOLEAN -> keys.add("not");
			case INTEGER -> keys.addAll(List.of("min", "max", "earlier", "unit", "tableKey", "names", "validity"));
			case DECIMAL -> keys.addAll(List.of("min", "max", "decimals", "unit", "validity"));
			case MONEY -> keys.addAll(List.of("min", "max", "names", "validity"));
			case DATE -> keys.addAll(List.of("notBefore", "notAfter", "assumed"));
			case CODE -> keys.addAll(List.of("codeType", "codes", "tableKey", "unit", "validity"));
			case CODES -> keys.addAll(List.of("codeType", "codes"));
			case TEXT -> keys.addAll(List.of("max", "pattern", "sealed", "names"));
			default -> keys.add("validity");
		}
		return keys.toArray(String[]::new);
	}

	private @Nullable CodeType codes(YamlMapping yaml) {
		String name = yaml.text("codeType");
		CodeType codes = this.entries.declared().codeTypes().get(name);
		if (codes == null && !name.isEmpty() && !yaml.has("codes")) {
			String near = Nearest.to(name, this.entries.declared().codeTypes().keySet());
			this.problems.error(yaml.place("codeType"), "UNKNOWN_CODE", "没有代码类别 " + name,
					"there is no code type " + name, (near != null) ? Nearest.hint(near)
							: new Bilingual("在 codes 下写出各个代码", "write the codes themselves under codes"));
		}
		else if (codes == null && yaml.has("codes")) {
			yaml.mapping("codes");
		}
		return codes;
	}

	private @Nullable Validity validity(YamlMapping siblings, YamlMapping yaml, String path, @Nullable CodeType codes) {
		YamlMapping validity = yaml.mapping("validity");
		if (validity == null) {
			return null;
		}
		validity.allow("from", "to", "outside");
		String from = this.entries.reference(siblings, validity, "from", path, Set.of(FactType.DATE));
		String to = validity.has("to") ? this.entries.reference(siblings, validity, "to", path, Set.of(FactType.DATE))
				: null;
		String outside = validity.optionalText("outside");
		if (outside != null && (codes == null || codes.value(outside) == null)) {
			String near = (codes != null) ? Nearest.to(outside, codes.names()) : null;
			this.problems.error(validity.place("outside"), "UNKNOWN_CODE", "outside 应是它的一个代码",
					"outside must be one of its codes", (near != null) ? Nearest.hint(near) : null);
		}
		return new Validity(from, to, outside);
	}

	private @Nullable String unit(YamlMapping yaml, FactType type, @Nullable CodeType codes) {
		String unit = yaml.optionalText("unit");
		if (codes != null) {
			if (unit != null && !unit.equals(codes.unit())) {
				yaml.wrong("unit", "应为 " + codes.unit(), "must be " + codes.unit());
			}
			return codes.unit();
		}
		if (type != FactType.INTEGER && type != FactType.DECIMAL) {
			return null;
		}
		if (unit != null && !UNITS.contains(unit)) {
			String near = Nearest.to(unit, UNITS);
			this.problems.error(yaml.place("unit"), "WRONG_VALUE", "unit 应为 " + String.join("、", UNITS) + " 之一",
					"unit must be one of " + String.join(", ", UNITS), (near != null) ? Nearest.hint(near) : null);
		}
		return (unit != null) ? unit : UNITS.get(0);
	}

	private @Nullable String tableKey(YamlMapping yaml, String path, FactType type, @Nullable CodeType codes) {
		String key = yaml.optionalText("tableKey");
		if (key != null && new NameRules(this.problems).fact(key, yaml.place("tableKey"), false)) {
			this.entries.title("tableKey", key, path, yaml.place("tableKey"));
		}
		return (key == null && type == FactType.CODE && codes != null) ? codes.unit() : key;
	}

	private List<ValueName> names(YamlMapping yaml, String path, FactType type, Bounds bounds) {
		YamlMapping names = yaml.mapping("names");
		List<ValueName> read = new ArrayList<>();
		if (names == null) {
			return read;
		}
		for (String value : names.keys()) {
			YamlMapping name = names.mapping(value);
			if (name == null) {
				continue;
			}
			if (!isValue(value, type, bounds)) {
				this.problems.error(names.keyPlace(value), "FACT_RANGE", value + " 不是它的值",
						value + " is no value of it");
			}
			name.allow("zh", "en", "aliases");
			Texts texts = new Texts(name, this.problems);
			boolean tablesOnly = !name.has("zh") && !name.has("en");
			Label label = tablesOnly ? null : texts.label();
			ValueName one = new ValueName(value, label, texts.aliases());
			List<String> said = new ArrayList<>(one.aliases());
			if (label != null) {
				said.addAll(List.of(label.zh(), label.en()));
			}
			said.forEach((text) -> this.entries.title(path + " names", text, value, names.keyPlace(value)));
			read.add(one);
		}
		return read;
	}

	private static boolean isValue(String value, FactType type, Bounds bounds) {
		if (type == FactType.TEXT) {
			return value.length() <= bounds.longest();
		}
		return value.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?") && bounds.contains(new BigDecimal(value))
				&& (type == FactType.MONEY || value.indexOf('.') < 0);
	}

}
