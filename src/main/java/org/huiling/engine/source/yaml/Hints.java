package org.huiling.engine.source.yaml;

import java.util.Map;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/** What to do about a kind of problem where nothing more particular is known. */
final class Hints {

	private static final Bilingual UNITS = new Bilingual("核对 policy.yaml 中的单位", "check the units in policy.yaml");

	private static final Bilingual CONSEQUENCE = new Bilingual("写成 benefit.pay(P.参数名); 这样的一句",
			"write one sentence such as benefit.pay(P.amount);");

	private static final Bilingual SPELLING = new Bilingual("检查拼写，对照 rules/README.md 的词表",
			"check the spelling against the lists of rules/README.md");

	private static final Bilingual ANNOTATION = new Bilingual("在 rule 之下、when 之前写 @en(\"…\") 和 @basis(\"…\")",
			"write @en(\"…\") and @basis(\"…\") between rule and when");

	private static final Bilingual EXAMPLES = new Bilingual("在 examples.yaml 中添一例", "add an example to examples.yaml");

	private static final Bilingual TABLE = new Bilingual("对照 rules/README.md 的“决策表”一节",
			"see the section on decision tables of rules/README.md");

	private static final Bilingual PLAIN = new Bilingual("把单元格设为“文本”，写出参数名或代码",
			"make the cell text and write the parameter or code");

	private static final Bilingual SEEN = new Bilingual("看到的应当就是规则所写的", "what one sees must be what the rule says");

	private static final Map<String, Bilingual> BY_CODE = Map.ofEntries(Map.entry("WRONG_UNIT", UNITS),
			Map.entry("WRONG_LITERAL", UNITS), Map.entry("PARAMETER_VALUE", UNITS),
			Map.entry("UNKNOWN_FIELD", SPELLING), Map.entry("UNKNOWN_NAME", SPELLING),
			Map.entry("UNKNOWN_CODE", SPELLING), Map.entry("UNKNOWN_KEY", SPELLING),
			Map.entry("UNKNOWN_FACT", SPELLING), Map.entry("TABLE_KEY", SPELLING),
			Map.entry("WRONG_VALUE",
					new Bilingual("对照 rules/README.md 改正", "see rules/README.md for what may stand here")),
			Map.entry("UNKNOWN_PARAMETER",
					new Bilingual("在 policy.yaml 的 parameters 中添上", "add it to the parameters of policy.yaml")),
			Map.entry("UNKNOWN_VARIABLE",
					new Bilingual("先在条件中绑定，例如 $type : hukou.type", "bind it first, such as $type : hukou.type")),
			Map.entry("LITERAL_NUMBER",
					new Bilingual("在 policy.yaml 的 parameters 中给它一个名字",
							"give it a name in the parameters of policy.yaml")),
			Map.entry("UNUSED_PARAMETER",
					new Bilingual("删掉它，或检查规则中的拼写", "delete it, or check the spelling in the rules")),
			Map.entry("MISSING_KEY", new Bilingual("补上这一项", "add it")),
			Map.entry("WRONG_ID", new Bilingual("改 id，或给目录改名", "change the id, or rename the directory")),
			Map.entry("REGION_PREFIX", new Bilingual("例如 \"379901\"，写在引号里", "such as \"379901\", in quotes")),
			Map.entry("NOT_A_FILE", new Bilingual("删掉它：版本目录里只放文件", "delete it: a version holds files only")),
			Map.entry("LINK_OUT", new Bilingual("把文件本身放进目录", "put the file itself into the directory")),
			Map.entry("NOT_A_MAPPING", new Bilingual("每行写成“键: 值”", "write `key: value` on each line")),
			Map.entry("EMPTY_FILE", new Bilingual("写上内容，或删掉这个文件", "fill it in, or delete it")),
			Map.entry("DUPLICATE_KEY", new Bilingual("删掉其中一个", "delete one of them")),
			Map.entry("MISSING_EN", ANNOTATION), Map.entry("MISSING_BASIS", ANNOTATION),
			Map.entry("DUPLICATE_RULE", new Bilingual("改名", "rename one of them")),
			Map.entry("DUPLICATE_EXAMPLE",
					new Bilingual("给其中一个改名；内容也相同的，删掉其中一个", "rename one of them; where they show the same, delete one")),
			Map.entry("ONE_CONSEQUENCE", CONSEQUENCE), Map.entry("CONSEQUENCE_SYNTAX", CONSEQUENCE),
			Map.entry("NO_AMOUNT", CONSEQUENCE),
			Map.entry("NOT_ADMITTED", new Bilingual("删掉它：条件只写事实、参数和代码，结果只写 benefit 的一句",
					"delete it: conditions hold facts, parameters and codes, the consequence one sentence on benefit")),
			Map.entry("FORBIDDEN_CODE", new Bilingual("删掉它：规则文件只写规则", "delete it: a rule file holds rules only")),
			Map.entry("RULE_NOT_COMPILED", new Bilingual("核对两边是不是同一种量", "check that both sides are of one kind")),
			Map.entry("YAML_SYNTAX",
					new Bilingual("冒号后面要有空格，行首用空格对齐，不用制表符",
							"a blank after each colon, lines aligned with blanks, no tabs")),
			Map.entry("YAML_LIMIT", new Bilingual("直接写出内容，不用引用", "write it out, without aliases")),
			Map.entry("PARAMETER_FORM",
					new Bilingual("例如 {value: 80, unit: years, basis: 第一条}",
							"such as {value: 80, unit: years, basis: article 1}")),
			Map.entry("PARAMETER_NAME", new Bilingual("例如 advancedAge", "such as advancedAge")),
			Map.entry("SEGMENTS", new Bilingual("对照 rules/README.md 第 3 节", "see section 3 of rules/README.md")),
			Map.entry("EXAMPLE_VALUE", new Bilingual("对照 rules/README.md 第 9 节", "see section 9 of rules/README.md")),
			Map.entry("EXAMPLE_FAILED", new Bilingual("先想清楚是规则错了还是示例错了", "decide first which of the two is wrong")),
			Map.entry("RULE_NEVER_FIRES", EXAMPLES), Map.entry("RULE_NEVER_SILENT", EXAMPLES),
			Map.entry("NO_EXAMPLES", EXAMPLES),
			Map.entry("NOT_UTF8", new Bilingual("用编辑器另存为 UTF-8", "save it as UTF-8 with your editor")),
			Map.entry("NO_CONDITION",
					new Bilingual("例如 Applicant( alive == true )", "such as Applicant( alive == true )")),
			Map.entry("TABLE_OBJECT",
					new Bilingual("条件列写事实，结果列写 benefit 或空着",
							"a fact above conditions, benefit or nothing above an action")),
			Map.entry("BRACKETS", new Bilingual("一格之内左右括号要成对", "brackets come in pairs within a cell")),
			Map.entry("SNIPPET_PLACE",
					new Bilingual("各行的值放在 $param 处，几个值的放在 $1、$2 处", "a row's value goes to $param, several to $1, $2")),
			Map.entry("VALUES", new Bilingual("与上面写法里的 $1、$2 一一对应", "one for each $1, $2 of the snippet above")),
			Map.entry("NO_SNIPPET", TABLE), Map.entry("MISSING_COLUMN", TABLE), Map.entry("NO_TABLE", TABLE),
			Map.entry("CELL_VALUE", PLAIN), Map.entry("FORMULA", PLAIN), Map.entry("HIDDEN_CELLS", SEEN),
			Map.entry("MERGED_CELLS", SEEN),
			Map.entry("NO_RULES", new Bilingual("添一个 .drl 文件", "add a file ending in .drl")),
			Map.entry("NO_RULE", new Bilingual("写一条规则，或删掉这个文件", "write a rule, or delete the file")),
			Map.entry("DRL_SYNTAX", new Bilingual("检查括号、逗号、引号，以及 when / then / end",
					"check brackets, commas, quotes, and when / then / end")));

	private Hints() {
	}

	static @Nullable Bilingual of(String code) {
		return BY_CODE.get(code);
	}

}
