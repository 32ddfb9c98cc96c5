package org.huiling.engine.dictionary.written;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.expression.Words;

/** How facts, codes, code types and patterns may be called. */
public final class NameRules {

	private static final Pattern FACT = Pattern.compile("[a-z](?:[a-z0-9][A-Za-z0-9]{0,38})?");

	private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

	private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,39}");

	/** What the rule language and Java mean something else by. */
	private static final Set<String> LANGUAGE = Set.of("abstract", "assert", "boolean", "break", "byte", "case",
			"catch", "char", "class", "const", "continue", "default", "do", "double", "else", "enum", "extends",
			"final", "finally", "float", "for", "goto", "if", "implements", "import", "instanceof", "int", "interface",
			"long", "native", "new", "package", "private", "protected", "public", "return", "short", "static",
			"strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "try", "void",
			"volatile", "while", "true", "false", "null", "var", "record", "sealed", "permits", "yield", "and", "or",
			"not", "in", "when", "then", "exists", "forall", "unit", "eval", "accumulate", "collect", "contains",
			"excludes", "memberof", "matches", "soundslike", "str", "over", "global", "function", "declare", "query",
			"rule", "end", "attributes", "salience", "benefit", "standards", "award", "getclass", "hashcode",
			"tostring", "equals", "notify", "notifyall", "wait", "modify", "empty");

	/** Fields of an item may have these names: rules compile them inside of a pattern. */
	private static final Set<String> ITEM = Set.of("end", "rule", "query", "in");

	/** Fields of forms, lists and answers that stand beside facts. */
	private static final Set<String> BESIDE = Set.of("filenumber", "validfrom", "reason", "id", "period", "month",
			"jurisdiction", "program", "programs", "explain", "knownat", "applicant", "applicantid", "application",
			"facts", "warnings", "etag", "corrects", "correctedby", "recordedat", "recordedby", "asked", "skip",
			"status", "line", "export", "constructor", "prototype", "subject");

	/** Names of types that rules know otherwise. */
	private static final Set<String> TYPES = Set.of("applicant", "awards", "benefit", "parameters", "money", "ratio",
			"table", "segments", "period", "code", "p", "string", "object", "integer", "boolean", "set", "list",
			"localdate", "math", "system", "runtime", "thread", "class", "number", "long", "short", "byte", "double",
			"float", "character", "void", "record", "enum", "override", "deprecated", "process", "iterable",
			"exception", "error", "throwable", "comparable", "plan", "rules", "facades", "map", "d", "entry", "cny",
			"functions", "bands", "rounding", "percent", "years", "months", "hours", "level", "grade", "count", "date",
			"programs", "year", "thing", "organisation");

	private static final Bilingual GRAMMAR = new Bilingual("小写字母开头，第二个不是大写，只用英文字母和数字，例如 partySince",
			"a small letter first, no capital second, then letters and digits, such as partySince");

	private final Problems problems;

	public NameRules(Problems problems) {
		this.problems = problems;
	}

	/** The first step of a path outside lists, where a function could stand. */
	public boolean first(String name, FilePlace place) {
		return fact(name, place, false) && notFunction(name, place);
	}

	private boolean notFunction(String name, FilePlace place) {
		return !Words.isFirst(name) || language(name, place);
	}

	private boolean language(String name, FilePlace place) {
		return wrong(place, name, "是规则语言或 Java 的词", "is a word of the rule language or of Java",
				new Bilingual("换一个名字", "choose another name"));
	}

	/** A step of a fact's path. */
	public boolean fact(String name, FilePlace place, boolean item) {
		if (!FACT.matcher(name).matches()) {
			return wrong(place, name, "不是事实的名字", "is no name of a fact", GRAMMAR);
		}
		String lower = name.toLowerCase(Locale.ROOT);
		if (name.matches("(?:get|is)[A-Z].*")) {
			return wrong(place, name, "像是程序里读取的写法", "is written like a way to read another fact",
					new Bilingual("去掉开头的 get、is", "drop the get or is before it"));
		}
		boolean language = LANGUAGE.contains(lower) && !(item && ITEM.contains(lower));
		if (language || Words.isReserved(name)) {
			return language(name, place);
		}
		if (!item && BESIDE.contains(lower)) {
			return wrong(place, name, "是表单、名单或应答里的字段", "is a field of forms, lists or answers",
					new Bilingual("换一个名字", "choose another name"));
		}
		return true;
	}

	public boolean code(String name, FilePlace place) {
		return CODE.matcher(name).matches()
				|| wrong(place, name, "不是代码", "is no code", new Bilingual("大写字母开头，只用大写字母、数字和下划线，例如 LOW_INCOME",
						"a capital first, then capitals, digits and underscores, such as LOW_INCOME"));
	}

	public boolean codeType(String name, FilePlace place) {
		if (!TYPE.matcher(name).matches()) {
			return wrong(place, name, "不是代码类别的名字", "is no name of a code type",
					new Bilingual("大写字母开头，例如 HukouType", "a capital first, such as HukouType"));
		}
		return notTaken(name, place);
	}

	public boolean pattern(String name, FilePlace place) {
		if (!TYPE.matcher(name).matches()) {
			return wrong(place, name, "不是规则里一项的名字", "is no name of an item in rules",
					new Bilingual("大写字母开头，例如 Member", "a capital first, such as Member"));
		}
		return notTaken(name, place);
	}

	private boolean notTaken(String name, FilePlace place) {
		return !TYPES.contains(name.toLowerCase(Locale.ROOT)) || wrong(place, name, "已有别的意思",
				"means something else already", new Bilingual("换一个名字", "choose another name"));
	}

	private boolean wrong(FilePlace place, String name, String zh, String en, Bilingual hint) {
		String shown = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
		shown = shown.substring(0, Math.min(shown.length(), 40));
		boolean ascii = name.chars().allMatch((one) -> one < 0x80);
		this.problems.error(place, "FACT_NAME", shown + " " + zh, shown + " " + en, ascii ? hint
				: new Bilingual(hint.zh() + "；有的字母看着像英文而不是", hint.en() + "; some letters only look Latin"));
		return false;
	}

}
