package org.huiling.engine.dictionary;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.Reference;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** What is said of a contradiction: its code, and its words with paths in braces. */
final class Messages {

	private static final Pattern PATH = Pattern.compile("\\{([^{}]*)}");

	private Messages() {
	}

	/** The stable code, null if none is said. */
	static @Nullable String code(YamlMapping yaml, Problems problems) {
		String code = yaml.optionalText("code");
		if (code != null && !code.matches("[A-Z][A-Z0-9_]{2,39}")) {
			problems.error(yaml.place("code"), "FACT_NAME", "code 应为大写字母、数字和下划线",
					"code must be capitals, digits and underscores",
					new Bilingual("例如 ENDS_BEFORE_START", "such as ENDS_BEFORE_START"));
		}
		return code;
	}

	/** The words; paths in braces become those of facts. */
	static Label message(YamlMapping yaml, @Nullable YamlMapping siblings, String path, Declarations declared) {
		Label label = new Label(text(yaml, "zh", declared), text(yaml, "en", declared));
		return new Label(resolved(label.zh(), yaml, "zh", siblings, path, declared),
				resolved(label.en(), yaml, "en", siblings, path, declared));
	}

	private static String text(YamlMapping yaml, String key, Declarations declared) {
		String text = new Texts(yaml, declared.problems()).plain(key, Texts.HELP);
		if (text == null) {
			yaml.missing(key);
		}
		return (text != null) ? text : "";
	}

	private static String resolved(String text, YamlMapping yaml, String key, @Nullable YamlMapping siblings,
			String path, Declarations declared) {
		Matcher matcher = PATH.matcher(text);
		StringBuilder resolved = new StringBuilder();
		while (matcher.find()) {
			String full = (siblings != null) ? EntryReader.full(siblings, matcher.group(1), path) : matcher.group(1);
			declared.references()
				.add(new Reference(full, Set.of(), yaml.placeWithin(key, matcher.start() + 1, matcher.group(1))));
			matcher.appendReplacement(resolved, Matcher.quoteReplacement("{" + full + "}"));
		}
		return matcher.appendTail(resolved).toString();
	}

}
