package org.huiling.crosscheck;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.applicant.PeopleMatching.Place;
import org.huiling.decision.due.DecidedPayments;
import org.huiling.decision.due.DecidedPayments.Granted;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * 迁出比对: whoever is granted something here and is registered or lives elsewhere by the
 * list, if by the rules that ends anything. Without a day, without an id, or where the
 * file says something of a later day, a person has to look at it.
 */
@Component
class MoveFindings implements KindFindings {

	/** How many days somebody has for it. */
	private static final int DAYS = 7;

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final DecidedPayments payments;

	private final PolicyCatalogue catalogue;

	private final Supposing supposing;

	private final Clock clock;

	MoveFindings(DecidedPayments payments, PolicyCatalogue catalogue, Supposing supposing, Clock clock) {
		this.payments = payments;
		this.catalogue = catalogue;
		this.supposing = supposing;
		this.clock = clock;
	}

	@Override
	public CrossCheckKind kind() {
		return CrossCheckKind.RESIDENCE;
	}

	/**
	 * Somebody who may have moved away.
	 *
	 * @param said what the list says
	 * @param one who may be meant
	 * @param record what would be recorded of them
	 */
	private record Mover(ListLine.Said said, Candidate one, ObjectNode record) {

		/** The month of the move if it is told and over, else that of the list. */
		YearMonth from(YearMonth last) {
			YearMonth after = after();
			return (after == null || after.isAfter(last)) ? last : after;
		}

		@Nullable YearMonth after() {
			LocalDate date = this.said.date();
			return (date != null) ? YearMonth.from(date).plusMonths(1) : null;
		}

		String regions() {
			Set<String> regions = new LinkedHashSet<>();
			this.record.forEach((group) -> regions.add(group.path("region").asString("")));
			return String.join(", ", regions);
		}

		/** Whether the file says something of what moved for a later day. */
		boolean isSaidLater() {
			LocalDate date = this.said.date();
			return date != null && ((this.record.has("hukou") && isLater(this.one.hukou(), date))
					|| (this.record.has("residence") && isLater(this.one.residence(), date)));
		}

		private static boolean isLater(Place place, LocalDate date) {
			LocalDate said = place.said();
			return said != null && said.isAfter(date);
		}

	}

	@Override
	public List<NewTask> of(CrossCheck check, List<Matched> lines) {
		String prefix = this.catalogue.jurisdiction(check.jurisdiction()).orElseThrow().regionPrefix();
		YearMonth last = YearMonth.from(check.asOf());
		List<Mover> movers = new ArrayList<>();
		Map<UUID, YearMonth> from = new HashMap<>();
		for (Matched line : lines) {
			for (Candidate one : line.candidates()) {
				Mover mover = new Mover(line.said(), one, record(line.said(), one, prefix));
				if (!mover.record().isEmpty()) {
					movers.add(mover);
					from.merge(one.id(), mover.from(last), (a, b) -> a.isBefore(b) ? a : b);
				}
			}
		}
		Map<UUID, List<Granted>> granted = this.payments.granted(from, check.jurisdiction(), last);
		List<NewTask> tasks = new ArrayList<>();
		for (Mover mover : movers) {
			List<Granted> ends = ends(check, mover, granted.getOrDefault(mover.one().id(), List.of()), last);
			if (!ends.isEmpty()) {
				tasks.add(task(check, mover, ends, last));
			}
		}
		return tasks;
	}

	/**
	 * What would be recorded: whatever lies elsewhere by the list and not by the file.
	 */
	private static ObjectNode record(ListLine.Said said, Candidate one, String prefix) {
		ObjectNode record = JsonNodeFactory.instance.objectNode();
		add(record, "hukou", said.hukou(), one.hukou(), said.date(), prefix);
		add(record, "residence", said.residence(), one.residence(), said.date(), prefix);
		return record;
	}

	private static void add(ObjectNode record, String group, @Nullable String region, Place known,
			@Nullable LocalDate since, String prefix) {
		if (isElsewhere(region, prefix) && !isElsewhere(known.region(), prefix)) {
			ObjectNode place = record.putObject(group).put("region", region);
			if (since != null) {
				place.put("since", since.toString());
			}
		}
	}

	/**
	 * The code of what encloses a jurisdiction does not say that somebody is elsewhere.
	 */
	private static boolean isElsewhere(@Nullable String region, String prefix) {
		return region != null && !region.startsWith(prefix) && !prefix.startsWith(region.replaceFirst("(00)+$", ""));
	}

	/** What is granted from then on and would not be, were the list right. */
	private List<Granted> ends(CrossCheck check, Mover mover, List<Granted> granted, YearMonth last) {
		List<Granted> theirs = DecidedPayments.within(granted, mover.from(last), last);
		if (theirs.isEmpty()) {
			return theirs;
		}
		Set<String> still = this.supposing.granting(check, mover.one().id(), mover.record());
		return theirs.stream().filter((one) -> !still.contains(one.program())).toList();
	}

	private NewTask task(CrossCheck check, Mover mover, List<Granted> ends, YearMonth last) {
		LocalDate date = mover.said().date();
		YearMonth after = mover.after();
		BigDecimal money = (after == null) ? null
				: DecidedPayments.within(ends, after, last).stream().map(Granted::sum).reduce(NOTHING, BigDecimal::add);
		Set<String> programs = ends.stream().map(Granted::program).collect(Collectors.toCollection(TreeSet::new));
		Candidate one = mover.one();
		boolean acts = one.certain() && date != null && !mover.isSaidLater();
		String because = one.certain() ? (date == null) ? "MOVED_SOME_DAY" : acts ? "MOVED" : "MOVED_SAID_LATER"
				: one.byId() ? "MOVED_OTHER_NAME" : "MOVED_BY_NAME";
		List<String> arguments = List.of(String.valueOf(date), check.asOf().toString(), mover.regions(),
				String.join(", ", programs));
		TaskKind kind = (acts || (one.certain() && date == null)) ? TaskKind.MOVED_AWAY : TaskKind.UNCLEAR;
		Proposed proposes = (acts && date != null) ? Proposed.record(mover.record(), date) : Proposed.NOTHING;
		return new NewTask(kind, one.id(), null, check.jurisdiction(),
				(programs.size() == 1) ? programs.iterator().next() : null, because, arguments, proposes, money,
				LocalDate.now(this.clock).plusDays(DAYS), check.source(),
				because + " " + one.id() + " " + mover.regions() + " " + date);
	}

}
