package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.dictionary.written.Title;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.facts.dictionary.LineColumn;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** Reads one fact file into what is declared. */
final class FactFileReader {

	/** Later than every place that a file says, so that what says none comes last. */
	private static final int LAST = 10_000;

	private static final int MOST_ENTRIES = 1_000;

	private final YamlMapping yaml;

	private final String name;

	private final Declarations declared;

	private final Problems problems;

	FactFileReader(YamlMapping yaml, Declarations declared) {
		this.yaml = yaml;
		this.name = yaml.file().substring(0, yaml.file().length() - DictionaryReader.ENDING.length());
		this.declared = declared;
		this.problems = declared.problems();
	}

	void read() {
		boolean core = this.declared.core().file().equals(this.name);
		if (core) {
			this.yaml.allow("name", Subject.FIELD, "facts", "derived", "refuse", "warn", "codeTypes", "columns");
		}
		else {
			this.yaml.allow("name", "owner", Subject.FIELD, "facts", "derived", "refuse", "warn");
		}
		Label label = new Texts(this.yaml, this.problems).optional("name");
		if (label == null) {
			this.yaml.missing("name");
		}
		this.declared.files()
			.add(new FactFile(this.name, (label != null) ? label : new Label("", ""), owner(),
					this.declared.subject()));
		entries(core);
		new DerivedReader(this.name, this.declared).read(this.yaml.mapping("derived"));
		new ContradictionReader(this.declared).read(this.yaml, null);
		columns();
		if (core) {
			this.declared.core().judge(this.yaml, this.declared);
		}
	}

	private @Nullable String owner() {
		String owner = this.yaml.optionalText("owner");
		if (owner != null && !owner.matches("[a-z][a-z0-9-]{0,63}")) {
			this.yaml.wrong("owner", "应为辖区的 id", "must be the id of a jurisdiction");
		}
		return owner;
	}

	private void entries(boolean core) {
		YamlMapping facts = this.yaml.mapping("facts");
		if (facts == null) {
			return;
		}
		EntryReader reader = new EntryReader(this.name, this.declared);
		int count = 0;
		for (String fact : facts.keys()) {
			if (++count > MOST_ENTRIES) {
				this.problems.error(facts.keyPlace(fact), "FACT_LIMIT", "一个文件里多于 " + MOST_ENTRIES + " 项",
						"there are more than " + MOST_ENTRIES + " entries in the file",
						new Bilingual("分成几个文件", "split it into several files"));
				return;
			}
			if (!core && this.declared.core().names(fact)) {
				this.problems.error(facts.keyPlace(fact), "FACT_NAME", fact + " 是系统自己的事实",
						fact + " is a fact of the system itself", new Bilingual("换一个名字", "choose another name"));
				continue;
			}
			var entry = reader.read(facts, fact, "");
			if (entry != null) {
				this.declared.tops().add(new Declarations.Top(entry, place(facts, fact)));
			}
		}
	}

	private static int place(YamlMapping facts, String fact) {
		YamlMapping entry = facts.mapping(fact);
		return (entry != null && entry.has("place")) ? entry.number("place", 1, LAST - 1) : LAST;
	}

	private void columns() {
		YamlMapping columns = this.yaml.isMapping("columns") ? this.yaml.mapping("columns") : null;
		if (columns == null) {
			return;
		}
		for (String column : columns.keys()) {
			YamlMapping one = columns.mapping(column);
			if (one != null) {
				one.allow("zh", "en", "aliases");
				Texts texts = new Texts(one, this.problems);
				LineColumn read = new LineColumn(column, texts.label(), texts.aliases());
				List<String> headers = new ArrayList<>(List.of(column, read.label().zh(), read.label().en()));
				headers.addAll(read.aliases());
				headers.forEach((text) -> this.declared.titles()
					.add(new Title(Title.COLUMNS, text, column, columns.keyPlace(column))));
				this.declared.lineColumns().add(read);
			}
		}
	}

}
