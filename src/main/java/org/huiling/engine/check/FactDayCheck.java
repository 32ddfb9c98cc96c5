package org.huiling.engine.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.FactDay;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;

/**
 * Whether a version can read records on the day that its {@code factDay} names, and
 * whether the derived facts that it reads go by another one.
 */
final class FactDayCheck {

	private static final String KEY = "factDay";

	private static final String FIRST_DAY = "firstDay";

	private final CompiledPolicy policy;

	private final PolicyFiles files;

	private final Problems problems;

	FactDayCheck(CompiledPolicy policy, PolicyFiles files, Problems problems) {
		this.policy = policy;
		this.files = files;
		this.problems = problems;
	}

	void check() {
		byte[] header = this.files.files().get(HeaderReader.FILE);
		if (this.policy.header().factDay() == FactDay.FIRST_DAY || header == null) {
			return;
		}
		YamlMapping yaml = Yaml.mapping(HeaderReader.FILE, header, this.problems);
		if (yaml == null) {
			return;
		}
		if (this.policy.header().factDay().fits(this.policy.program().cycle()) && !isAppliedForByNobody()) {
			remindOfTheFirstDay(yaml);
		}
		else {
			refuse(yaml);
		}
	}

	/** {@code stacking} is no benefit. */
	private boolean isAppliedForByNobody() {
		return this.policy.header().factDay() == FactDay.APPLICATION_DAY
				&& Program.STACKING.equals(this.policy.program().id());
	}

	private void refuse(YamlMapping yaml) {
		FactDay day = this.policy.header().factDay();
		Cycle cycle = this.policy.program().cycle();
		if (cycle == Cycle.CLAIM) {
			this.problems.error(yaml.place(KEY), "WRONG_VALUE", KEY + " " + day + " 不用于按笔项目：每一笔只有它自己的日期",
					KEY + " " + day + " is not for programs by claim: each claim has its own day",
					new Bilingual("写 EVENT_DAY，或者不写", "write EVENT_DAY, or leave it out"));
			return;
		}
		String others = isAppliedForByNobody() ? "FIRST_DAY, LAST_DAY" : "FIRST_DAY, LAST_DAY, APPLICATION_DAY";
		this.problems.error(yaml.place(KEY), "WRONG_VALUE", KEY + " " + day + " 不用于本项目（" + cycle + "）",
				KEY + " " + day + " is not for this program (" + cycle + ")",
				new Bilingual("可以写 " + others, "it can be " + others));
	}

	/** They say the first day, and mean it: perhaps the fact day was meant. */
	private void remindOfTheFirstDay(YamlMapping yaml) {
		Dictionary dictionary = this.policy.rules().vocabulary().dictionary();
		List<String> counting = FactSources.of(dictionary, this.policy.rules().asked())
			.stream()
			.map(dictionary::derived)
			.filter(Objects::nonNull)
			.filter((derived) -> FactSources.of(dictionary, derived).contains(FIRST_DAY))
			.map((derived) -> derived.path())
			.sorted()
			.toList();
		if (!counting.isEmpty()) {
			String names = counting.stream().collect(Collectors.joining(", "));
			this.problems.warning(yaml.place(KEY), "FACT_DAY", "按 firstDay（期间第一天）而不是按事实日算的派生事实：" + names,
					"derived facts that go by firstDay, the period's first day, and not by the fact day: " + names);
		}
	}

}
