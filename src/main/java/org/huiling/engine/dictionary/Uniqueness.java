package org.huiling.engine.dictionary;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.Title;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;

/**
 * Whatever is looked up by a text is found once: paths and types without regard to
 * capitals, headers of tables, the words for codes, the labels within a list.
 */
final class Uniqueness {

	private final Declarations declared;

	private final Problems problems;

	Uniqueness(Declarations declared) {
		this.declared = declared;
		this.problems = declared.problems();
	}

	void judge() {
		Map<String, String> paths = new HashMap<>();
		this.declared.places().forEach((path, place) -> {
			String before = paths.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
			if (before != null) {
				twice(place, path, before, path);
			}
		});
		Map<String, Title> titles = new HashMap<>();
		for (Title title : this.declared.titles()) {
			Title before = title.text().isBlank() ? null
					: titles.putIfAbsent(title.room() + '\n' + key(title.text()), title);
			if (before != null && !before.owner().equals(title.owner())) {
				twice(title.place(), title.text(), before.owner(), title.owner());
			}
		}
	}

	private void twice(FilePlace place, String text, String owner, String other) {
		FilePlace first = this.declared.places().get(owner);
		Twice twice = Twice.of((first != null) ? first : place, place);
		boolean swapped = !twice.later().equals(place);
		String stays = swapped ? other : owner;
		FilePlace before = (first != null) ? twice.before() : null;
		String zh = (before != null) ? "（" + before.file() + " 第 " + before.line() + " 行）" : "";
		String en = (before != null) ? " (" + before.file() + ", line " + before.line() + ")" : "";
		this.problems.error(twice.later(), "FACT_TWICE", "“" + text + "”与 " + stays + zh + " 的相同，分不清",
				"“" + text + "” is that of " + stays + en + " too: they cannot be told apart",
				new Bilingual("换一个说法", "choose another word"));
	}

	/** Without full-width forms, capitals and blanks, as headers of tables are read. */
	private static String key(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace(" ", "");
	}

}
