package org.huiling.engine.dictionary;

import java.util.Objects;
import java.util.Set;

import org.huiling.engine.dictionary.written.ConditionText;
import org.huiling.engine.dictionary.written.Reference;
import org.huiling.engine.dictionary.written.Written;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** Reads what a file, a group or a list says cannot be or is odd. */
final class ContradictionReader {

	private static final int MOST = 100;

	private final Declarations declared;

	private final Problems problems;

	ContradictionReader(Declarations declared) {
		this.declared = declared;
		this.problems = declared.problems();
	}

	/**
	 * Reads both lists of a mapping.
	 * @param list the list whose items they are about, null if they are about the person
	 */
	void read(YamlMapping yaml, @Nullable String list) {
		read(yaml, "refuse", list);
		read(yaml, "warn", list);
	}

	private void read(YamlMapping yaml, String key, @Nullable String list) {
		YamlMapping fields = (list != null) ? yaml.mapping("fields") : null;
		boolean refused = "refuse".equals(key);
		yaml.mappings(key).stream().limit(MOST).forEach((one) -> {
			one.allow("when", "field", "code", "zh", "en");
			Written when = Written.read(one, "when", this.problems);
			String prefix = (list != null) ? list + "[]." : "";
			String text = one.text("field");
			String field = (fields != null) ? EntryReader.full(fields, text, prefix) : text;
			if (!text.isEmpty()) {
				this.declared.references().add(new Reference(field, Set.of(), one.place("field")));
			}
			String code = Objects.requireNonNullElse(Messages.code(one, this.problems),
					refused ? "CONTRADICTION" : "DOUBTFUL");
			Label message = Messages.message(one, fields, prefix, this.declared);
			if (when != null) {
				this.declared.conditions().add(new ConditionText(field, when, list, false));
				Contradiction contradiction = new Contradiction(refused, code, list, when.expression(), field, message);
				this.declared.contradictions().add(contradiction);
				this.declared.placed().put(contradiction, one.place("field"));
			}
		});
	}

}
