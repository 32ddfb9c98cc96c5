package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.NameRules;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.dictionary.written.Title;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/**
 * Reads every list of codes, wherever it stands, before the facts that refer to it: a
 * fact may use the codes that another one declares.
 */
final class CodeReader {

	private static final int DEPTH = 12;

	private static final int MOST = 500;

	private final Declarations declared;

	private final Problems problems;

	CodeReader(Declarations declared) {
		this.declared = declared;
		this.problems = declared.problems();
	}

	/** The lists of codes of a file. */
	void collect(YamlMapping file) {
		YamlMapping types = file.isMapping("codeTypes") ? file.mapping("codeTypes") : null;
		if (types != null) {
			for (String name : types.keys()) {
				YamlMapping codes = types.mapping(name);
				if (codes != null) {
					read(name, types.keyPlace(name), codes);
				}
			}
		}
		collect(file.isMapping("facts") ? file.mapping("facts") : null, 0);
	}

	private void collect(@Nullable YamlMapping entries, int depth) {
		if (entries == null || depth > DEPTH) {
			return;
		}
		for (String name : entries.keys()) {
			YamlMapping entry = entries.isMapping(name) ? entries.mapping(name) : null;
			if (entry == null) {
				continue;
			}
			YamlMapping codes = entry.isMapping("codes") ? entry.mapping("codes") : null;
			if (codes != null && entry.has("codeType")) {
				read(entry.text("codeType"), entry.place("codeType"), codes);
			}
			collect(entry.isMapping("fields") ? entry.mapping("fields") : null, depth + 1);
		}
	}

	private void read(String type, FilePlace place, YamlMapping codes) {
		if (!new NameRules(this.problems).codeType(type, place)) {
			return;
		}
		FilePlace before = this.declared.typePlaces().putIfAbsent(type.toLowerCase(Locale.ROOT), place);
		if (before != null) {
			Twice twice = Twice.of(before, place);
			FilePlace other = twice.before();
			this.problems.error(twice.later(), "FACT_TWICE",
					"代码类别 " + type + " 已在 " + other.file() + " 第 " + other.line() + " 行声明",
					"the code type " + type + " is declared in " + other.file() + ", line " + other.line()
							+ ", already",
					new Bilingual("只写 codeType，不写 codes，就是用那一份", "write codeType without codes to use that one"));
			return;
		}
		List<CodeValue> values = new ArrayList<>();
		for (String name : codes.keys()) {
			YamlMapping code = codes.mapping(name);
			if (code != null && values.size() < MOST && new NameRules(this.problems).code(name, codes.keyPlace(name))) {
				values.add(value(type, name, codes, code));
			}
		}
		if (values.isEmpty()) {
			this.problems.error(place, "FACT_TYPE", type + " 没有代码", type + " has no codes");
		}
		this.declared.codeTypes().put(type, new CodeType(type, values));
	}

	private CodeValue value(String type, String name, YamlMapping codes, YamlMapping code) {
		code.allow("zh", "en", "phrase", "aliases", "withdrawn");
		Texts texts = new Texts(code, this.problems);
		Label label = texts.label();
		List<String> aliases = texts.aliases();
		Label phrase = texts.optional("phrase");
		FilePlace place = codes.keyPlace(name);
		List<String> said = new ArrayList<>(List.of(label.zh(), label.en()));
		said.addAll(aliases);
		said.forEach((text) -> this.declared.titles().add(new Title(type, text, name, place)));
		return new CodeValue(name, label, phrase, aliases, texts.flag("withdrawn"));
	}

}
