package org.huiling.projection;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.decision.review.Projected;
import org.huiling.decision.review.Projected.Answered;
import org.huiling.engine.Assessment;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.record.FactRecord;
import org.huiling.projection.report.ListedSum;
import org.huiling.projection.report.PersonCount;
import org.huiling.projection.report.ProjectionReports;
import org.huiling.projection.report.ProjectionView;
import org.huiling.projection.report.SmallSums;
import org.huiling.projection.report.Sums;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 名单推演: a projection over people of a list, by the code of those over the register, but
 * with neither database nor service: everybody on the list counts, as they are assessed.
 * Belongs to one thread; what several come to is brought together by {@link #report}.
 */
public final class ListProjection {

	private static final UUID NOBODY = new UUID(0, 0);

	private final YearMonth from;

	private final YearMonth to;

	private final PersonCount count;

	/**
	 * Begins at nothing.
	 * @param from the first month
	 * @param to the last month
	 * @param touched the programs whose answers may differ; null where nothing is tried
	 */
	public ListProjection(YearMonth from, YearMonth to, @Nullable Set<String> touched) {
		this.from = from;
		this.to = to;
		this.count = new PersonCount(from, (int) from.until(to, ChronoUnit.MONTHS) + 1, 0, List.of(), touched);
	}

	/**
	 * The programs whose answers may differ.
	 * @param before the policies before
	 * @param after the policies after, which may have been read apart from those
	 * @param from the first month
	 * @param to the last month
	 * @return their ids
	 */
	public static Set<String> touched(PolicyBook before, PolicyBook after, YearMonth from, YearMonth to) {
		return TouchedPrograms.between(before, after, from, to,
				(one, other) -> (one == null || other == null) ? one != other : !isSame(one, other));
	}

	/** Values that a version takes from standards are no part of its digest. */
	private static boolean isSame(CompiledPolicy one, CompiledPolicy other) {
		return one.digest().equals(other.digest()) && one.days().equals(other.days())
				&& one.parameters().equals(other.parameters())
				&& one.days().stream().allMatch((day) -> one.on(day).parameters().equals(other.on(day).parameters()));
	}

	/**
	 * Adds somebody.
	 * @param facts what is known of them in the first month
	 * @param before what they are answered by the policies before
	 * @param after and by those after; null where nothing is tried
	 */
	public void add(FactRecord facts, List<Assessment> before, @Nullable List<Assessment> after) {
		List<List<Answered>> both = new ArrayList<>(List.of(answered(before)));
		if (after != null) {
			both.add(answered(after));
		}
		this.count.add(new Projected(NOBODY, Projected.Group.of(facts, this.from.atDay(1)), both, null));
	}

	private List<Answered> answered(List<Assessment> answers) {
		List<Answered> answered = new ArrayList<>();
		for (Assessment one : answers) {
			Answered told = Answered.of(one, this.from, this.to);
			if (told != null) {
				answered.add(told);
			}
		}
		return answered;
	}

	/**
	 * What it came to.
	 * @return in any order
	 */
	public List<ListedSum> sums() {
		List<ListedSum> sums = new ArrayList<>();
		this.count.sums().forEach((key, sum) -> sums.add(ListedSum.of(key, sum)));
		return sums;
	}

	/**
	 * What several came to together.
	 * @param all their sums
	 * @param hidden whether cells of few people are hidden, as from policy staff
	 * @return total, months, changes, by and histogram, as {@code GET /projections/{id}}
	 * has them, in JSON
	 */
	public static byte[] report(Collection<ListedSum> all, boolean hidden) {
		Sums sums = new Sums();
		all.forEach((one) -> one.addTo(sums));
		ProjectionReports whole = ProjectionReports.of(sums, List.of());
		ProjectionReports told = hidden ? SmallSums.hidden(whole) : whole;
		Report report = new Report(told.total(), told.months(), told.changes(), told.by(), told.histogram());
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
	}

	/**
	 * What is told.
	 *
	 * @param total what is paid in all
	 * @param months by month and program
	 * @param changes how many people change how
	 * @param by the same of people who are counted together
	 * @param histogram by the change a person a month
	 */
	record Report(ProjectionView.Total total, List<ProjectionView.Month> months, ProjectionView.Changes changes,
			ProjectionView.By by, List<ProjectionView.Bar> histogram) {
	}

}
