package org.huiling.engine.drools.reading;

import java.util.List;
import java.util.regex.Pattern;

import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Admits the items of a declared list only where a rule asks whether there is one:
 * {@code exists Member( … )} and {@code not Member( … )}, with conditions on that item
 * and parameters. What else a rule could want of a list is a derived fact.
 */
final class ItemPatternCheck {

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	private final RuleLines lines;

	private final Names names;

	private final Problems problems;

	private boolean admitted = true;

	ItemPatternCheck(RuleLines lines, Names names, Problems problems) {
		this.lines = lines;
		this.names = names;
		this.problems = problems;
	}

	/** Whether every such pattern of a rule stands where it may; says so if not. */
	boolean admits(RuleDescr rule) {
		this.admitted = true;
		rule.getLhs().getDescrs().forEach((part) -> look(part, rule, false));
		return this.admitted;
	}

	private void look(BaseDescr descr, RuleDescr rule, boolean asked) {
		if (descr instanceof PatternDescr pattern) {
			pattern(pattern, rule, asked);
		}
		else if (descr instanceof ForallDescr all) {
			String name = itemIn(all);
			if (name != null) {
				refuse(all, rule, "forall", new Bilingual("写 not " + name + "( 相反的条件 )：没有一项不符合",
						"write not " + name + "( the opposite condition ): there is none of which it does not hold"));
			}
		}
		else if (descr instanceof ConditionalElementDescr element) {
			boolean asks = (element instanceof NotDescr || element instanceof ExistsDescr)
					&& element.getDescrs().size() == 1;
			element.getDescrs().forEach((part) -> look((BaseDescr) part, rule, asks));
		}
	}

	private void pattern(PatternDescr pattern, RuleDescr rule, boolean asked) {
		String name = pattern.getObjectType();
		if (pattern.getSource() instanceof AccumulateDescr from && itemIn(from.getInput()) != null) {
			sum(pattern, rule, "accumulate", itemIn(from.getInput()));
		}
		if (!this.names.vocabulary().isItem(name)) {
			return;
		}
		this.names.looksAt(name);
		if (pattern.getSource() != null) {
			sum(pattern, rule, "from", name);
		}
		else if (!asked) {
			refuse(pattern, rule, name + "( … )",
					new Bilingual(
							"每个 " + name + "( … ) 单独写在 exists 或 not 里：exists " + name + "( … )、not " + name + "( … )",
							"write each " + name + "( … ) by itself inside exists or not: exists " + name
									+ "( … ), not " + name + "( … )"));
		}
		else if (pattern.getIdentifier() != null) {
			unbound(this.lines.find(pattern.getIdentifier(), line(pattern, rule)), pattern.getIdentifier(), name);
		}
		else {
			constraints(pattern, rule);
		}
	}

	/** Nothing is bound of an item, and nothing bound elsewhere is compared with it. */
	private void constraints(PatternDescr pattern, RuleDescr rule) {
		for (BaseDescr constraint : pattern.getDescrs()) {
			String text = BoundNames.text(constraint);
			String bare = QUOTED.matcher(text).replaceAll("\"\"");
			if (bare.indexOf('$') >= 0) {
				String name = bare.substring(bare.indexOf('$')).replaceFirst("(?s)(\\$[$\\p{L}\\w]*).*", "$1");
				unbound(this.lines.find(text, line(pattern, rule)), name, pattern.getObjectType());
			}
		}
	}

	private void unbound(FilePlace place, String name, String pattern) {
		this.admitted = false;
		String list = this.names.vocabulary().list(pattern);
		this.problems.error(place, "NOT_ADMITTED", pattern + "( … ) 里不能写 " + name,
				name + " is not admitted in " + pattern + "( … )",
				new Bilingual("只与参数和代码比较；要用到本人的事实或这一项的值，在事实文件里声明派生事实，例如 any(" + list + ", …)、one(" + list + ", …)",
						"compare with parameters and codes only; where a fact of the person or a value of the item is needed, declare a derived fact in a fact file, such as any("
								+ list + ", …) or one(" + list + ", …)"));
	}

	private void sum(PatternDescr pattern, RuleDescr rule, String what, @Nullable String name) {
		String list = this.names.vocabulary().list(String.valueOf(name));
		refuse(pattern, rule, what,
				new Bilingual("在事实文件里声明派生事实，例如 count(" + list + ", …)、sum(" + list + ", …)，规则里写它的名字",
						"declare a derived fact in a fact file, such as count(" + list + ", …) or sum(" + list
								+ ", …), and write its name in the rule"));
	}

	private void refuse(BaseDescr descr, RuleDescr rule, String what, Bilingual instead) {
		this.admitted = false;
		String word = what.split("\\(")[0];
		this.problems.error(this.lines.find(word, line(descr, rule)), "NOT_ADMITTED", "条件中不能写 " + what,
				what + " is not admitted in a condition", instead);
	}

	private static int line(BaseDescr descr, RuleDescr rule) {
		return (descr.getLine() > 0) ? descr.getLine() : rule.getLine();
	}

	private @Nullable String itemIn(@Nullable BaseDescr descr) {
		if (descr instanceof PatternDescr pattern) {
			return this.names.vocabulary().isItem(pattern.getObjectType()) ? pattern.getObjectType() : null;
		}
		List<? extends BaseDescr> parts = (descr instanceof ConditionalElementDescr element) ? element.getDescrs()
				: List.of();
		return parts.stream().map(this::itemIn).filter((name) -> name != null).findFirst().orElse(null);
	}

}
