package org.huiling.engine.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.Cell;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;

/**
 * Judges what a cell adds to a rule: a cell may say its own part, never end or begin
 * another one. What the words mean is judged later, as in any rule file.
 */
final class CodeText {

	private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*\"");

	private static final Pattern FULL_WIDTH = Pattern
		.compile("[\\uFF01-\\uFF5E\\u3000\\u3001\\u3002\\u2018-\\u201D\\u00A0]");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

	private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\w$ .,()<>=!&|:\"]");

	private static final Pattern RESERVED = Pattern
		.compile("(?<![\\w.$])(?:rule|when|then|end|query|declare|import|package|global|function|unit|extends|dialect"
				+ "|salience|attributes|template)(?![\\w$])");

	private final String file;

	private final Problems problems;

	CodeText(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	/** A text that goes between quotes. */
	boolean text(Cell cell) {
		return visible(cell) && refuse(cell, Pattern.compile("[\"\\\\]").matcher(cell.text()), "TEXT_QUOTE",
				new Bilingual("文字里的引号用中文引号，不用反斜线", "use typographic quotes in a text, and no backslash"));
	}

	/** A part of a condition or a consequence. */
	boolean code(Cell cell) {
		String bare = QUOTED.matcher(cell.text()).replaceAll("\"\"");
		return visible(cell)
				&& refuse(cell, FULL_WIDTH.matcher(bare), "FULL_WIDTH",
						new Bilingual("规则里的数字、标点和空格用半角", "digits, punctuation and spaces of a rule are half-width"))
				&& refuse(cell, FOREIGN.matcher(bare), "NOT_ADMITTED",
						new Bilingual("一格只写条件或结果的一部分", "a cell holds a part of a condition or a consequence"))
				&& refuse(cell, RESERVED.matcher(bare), "NOT_ADMITTED", new Bilingual(
						"一行就是一条规则，单元格里不写 rule、when、then、end", "a row is a rule: no rule, when, then or end in a cell"))
				&& balanced(cell, bare);
	}

	/** A value that must be one value. */
	boolean oneValue(Cell cell, String value) {
		if (CodeText.topLevelComma(value)) {
			this.problems.error(place(cell), "ONE_VALUE", "这里只能写一个值", "one value belongs here",
					new Bilingual("几个值的，上面的写法用 $1、$2", "for several values the snippet above uses $1, $2"));
			return false;
		}
		return true;
	}

	private boolean visible(Cell cell) {
		return refuse(cell, INVISIBLE.matcher(cell.text()), "UNSEEN_CHARACTER", new Bilingual("单元格里有换行或看不见的字符：删掉重写",
				"a line break or an invisible character stands in the cell: retype it"));
	}

	private boolean refuse(Cell cell, Matcher found, String code, Bilingual hint) {
		if (!found.find()) {
			return true;
		}
		String what = INVISIBLE.matcher(found.group()).find() ? String.format("U+%04X", found.group().codePointAt(0))
				: found.group();
		this.problems.error(place(cell), code, "单元格里不能写 " + what, what + " is not admitted in a cell", hint);
		return false;
	}

	private boolean balanced(Cell cell, String bare) {
		int depth = 0;
		for (int i = 0; i < bare.length() && depth >= 0 && depth <= Limits.NESTING; i++) {
			depth += step(bare.charAt(i));
		}
		boolean quotes = bare.chars().filter((one) -> one == '"').count() % 2 == 0;
		if (depth != 0 || !quotes) {
			this.problems.error(place(cell), "BRACKETS", "括号或引号不成对，或嵌套过深",
					"brackets or quotes do not come in pairs, or are nested too deep");
			return false;
		}
		return true;
	}

	private FilePlace place(Cell cell) {
		return FilePlace.of(this.file, cell);
	}

	static int depth(String text) {
		return QUOTED.matcher(text).replaceAll("\"\"").chars().map((one) -> step((char) one)).sum();
	}

	private static boolean topLevelComma(String text) {
		int depth = 0;
		for (char one : QUOTED.matcher(text).replaceAll("\"\"").toCharArray()) {
			depth += step(one);
			if (one == ',' && depth == 0) {
				return true;
			}
		}
		return false;
	}

	private static int step(char one) {
		return (one == '(') ? 1 : (one == ')') ? -1 : 0;
	}

}
