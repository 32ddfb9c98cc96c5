package org.huiling.engine.drools.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/** What to write instead of a sign or word that stands where no rule can have it. */
final class SlipHint {

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

	private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}_$]");

	/** Signs of another keyboard. */
	private static final Map<String, String> SIGNS = new LinkedHashMap<>();

	private static final Map<String, Bilingual> WORDS = new LinkedHashMap<>();

	static {
		sign("，", ",");
		sign("、", ",");
		sign("；", ";");
		sign("：", ":");
		sign("（", "(");
		sign("）", ")");
		sign("“", "\"");
		sign("”", "\"");
		sign("‘", "\"");
		sign("’", "\"");
		sign("＝", "==");
		sign("＞", ">");
		sign("＜", "<");
		sign("！", "!");
		sign("．", ".");
		sign("。", ";");
		sign("≥", ">=");
		sign("≤", "<=");
		sign("≠", "!=");
		sign("=>", ">=");
		sign("=<", "<=");
		sign("<>", "!=");
		WORDS.put("=", new Bilingual("等于写成 ==", "write == for equal"));
		WORDS.put("and", new Bilingual("“并且”写成逗号", "write a comma for and"));
		WORDS.put("or", new Bilingual("“或者”写成 ( Applicant( … ) or Applicant( … ) )，或分成两条规则",
				"for or write ( Applicant( … ) or Applicant( … ) ), or two rules"));
		WORDS.put("is", new Bilingual("“是”写成 ==，“不是”写成 !=", "write == for is, != for is not"));
		WORDS.put("not", new Bilingual("“不是”写成 事实 == false，或写 not Applicant( … )",
				"for not write fact == false, or not Applicant( … )"));
	}

	private SlipHint() {
	}

	private static void sign(String wrong, String right) {
		SIGNS.put(wrong, right);
	}

	/**
	 * What to write.
	 * @param line the text of the line
	 * @param column where it does not parse, from 1
	 * @return null if nothing there is known to be a slip
	 */
	static @Nullable Bilingual at(String line, int column) {
		String bare = QUOTED.matcher(line).replaceAll((text) -> " ".repeat(text.group().length()));
		String rest = bare.substring(Math.min(bare.length(), Math.max(0, column - 1)));
		String before = bare.substring(0, bare.length() - rest.length()).stripTrailing();
		if (before.endsWith("not")) {
			return WORDS.get("not");
		}
		for (Map.Entry<String, Bilingual> word : WORDS.entrySet()) {
			String after = rest.startsWith(word.getKey()) ? rest.substring(word.getKey().length()) : "=";
			Matcher letter = LETTER.matcher(after);
			boolean goesOn = after.startsWith("=") || after.startsWith(">") || after.startsWith("<")
					|| (!"=".equals(word.getKey()) && letter.lookingAt());
			if (!goesOn) {
				return word.getValue();
			}
		}
		for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
			if (bare.contains(sign.getKey())) {
				return new Bilingual("把 " + sign.getKey() + " 写成 " + sign.getValue() + "：规则里的标点用英文半角",
						"write " + sign.getValue() + " for " + sign.getKey() + ": rules take plain punctuation");
			}
		}
		return null;
	}

}
