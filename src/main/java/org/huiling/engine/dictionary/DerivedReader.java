package org.huiling.engine.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.huiling.engine.dictionary.written.Definition;
import org.huiling.engine.dictionary.written.NameRules;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.dictionary.written.Written;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/** Reads the derived facts of a file; their types are worked out when all are read. */
final class DerivedReader {

	private static final int MOST_STEPS = 6;

	private final String file;

	private final Declarations declared;

	private final Problems problems;

	DerivedReader(String file, Declarations declared) {
		this.file = file;
		this.declared = declared;
		this.problems = declared.problems();
	}

	void read(@Nullable YamlMapping derived) {
		if (derived == null) {
			return;
		}
		for (String path : derived.keys()) {
			FilePlace place = derived.keyPlace(path);
			YamlMapping yaml = derived.mapping(path);
			if (yaml == null || !isPath(path, place) || !this.declared.declare(path, place, this.file)) {
				continue;
			}
			one(path, place, yaml);
		}
	}

	private boolean isPath(String path, FilePlace place) {
		String[] steps = path.split("\\.", -1);
		NameRules rules = new NameRules(this.problems);
		boolean core = this.declared.core().file().equals(this.file);
		for (int i = 0; i < steps.length && !core; i++) {
			if (!((i == 0) ? rules.first(steps[i], place) : rules.fact(steps[i], place, false))) {
				return false;
			}
		}
		if (steps.length > MOST_STEPS || (!core && this.declared.core().names(path))) {
			this.problems.error(place, "FACT_NAME", path + " 不能用作派生事实的名字",
					path + " cannot be the name of a derived fact");
			return false;
		}
		return true;
	}

	private void one(String path, FilePlace place, YamlMapping yaml) {
		Texts texts = new Texts(yaml, this.problems);
		Label label = texts.label();
		Naming naming = new Naming(label, texts.optional("help"), texts.optional("phrase"), texts.optional("not"), null,
				null, List.of());
		String unit = yaml.optionalText("unit");
		if (this.declared.core().file().equals(this.file)) {
			yaml.allow("zh", "en", "help", "phrase", "not", "type", "unit");
			ValueType type = this.declared.core().word(path);
			if (type != null) {
				this.declared.definitions().put(path, new Definition(path, naming, new TreeMap<>(), unit, type, place));
			}
			return;
		}
		yaml.allow("is", "zh", "en", "help", "phrase", "not", "unit", "retired");
		NavigableMap<LocalDate, Written> is = definitions(yaml);
		if (!is.isEmpty()) {
			this.declared.definitions().put(path, new Definition(path, naming, is, unit, null, place));
		}
	}

	private NavigableMap<LocalDate, Written> definitions(YamlMapping yaml) {
		NavigableMap<LocalDate, Written> is = new TreeMap<>();
		YamlMapping dated = yaml.isMapping("is") ? yaml.mapping("is") : null;
		if (dated == null) {
			put(is, LocalDate.MIN, Written.read(yaml, "is", this.problems));
			return is;
		}
		for (String day : dated.keys()) {
			LocalDate from = Scalars.date(day);
			if (from == null) {
				this.problems.error(dated.keyPlace(day), "WRONG_VALUE", "这里应为开始适用的日期，例如 2013-01-01",
						"the first day on which it counts belongs here, such as 2013-01-01");
			}
			else {
				put(is, from, Written.read(dated, day, this.problems));
			}
		}
		return is;
	}

	private static void put(NavigableMap<LocalDate, Written> is, LocalDate from, @Nullable Written written) {
		if (written != null) {
			is.put(from, written);
		}
	}

}
