package org.huiling.policy.drafts.kind;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.policy.drafts.store.Draft.Target;

/**
 * The {@code policy.yaml} of a draft that begins with another version's: the day and the
 * title are the draft's, and the day of the other's notice is gone. Lines that are laid
 * out otherwise stay, and the check names what does not fit.
 */
public final class NextHeader {

	public static final String FILE = "policy.yaml";

	private static final Pattern EFFECTIVE = Pattern.compile("(?m)^effectiveFrom:[^\\r\\n]*");

	private static final Pattern PUBLISHED = Pattern.compile("(?m)^published:[^\\r\\n]*\\R?");

	private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*\\{[^\\r\\n]*}[ \\t]*$");

	private NextHeader() {
	}

	static byte[] of(byte[] before, Target target, Bilingual name) {
		String text = new String(before, StandardCharsets.UTF_8);
		text = EFFECTIVE.matcher(text).replaceAll("effectiveFrom: " + target.effectiveFrom());
		text = PUBLISHED.matcher(text).replaceAll("");
		String title = "title: {zh: " + quoted(name.zh()) + ", en: " + quoted(name.en()) + "}";
		text = TITLE.matcher(text).replaceAll(Matcher.quoteReplacement(title));
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

}
