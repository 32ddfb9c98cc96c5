package org.huiling.recalculation.run;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.decision.Undecided;
import org.huiling.decision.review.DecisionChange;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.decision.review.ReviewOrder;
import org.huiling.decision.review.Reviewed;
import org.huiling.decision.review.Reviewer;
import org.huiling.decision.review.Tally;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.decision.store.InKindView;
import org.huiling.payment.Adjustments;
import org.huiling.storage.BinaryCopy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews the next slice of a run's people: decisions, report and progress in one
 * transaction, so that whatever happens a slice is done once or not at all.
 */
@Component
class SliceReview {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final DecisionReviews reviews;

	private final Adjustments adjustments;

	SliceReview(JdbcClient jdbc, DataSource dataSource, DecisionReviews reviews, Adjustments adjustments) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.reviews = reviews;
		this.adjustments = adjustments;
	}

	/** Some of a run's people. */
	private record Slice(int first, int last) {
	}

	/**
	 * Reviews the next slice that nobody is at.
	 * @return false if there is none
	 * @throws org.springframework.dao.DuplicateKeyException if somebody decided the same
	 * meanwhile; the slice is left to be done again
	 */
	@Transactional
	public boolean next(ReviewOrder order, Reviewer reviewer, boolean commits) {
		Optional<Slice> next = this.jdbc
			.sql("select first, last from recalculation_slice where run = ? and jurisdiction = ? and not done"
					+ " order by first limit 1 for update skip locked")
			.params(order.run(), order.jurisdiction())
			.query((row, number) -> new Slice(row.getInt("first"), row.getInt("last")))
			.optional();
		next.ifPresent((slice) -> review(slice, order, reviewer, commits));
		return next.isPresent();
	}

	private void review(Slice slice, ReviewOrder order, Reviewer reviewer, boolean commits) {
		Map<UUID, YearMonth> people = new LinkedHashMap<>();
		this.jdbc
			.sql("select applicant, from_month from recalculation_person where run = ? and jurisdiction = ?"
					+ " and number between ? and ? order by number")
			.params(order.run(), order.jurisdiction(), slice.first(), slice.last())
			.query((row) -> {
				String from = row.getString("from_month");
				people.put(row.getObject("applicant", UUID.class),
						(from != null) ? YearMonth.parse(from) : order.from());
			});
		List<Reviewed> reviewed = reviewer.review(people);
		changes(order, reviewed);
		failures(order, reviewed);
		undecided(order, reviewed);
		tallies(order, slice, reviewed);
		this.jdbc
			.sql("update recalculation_slice set done = true, failed = ?, undecided = ?, changed = ?"
					+ " where run = ? and jurisdiction = ? and first = ?")
			.params(reviewed.stream().filter((one) -> one.fault() != null).count(),
					reviewed.stream().filter((one) -> !one.undecided().isEmpty()).count(),
					reviewed.stream().mapToInt((one) -> one.changes().size()).sum(), order.run(), order.jurisdiction(),
					slice.first())
			.update();
		if (commits) {
			// last: until the end of the transaction nobody else decides
			this.reviews.decide(order, reviewed);
		}
	}

	private void changes(ReviewOrder order, List<Reviewed> reviewed) {
		List<DecisionChange> changes = reviewed.stream().map(Reviewed::changes).flatMap(Collection::stream).toList();
		if (changes.isEmpty()) {
			return;
		}
		BinaryCopy rows = new BinaryCopy("recalculation_change (run, id, applicant, jurisdiction, program, period,"
				+ " claim, before_outcome, before_amount, before_version, after_outcome, after_amount, after_version,"
				+ " difference, because, adjustment, before_in_kind, after_in_kind, before_status, after_status)", 20);
		Map<UUID, BigDecimal> adjustments = this.adjustments.of(order.jurisdiction(),
				changes.stream().filter((change) -> !"MERGED".equals(change.because())).toList());
		for (DecisionChange change : changes) {
			DecisionChange.Stand before = change.before();
			rows.row()
				.uuid(order.run())
				.uuid(change.id())
				.uuid(change.applicant())
				.text(order.jurisdiction())
				.text(change.program())
				.text(change.period())
				.text(change.claim())
				.text((before != null) ? before.outcome() : null)
				.numeric((before != null) ? before.amount() : null)
				.text((before != null) ? before.version() : null)
				.text(change.after().outcome())
				.numeric(change.after().amount())
				.text(change.after().version())
				.numeric(change.difference())
				.text(change.because())
				.numeric(adjustments.get(change.id()))
				.text((before != null) ? InKindView.kept(before.inKind()) : null)
				.text(InKindView.kept(change.after().inKind()))
				.text((before != null) ? DecisionStatus.kept(before.status(), before.outcome()) : null)
				.text(DecisionStatus.kept(change.after().status(), change.after().outcome()));
		}
		rows.send(this.dataSource);
	}

	private void failures(ReviewOrder order, List<Reviewed> reviewed) {
		reviewed.stream()
			.filter((one) -> one.fault() != null)
			.forEach((one) -> this.jdbc
				.sql("insert into recalculation_failure (run, applicant, jurisdiction, reason) values (?, ?, ?, ?)")
				.params(order.run(), one.applicant(), order.jurisdiction(), String.valueOf(one.fault()))
				.update());
	}

	private void undecided(ReviewOrder order, List<Reviewed> reviewed) {
		BinaryCopy rows = new BinaryCopy(
				"recalculation_undecided (run, applicant, jurisdiction, program, period, claim, missing)", 7);
		boolean any = false;
		for (Reviewed one : reviewed) {
			for (Undecided undecided : one.undecided()) {
				any = true;
				rows.row()
					.uuid(order.run())
					.uuid(one.applicant())
					.text(order.jurisdiction())
					.text(undecided.program())
					.text(undecided.period())
					.text(undecided.claim())
					.texts(undecided.missing());
			}
		}
		if (any) {
			rows.send(this.dataSource);
		}
	}

	private void tallies(ReviewOrder order, Slice slice, List<Reviewed> reviewed) {
		Map<Tally, Tally.Sum> sums = new HashMap<>();
		reviewed.forEach((one) -> one.tallies().forEach((tally, sum) -> sums.merge(tally, sum, Tally.Sum::plus)));
		if (sums.isEmpty()) {
			return;
		}
		BinaryCopy rows = new BinaryCopy("recalculation_tally (run, jurisdiction, slice, program, region, ages,"
				+ " before_outcome, after_outcome, periods, paid_before, paid_after)", 11);
		sums.forEach((tally, sum) -> rows.row()
			.uuid(order.run())
			.text(order.jurisdiction())
			.integer(slice.first())
			.text(tally.program())
			.text(tally.people().region())
			.text(tally.people().ages())
			.text(tally.before())
			.text(tally.after())
			.number(sum.periods())
			.numeric(sum.paidBefore())
			.numeric(sum.paidAfter()));
		rows.send(this.dataSource);
	}

}
