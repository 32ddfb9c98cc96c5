package org.huiling.engine.drools.language;

import java.util.Map;

import org.huiling.engine.Bilingual;

/** What to write instead of signs and words that conditions do not know. */
final class Spelling {

	private static final Bilingual OTHERWISE = new Bilingual("能写的列在 rules/README.md 第 4 节",
			"what can be written is listed in rules/README.md, section 4");

	private static final Map<String, Bilingual> INSTEAD = Map.ofEntries(
			Map.entry("=", new Bilingual("相等写 ==", "write == for equal")),
			Map.entry("'", new Bilingual("文字用双引号", "put texts in double quotes")),
			Map.entry("and", new Bilingual("用逗号表示“并且”", "write a comma for and")),
			Map.entry("or",
					new Bilingual("用两个模式之间的 or：( Applicant( … ) or Applicant( … ) )",
							"write `or` between patterns: ( Applicant( … ) or Applicant( … ) )")),
			Map.entry("not",
					new Bilingual("写相反的比较，或 not Applicant( … )",
							"write the opposite comparison, or not Applicant( … )")),
			Map.entry("[", new Bilingual("用点号：household.size", "write a dot: household.size")),
			Map.entry("", new Bilingual("条件没有写完", "the condition ends too early")),
			Map.entry("，", new Bilingual("用半角逗号", "write a plain comma")),
			Map.entry("“", new Bilingual("用半角双引号", "write plain double quotes")),
			Map.entry("”", new Bilingual("用半角双引号", "write plain double quotes")),
			Map.entry("（", new Bilingual("用半角括号", "write plain brackets")),
			Map.entry("）", new Bilingual("用半角括号", "write plain brackets")),
			Map.entry("≥", new Bilingual("写 >=", "write >=")), Map.entry("≤", new Bilingual("写 <=", "write <=")),
			Map.entry("≠", new Bilingual("写 !=", "write !=")));

	private Spelling() {
	}

	static Bilingual instead(String token) {
		return INSTEAD.getOrDefault(token, OTHERWISE);
	}

}
