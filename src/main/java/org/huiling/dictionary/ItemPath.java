package org.huiling.dictionary;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/**
 * A field of one item of a list: of one that is told by its key
 * ({@code members[1].monthlyIncome}), or of one that a derived fact picks
 * ({@code spouse.monthlyIncome}).
 *
 * @param of what the list or the picked item is called
 * @param key tells the item, null for a picked one
 * @param field the path of the field
 */
record ItemPath(Label of, @Nullable String key, String field) {

	private static final Pattern KEYED = Pattern.compile("(\\w+)\\[(.+)]\\.(\\w+)");

	/** What a path names, null if it is no such field. */
	static @Nullable ItemPath of(String path, Dictionary dictionary) {
		Matcher keyed = KEYED.matcher(path);
		if (keyed.matches()) {
			FactList list = dictionary.list(keyed.group(1));
			return (list != null)
					? new ItemPath(list.naming().inSentence(), keyed.group(2), list.path() + "[]." + keyed.group(3))
					: null;
		}
		int dot = path.lastIndexOf('.');
		Derived picked = (dot > 0) ? dictionary.derived(path.substring(0, dot)) : null;
		if (picked == null || picked.type().kind() != Kind.ITEM) {
			return null;
		}
		Naming naming = picked.naming();
		return new ItemPath(naming.inSentence(), null, picked.type().of() + "[]" + path.substring(dot));
	}

	/** The field of this item inside a sentence. */
	String phrase(Label named, Locale locale) {
		boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		String whole = this.of.in(locale);
		String what = named.in(locale);
		if (this.key == null) {
			return chinese ? whole + "的" + what : what + " of " + whole;
		}
		return chinese ? whole + " " + this.key + " 的" + what : whole + ", no. " + this.key + ": " + what;
	}

}
