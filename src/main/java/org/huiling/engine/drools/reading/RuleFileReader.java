package org.huiling.engine.drools.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Parses rule files and refuses, at their line, everything but rules in the admitted
 * form. The package, the imports and the global are ours: an author writes rules and
 * nothing else.
 */
public final class RuleFileReader {

	private static final Set<String> ANNOTATIONS = Set.of("en", "basis");

	private final Problems problems;

	private final List<RuleText> rules = new ArrayList<>();

	private final List<BoundNames> meanings = new ArrayList<>();

	private final Map<String, RuleText> byName = new HashMap<>();

	private final Names names;

	public RuleFileReader(Names names, Problems problems) {
		this.names = names;
		this.problems = problems;
	}

	public List<RuleText> rules() {
		return this.rules;
	}

	/** What the names of each rule stand for, in the order of {@link #rules()}. */
	public List<BoundNames> meanings() {
		return this.meanings;
	}

	public void read(RuleSource source) {
		try {
			rules(source);
		}
		catch (RuntimeException ex) {
			unreadable(source.lines(), 1);
		}
		source.tokens().tellOthers(source.lines(), this.problems);
	}

	private void rules(RuleSource source) {
		RuleLines lines = source.lines();
		if (!source.tokens().judge(lines, this.problems)) {
			return;
		}
		PackageDescr parsed = parse(lines, source.tokens().bare());
		if (parsed == null) {
			return;
		}
		refuseAllButRules(lines, parsed);
		if (parsed.getRules().isEmpty()) {
			this.problems.error(FilePlace.of(lines.file()), "NO_RULE", "文件中没有规则", "there is no rule in this file");
		}
		for (RuleDescr rule : parsed.getRules()) {
			if (this.rules.size() == Limits.RULES) {
				this.problems.error(lines.place(rule.getLine()), "TOO_MANY_RULES", "一个版本的规则多于 " + Limits.RULES + " 条",
						"the version has more than " + Limits.RULES + " rules",
						new Bilingual("只差数字的各行写成一个参数：按类别的表（by），或者分档（unit: bands，至多 5000 档）",
								"rows that differ in numbers alone make one parameter: a table (by), or bands (unit: bands, up to 5,000)"));
				return;
			}
			guarded(lines, rule);
		}
		if (!this.problems.hasErrors()
				&& !parsed.getRules().stream().map(RuleDescr::getName).toList().equals(source.tokens().names())) {
			unreadable(lines, 1);
		}
	}

	/** The parser knows more of a rule than is looked for here. */
	private void guarded(RuleLines lines, RuleDescr rule) {
		try {
			read(lines, rule);
		}
		catch (RuntimeException ex) {
			this.problems.error(lines.place(rule.getLine()), "NOT_ADMITTED", "这条规则里有不能写的内容",
					"something in this rule is not admitted", new Bilingual("对照 rules/README.md 的写法重写这条规则",
							"write the rule in the form that rules/README.md shows"));
		}
	}

	private void tooLong(FilePlace place, String zh, String en, int most) {
		this.problems.error(place, "TOO_LONG", "这条规则的" + zh + "超过 " + most + " 个字符",
				"the " + en + " of this rule has more than " + most + " characters",
				new Bilingual("拆成几条规则", "split it into several rules"));
	}

	private void unreadable(RuleLines lines, int line) {
		this.problems.error(lines.place(line), "DRL_SYNTAX", "无法读取规则文件", "the rule file cannot be read");
	}

	private @Nullable PackageDescr parse(RuleLines lines, String text) {
		DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
		PackageDescr parsed = null;
		try {
			parsed = parser.parse(false, text);
		}
		catch (DroolsParserException | RuntimeException ex) {
			if (!parser.hasErrors()) {
				unreadable(lines, 1);
			}
		}
		for (DroolsError error : parser.getErrors()) {
			int line = (error.getLines().length > 0) ? error.getLines()[0] : 1;
			if (line > 0) {
				FilePlace place = lines.place(line);
				if (error instanceof ParserError located && located.getCol() > 0 && place.cell() == null) {
					place = new FilePlace(place.file(), place.line(), located.getCol() + 1, place.excerpt());
				}
				Bilingual slip = (place.cell() == null)
						? SlipHint.at(text.lines().skip(line - 1L).findFirst().orElse(""), place.column()) : null;
				if (slip == null || !this.problems.hasErrorAt(place)) {
					this.problems.error(place, "DRL_SYNTAX", "此处不符合规则语法", "this does not parse as a rule",
							(slip != null) ? slip : new Bilingual("检查括号、逗号、引号，以及 when / then / end",
									"check brackets, commas, quotes, and when / then / end"));
				}
			}
		}
		if (parsed == null && !this.problems.hasErrors()) {
			unreadable(lines, 1);
		}
		return parser.hasErrors() ? null : parsed;
	}

	private void refuseAllButRules(RuleLines lines, PackageDescr parsed) {
		if (parsed.getName() != null && !parsed.getName().isEmpty()) {
			refuse(lines, "package", lines.lineOf("package"));
		}
		parsed.getImports().forEach((d) -> refuse(lines, "import", d.getLine()));
		parsed.getFunctionImports().forEach((d) -> refuse(lines, "import function", d.getLine()));
		parsed.getAccumulateImports().forEach((d) -> refuse(lines, "import accumulate", d.getLine()));
		parsed.getGlobals().forEach((d) -> refuse(lines, "global", d.getLine()));
		parsed.getAttributes().forEach((d) -> refuse(lines, d.getName(), d.getLine()));
		parsed.getFunctions().forEach((d) -> refuse(lines, "function", d.getLine()));
		parsed.getTypeDeclarations().forEach((d) -> refuse(lines, "declare", d.getLine()));
		parsed.getEnumDeclarations().forEach((d) -> refuse(lines, "declare enum", d.getLine()));
		parsed.getEntryPointDeclarations().forEach((d) -> refuse(lines, "declare entry-point", d.getLine()));
		parsed.getWindowDeclarations().forEach((d) -> refuse(lines, "declare window", d.getLine()));
		if (parsed.getUnit() != null) {
			refuse(lines, "unit", lines.lineOf("unit"));
		}
	}

	private void read(RuleLines lines, RuleDescr rule) {
		if (rule.isQuery()) {
			refuse(lines, "query", rule.getLine());
			return;
		}
		rule.getAttributes().values().forEach((d) -> refuse(lines, d.getName(), line(d.getLine(), rule)));
		rule.getNamedConsequences().keySet().forEach((name) -> refuse(lines, "then[" + name + "]", rule.getLine()));
		if (rule.hasParent()) {
			refuse(lines, "extends", rule.getLine());
		}
		for (AnnotationDescr annotation : rule.getAnnotations()) {
			if (!ANNOTATIONS.contains(annotation.getName())) {
				refuse(lines, "@" + annotation.getName(), line(annotation.getLine(), rule));
			}
		}
		if (rule.getName().isBlank()) {
			this.problems.error(lines.place(rule.getLine()), "MISSING_NAME", "规则没有名称", "the rule has no name",
					new Bilingual("例如 rule \"高龄津贴 80—89 周岁\"", "such as rule \"Allowance, 80 to 89\""));
		}
		String consequence = Objects.toString(rule.getConsequence(), "");
		if (consequence.length() > Limits.CONSEQUENCE) {
			tooLong(lines.place(rule.getLine()), "结果", "consequence", Limits.CONSEQUENCE);
			return;
		}
		RuleText text = new RuleText(lines.place(rule.getLine()), this.rules.size(),
				new Bilingual(rule.getName(), annotation(lines, rule, "en")), annotation(lines, rule, "basis"),
				consequence);
		BoundNames bound = new ConditionCheck(lines, this.names, this.problems).check(rule);
		this.meanings.add(bound);
		new ConsequenceCheck(lines, this.names, this.problems).check(consequence, thenLine(lines, rule));
		ConsequenceFacts.of(consequence, bound, this.names.vocabulary()).forEach(this.names::reads);
		RuleText twin = this.byName.putIfAbsent(rule.getName(), text);
		if (twin != null) {
			this.problems.error(lines.place(rule.getLine()), "DUPLICATE_RULE",
					"规则名已在 " + twin.file() + " 第 " + twin.line() + " 行用过",
					"the rule name is used already in " + twin.file() + " line " + twin.line());
		}
		this.rules.add(text);
	}

	private String annotation(RuleLines lines, RuleDescr rule, String name) {
		AnnotationDescr annotation = rule.getAnnotation(name);
		Object value = (annotation != null) ? annotation.getSingleValueStripped() : null;
		if (value == null || value.toString().isBlank()) {
			FilePlace place = (annotation != null) ? lines.find("@" + name, rule.getLine())
					: lines.place(rule.getLine());
			Bilingual hint = (place.cell() == null) ? null : new Bilingual("在 METADATA 列 " + name + "(\"$param\") 下面填上",
					"fill it in below the METADATA column " + name + "(\"$param\")");
			this.problems.error(place, "MISSING_" + name.toUpperCase(java.util.Locale.ROOT),
					"规则缺少 @" + name + "(\"…\")", "the rule has no @" + name + "(\"…\")", hint);
			return "";
		}
		return value.toString();
	}

	private void refuse(RuleLines lines, String what, int line) {
		FilePlace found = lines.find(what.split(" ")[0], line);
		boolean there = found.line() == line || what.startsWith("@");
		this.problems.error(there ? found : lines.place(line), "NOT_ADMITTED", "规则文件中不能写 " + what,
				what + " is not admitted in a rule file", new Bilingual("规则文件只写规则：rule、@en、@basis、when、then",
						"a rule file holds rules only: rule, @en, @basis, when, then"));
	}

	/** The line of {@code then}, on which the consequence's text begins. */
	private static int thenLine(RuleLines lines, RuleDescr rule) {
		return lines.findWord("then", Math.max(rule.getLine(), rule.getConsequenceLine() - 1));
	}

	private static int line(int line, RuleDescr rule) {
		return (line > 0) ? line : rule.getLine();
	}

}
