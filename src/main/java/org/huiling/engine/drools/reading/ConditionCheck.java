package org.huiling.engine.drools.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.NotAdmitted;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Subject;

/**
 * Admits, in the conditions of a rule, patterns over the facts with {@code or},
 * {@code not} and {@code exists}, and nothing that hides an unknown or does work of its
 * own.
 */
final class ConditionCheck {

	private static final Pattern FORBIDDEN = Pattern
		.compile("\\|\\||&&|\\b(?:matches|soundslike|str|new|eval|while|for|System|Runtime|Class)\\b");

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	/** Values made of values made of values double their own work each time. */
	private static final Pattern BOUND_OF_BOUND = Pattern.compile("^\\s*\\$[$\\p{L}\\w]*\\s*:=?[^<>=!\"]*\\$");

	private final RuleLines lines;

	private final Names names;

	private final Problems problems;

	private BoundNames meanings = BoundNames.NONE;

	private final ItemPatternCheck items;

	ConditionCheck(RuleLines lines, Names names, Problems problems) {
		this.lines = lines;
		this.names = names;
		this.problems = problems;
		this.items = new ItemPatternCheck(lines, names, problems);
	}

	/**
	 * Checks the conditions of a rule.
	 * @param rule the rule
	 * @return what its names stand for
	 */
	BoundNames check(RuleDescr rule) {
		if (rule.getLhs().getDescrs().isEmpty()) {
			this.problems.error(this.lines.place(rule.getLine()), "NO_CONDITION", "规则没有条件",
					"the rule has no condition");
		}
		if (!isOfBoundedWork(rule.getLhs(), rule)) {
			return BoundNames.NONE;
		}
		this.meanings = BoundNames.of(rule.getLhs(), this.names.vocabulary());
		this.names.bind(this.meanings.names());
		this.meanings.twice()
			.forEach((name) -> this.problems.error(this.lines.find(name, rule.getLine()).naming(name), "NOT_ADMITTED",
					"名字 " + name + " 记了两次", "the name " + name + " is bound twice",
					new Bilingual("换一个名字", "take another name")));
		if (!this.items.admits(rule)) {
			return this.meanings;
		}
		rule.getLhs().getDescrs().forEach((descr) -> check(descr, rule));
		if (branches(rule.getLhs()) > Limits.BRANCHES) {
			this.problems.error(this.lines.place(rule.getLine()), "TOO_MANY_BRANCHES",
					"这条规则的 or 组合超过 " + Limits.BRANCHES + " 种",
					"the ors of this rule multiply to more than " + Limits.BRANCHES + " alternatives",
					new Bilingual("分成几条规则", "split it into several rules"));
		}
		return this.meanings;
	}

	/** Judged before conditions are read: reading is work too. */
	private boolean isOfBoundedWork(BaseDescr descr, RuleDescr rule) {
		boolean bounded = true;
		if (descr instanceof ConditionalElementDescr element) {
			for (Object part : element.getDescrs()) {
				bounded &= isOfBoundedWork((BaseDescr) part, rule);
			}
		}
		else if (descr instanceof PatternDescr pattern) {
			for (BaseDescr constraint : pattern.getDescrs()) {
				String text = BoundNames.text(constraint);
				bounded &= isOfBoundedWork(this.lines.find(text, place(pattern, rule).line()), text);
			}
		}
		return bounded;
	}

	private boolean isOfBoundedWork(FilePlace place, String text) {
		if (text.length() > Limits.CONDITION) {
			this.problems.error(place, "TOO_LONG", "一个条件超过 " + Limits.CONDITION + " 个字符",
					"a condition has more than " + Limits.CONDITION + " characters",
					new Bilingual("拆成几个条件或几条规则", "split it into several conditions or rules"));
			return false;
		}
		if (BOUND_OF_BOUND.matcher(text).find()) {
			this.problems.error(place, "NOT_ADMITTED", "记下的数不能由另一个记下的数得来",
					"a bound value may not be made of a bound value", new Bilingual("直接写事实，如 $m : 事实.times(P.share)",
							"write the fact itself, such as $m : fact.times(P.share)"));
			return false;
		}
		return true;
	}

	/** How many alternatives a condition has: each {@code or} multiplies them. */
	private static long branches(BaseDescr descr) {
		if (!(descr instanceof ConditionalElementDescr element)) {
			return 1;
		}
		boolean or = descr instanceof OrDescr;
		long all = or ? 0 : 1;
		for (Object part : element.getDescrs()) {
			long each = branches((BaseDescr) part);
			all = Math.min(Limits.BRANCHES + 1L, or ? all + each : all * each);
		}
		return all;
	}

	private void check(BaseDescr descr, RuleDescr rule) {
		if (descr instanceof PatternDescr pattern) {
			pattern(pattern, rule);
		}
		else if (descr instanceof AndDescr || descr instanceof OrDescr || descr instanceof NotDescr
				|| descr instanceof ExistsDescr) {
			List<? extends BaseDescr> parts = ((ConditionalElementDescr) descr).getDescrs();
			parts.forEach((part) -> check(part, rule));
		}
		else {
			refuse(place(descr, rule), descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT));
		}
	}

	private void pattern(PatternDescr pattern, RuleDescr rule) {
		FilePlace place = place(pattern, rule);
		if (pattern.getObjectType() == null) {
			refuse(place, "/");
			return;
		}
		RuleVocabulary vocabulary = this.names.vocabulary();
		if (!vocabulary.isFact(pattern.getObjectType())) {
			String near = Nearest.to(pattern.getObjectType(), vocabulary.facts());
			String all = String.join(", ", vocabulary.facts());
			this.problems.error(this.lines.find(pattern.getObjectType(), place.line()), "UNKNOWN_FACT",
					"没有叫 " + pattern.getObjectType() + " 的事实，可用 " + all.replace(", ", "、"),
					"there is no fact " + pattern.getObjectType() + "; there are " + all,
					isOtherSubject(pattern.getObjectType()) ? Nearest.hint(vocabulary.subject())
							: (near != null) ? Nearest.hint(near) : null);
		}
		if (pattern.getSource() != null) {
			refuse(place, "from");
		}
		if (!pattern.getBehaviors().isEmpty()) {
			refuse(place, "over");
		}
		if (!pattern.getAnnotations().isEmpty()) {
			refuse(place, "@" + pattern.getAnnotations().iterator().next().getName());
		}
		String fact = vocabulary.isFact(pattern.getObjectType()) ? pattern.getObjectType() : null;
		for (BaseDescr constraint : pattern.getDescrs()) {
			String text = BoundNames.text(constraint);
			FilePlace at = this.lines.find(text, place.line());
			if (!isForbidden(at, text) && fact != null) {
				constraint(at, text, fact);
			}
		}
	}

	private static boolean isOtherSubject(String pattern) {
		return Arrays.stream(Subject.values()).anyMatch((one) -> one.pattern().equals(pattern));
	}

	private void constraint(FilePlace place, String text, String fact) {
		try {
			new ConstraintCheck(this.names, this.meanings).check(place, text, fact);
		}
		catch (NotAdmitted refused) {
			this.problems.error(this.lines.within(place, text, refused.offset()), "NOT_ADMITTED",
					"条件中不能这样写：" + refused.what(), "not admitted in a condition: " + refused.what(), refused.instead());
		}
	}

	private boolean isForbidden(FilePlace place, String text) {
		Matcher forbidden = FORBIDDEN.matcher(QUOTED.matcher(text).replaceAll("\"\""));
		if (!forbidden.find()) {
			return false;
		}
		if (forbidden.group().equals("||") || forbidden.group().equals("&&")) {
			this.problems.error(place, "HIDDEN_UNKNOWN", "条件中不能用 " + forbidden.group() + "：它会掩盖未知的事实",
					forbidden.group() + " is not admitted in a condition: it would hide an unknown fact",
					new Bilingual("用逗号表示“并且”；用两个模式之间的 or 或两条规则表示“或者”",
							"write a comma for and; write `or` between patterns, or two rules, for or"));
		}
		else {
			refuse(place, forbidden.group());
		}
		return true;
	}

	private void refuse(FilePlace place, String what) {
		this.problems.error(place, "NOT_ADMITTED", "条件中不能写 " + what, what + " is not admitted in a condition");
	}

	private FilePlace place(BaseDescr descr, RuleDescr rule) {
		return this.lines.place((descr.getLine() > 0) ? descr.getLine() : rule.getLine());
	}

}
