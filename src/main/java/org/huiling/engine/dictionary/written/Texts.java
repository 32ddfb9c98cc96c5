package org.huiling.engine.dictionary.written;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** The texts of an entry that people are shown: in both languages, short, and visible. */
public final class Texts {

	/** The most characters of a label or alias. */
	public static final int LABEL = 60;

	/** The most characters of a text that explains. */
	public static final int HELP = 500;

	private static final int ALIASES = 20;

	private static final Set<UnicodeScript> LIKE_LATIN = Set.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK,
			UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

	private final YamlMapping yaml;

	private final Problems problems;

	public Texts(YamlMapping yaml, Problems problems) {
		this.yaml = yaml;
		this.problems = problems;
	}

	/** The label, {@code zh} and {@code en} of the entry itself. */
	public Label label() {
		return new Label(text(this.yaml, "zh", LABEL), text(this.yaml, "en", LABEL));
	}

	/** A text in both languages under a key, null if it is absent. */
	public @Nullable Label optional(String key) {
		YamlMapping both = this.yaml.mapping(key);
		if (both == null) {
			return null;
		}
		both.allow("zh", "en");
		return new Label(text(both, "zh", HELP), text(both, "en", HELP));
	}

	public @Nullable String plain(String key, int longest) {
		return this.yaml.has(key) ? text(this.yaml, key, longest) : null;
	}

	public List<String> aliases() {
		List<String> aliases = this.yaml.texts("aliases");
		if (aliases == null) {
			return List.of();
		}
		if (aliases.size() > ALIASES) {
			this.yaml.wrong("aliases", "多于 " + ALIASES + " 个", "has more than " + ALIASES);
			return List.of();
		}
		aliases.forEach((alias) -> judge("aliases", alias, LABEL));
		return aliases;
	}

	/** Whether a key says true. */
	public boolean flag(String key) {
		String text = this.yaml.optionalText(key);
		if (text != null && !List.of("true", "false").contains(text)) {
			this.yaml.wrong(key, "应为 true 或 false", "must be true or false");
		}
		return "true".equals(text);
	}

	private String text(YamlMapping mapping, String key, int longest) {
		String text = mapping.text(key);
		new Texts(mapping, this.problems).judge(key, text, longest);
		return text;
	}

	private void judge(String key, String text, int longest) {
		String unseen = Limits.unseen(text.replace('\n', '\u0001').replace('\t', '\u0001'));
		if (unseen != null) {
			this.problems.error(this.yaml.place(key), "FACT_TEXT", key + " 里有看不见的字符或换行",
					key + " has a character that cannot be seen, or a line break",
					new Bilingual("删掉它：看到的应当就是写下的", "delete it: what one sees must be what is written"));
		}
		if (mixesScripts(text)) {
			this.problems.error(this.yaml.place(key), "FACT_TEXT", key + " 里有看着像英文的别的字母",
					key + " has letters that only look Latin", new Bilingual("改成英文字母", "write Latin letters"));
		}
		if (text.length() > longest) {
			this.problems.error(this.yaml.place(key), "FACT_TEXT", key + " 超过 " + longest + " 个字符",
					key + " has more than " + longest + " characters", new Bilingual("写短些", "make it shorter"));
		}
		if (!text.isEmpty() && !text.equals(text.strip())) {
			this.problems.error(this.yaml.place(key), "FACT_TEXT", key + " 首尾有空格", key + " begins or ends with a blank",
					new Bilingual("删掉空格", "delete the blanks"));
		}
	}

	/** Latin letters beside those that look like them. */
	private static boolean mixesScripts(String text) {
		boolean latin = text.codePoints().anyMatch((one) -> UnicodeScript.of(one) == UnicodeScript.LATIN);
		return latin && text.codePoints().anyMatch((one) -> LIKE_LATIN.contains(UnicodeScript.of(one)));
	}

}
