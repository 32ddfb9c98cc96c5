package org.huiling.engine.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a file of standards says beyond the one before it. Standards only grow: what was
 * published stays, days are added behind the last one, and a mistake is corrected by a
 * further issue of its day.
 *
 * @param changes the values that are added
 * @param problems what would change or take away something published, at its line
 */
public record StandardsGrowth(List<Change> changes, List<Problem> problems) {

	/**
	 * A value that is added.
	 *
	 * @param standard the standard's name
	 * @param title what people call it
	 * @param by what the standard's keys are, such as {@code dibaoType}; null if it has
	 * none
	 * @param key for whom it is, null for everybody
	 * @param from the first day
	 * @param corrects whether it takes the place of a value of the same day
	 * @param before the value of that day before, null if there was none
	 * @param after the value
	 * @param basis the notice that sets it
	 */
	public record Change(String standard, Bilingual title, @Nullable String by, @Nullable String key, LocalDate from,
			boolean corrects, @Nullable String before, String after, String basis) {
	}

	public StandardsGrowth {
		changes = List.copyOf(changes);
		problems = List.copyOf(problems);
	}

	/**
	 * Holds a file against the one in force.
	 * @param before the one in force, null if there is none
	 * @param reading the other one, which can be read
	 * @return what differs
	 */
	public static StandardsGrowth between(@Nullable StandardsFile before, StandardsReading reading) {
		Map<String, Standard> old = (before != null) ? before.standards() : Map.of();
		Map<String, Standard> now = Objects.requireNonNull(reading.file()).standards();
		Growing growing = new Growing(reading.lines());
		old.forEach((name, standard) -> growing.keep(standard, now.get(name)));
		now.forEach((name, standard) -> growing.add(old.get(name), standard));
		return new StandardsGrowth(growing.changes, growing.problems);
	}

	/**
	 * The standards with values that are added.
	 * @return their names
	 */
	public Set<String> standards() {
		Set<String> names = new TreeSet<>();
		this.changes.forEach((change) -> names.add(change.standard()));
		return names;
	}

	/**
	 * The first day on which a standard has another value.
	 * @return none if nothing is added
	 */
	public Optional<LocalDate> first() {
		return this.changes.stream().map(Change::from).min(Comparator.naturalOrder());
	}

	private static final class Growing {

		private final List<Change> changes = new ArrayList<>();

		private final List<Problem> problems = new ArrayList<>();

		private final Map<String, Integer> lines;

		Growing(Map<String, Integer> lines) {
			this.lines = lines;
		}

		void keep(Standard old, @Nullable Standard now) {
			if (now == null) {
				error(1, "STANDARD_PUBLISHED", old.name() + " 已发布，不能删除",
						old.name() + " is published and cannot be removed");
				return;
			}
			if (!old.unit().equals(now.unit()) || !Objects.equals(old.by(), now.by())) {
				error(line(now.name()), "STANDARD_PUBLISHED", now.name() + " 已发布，unit 和 by 不能改变",
						now.name() + " is published: unit and by cannot change");
			}
			for (Standard.Value value : old.values()) {
				Standard.Value kept = now.values().stream().filter(value::isSameIssue).findFirst().orElse(null);
				if (kept == null || !kept.value().equals(value.value())) {
					int line = (kept != null) ? line(now.name() + " " + kept.place()) : line(now.name());
					this.problems.add(new Problem(StandardsFile.NAME, line, 1, Severity.ERROR, "STANDARD_PUBLISHED",
							new Bilingual(now.name() + " " + value.place() + " 的值 " + value.value() + " 已发布，不能改变、不能删除",
									"the value " + value.value() + " of " + now.name() + " " + value.place()
											+ " is published: it cannot be changed or removed"),
							null,
							new Bilingual("恢复原值；写错了的，另添一行更正 " + nextIssue(now, value) + ": 正确的值",
									"restore it; correct a mistake by one more line, " + nextIssue(now, value)
											+ ": the right value")));
				}
			}
		}

		private static String nextIssue(Standard now, Standard.Value value) {
			int last = now.values()
				.stream()
				.filter(value::isBeside)
				.mapToInt(Standard.Value::issue)
				.max()
				.orElse(value.issue());
			return value.from() + "." + (Math.max(last, value.issue()) + 1);
		}

		void add(@Nullable Standard old, Standard now) {
			List<Standard.Value> published = (old != null) ? old.values() : List.of();
			for (Standard.Value value : now.values()) {
				if (published.stream().anyMatch(value::isSameIssue)) {
					continue;
				}
				Optional<LocalDate> last = published.stream()
					.filter((one) -> one.isFor(value.key()))
					.map(Standard.Value::from)
					.max(Comparator.naturalOrder());
				if (value.issue() == 1 && last.isPresent() && !value.from().isAfter(last.get())) {
					error(line(now.name() + " " + value.place()), "STANDARD_PUBLISHED",
							"新的日期应在已发布的最后一个 " + last.get() + " 之后",
							"a new day must be after " + last.get() + ", the last that is published");
				}
				this.changes
					.add(new Change(now.name(), now.title(), now.by(), value.key(), value.from(), value.issue() > 1,
							(old != null) ? old.on(value.key(), value.from()) : null, value.value(), value.basis()));
			}
		}

		private int line(String place) {
			return this.lines.getOrDefault(place, 1);
		}

		private void error(int line, String code, String zh, String en) {
			this.problems.add(new Problem(StandardsFile.NAME, line, 1, Severity.ERROR, code, new Bilingual(zh, en),
					null, new Bilingual("标准只添不改：恢复已发布的内容", "standards only grow: restore what is published")));
		}

	}

}
