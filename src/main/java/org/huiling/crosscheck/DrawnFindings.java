package org.huiling.crosscheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.crosscheck.ListLine.Drawn;
import org.huiling.decision.due.DecidedPayments;
import org.huiling.decision.due.DecidedPayments.Decided;
import org.huiling.decision.due.DecidedPayments.Granted;
import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * 重复领取比对: whoever draws a benefit elsewhere and is decided to be paid here for the same
 * months, a task for each program. While they still draw it there, the payment here can
 * be held back; what is over only a person can settle.
 */
@Component
class DrawnFindings implements KindFindings {

	/** How many days somebody has for it. */
	private static final int DAYS = 7;

	/** Why a payment is held back, as in {@code POST /applicants/{id}/payment-holds}. */
	private static final String HOLD = "PAID_ELSEWHERE";

	private final DecidedPayments payments;

	private final PolicyCatalogue catalogue;

	private final Clock clock;

	DrawnFindings(DecidedPayments payments, PolicyCatalogue catalogue, Clock clock) {
		this.payments = payments;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@Override
	public CrossCheckKind kind() {
		return CrossCheckKind.OTHER_BENEFIT;
	}

	@Override
	public List<NewTask> of(CrossCheck check, List<Matched> lines) {
		YearMonth last = YearMonth.from(check.asOf());
		Map<String, String> names = names(check.jurisdiction());
		Map<UUID, YearMonth> from = new HashMap<>();
		lines.forEach((line) -> line.candidates()
			.forEach((one) -> from.merge(one.id(), drawn(line.said()).from(), (a, b) -> a.isBefore(b) ? a : b)));
		Map<UUID, List<Granted>> granted = this.payments.granted(from, check.jurisdiction(), last);
		List<NewTask> tasks = new ArrayList<>();
		for (Matched line : lines) {
			Drawn drawn = drawn(line.said());
			String named = (drawn.program() != null) ? names.get(key(drawn.program())) : null;
			for (Candidate one : line.candidates()) {
				Map<String, List<Granted>> twice = new TreeMap<>();
				DecidedPayments
					.within(granted.getOrDefault(one.id(), List.of()), drawn.from(),
							drawn.isOpen(last) ? last : to(drawn))
					.stream()
					.filter((each) -> each.amount().signum() > 0 && (named == null || named.equals(each.program())))
					.forEach((each) -> twice.computeIfAbsent(each.program(), (program) -> new ArrayList<>()).add(each));
				twice.forEach((program, each) -> tasks
					.add(task(check, drawn, one, program, named != null, Objects.requireNonNull(Decided.of(each)))));
			}
		}
		return tasks;
	}

	private static Drawn drawn(ListLine.Said said) {
		return Objects.requireNonNull(said.drawn());
	}

	private static YearMonth to(Drawn drawn) {
		return Objects.requireNonNull(drawn.to());
	}

	/** The programs by everything that a list may call them. */
	private Map<String, String> names(String jurisdiction) {
		Map<String, String> names = new HashMap<>();
		for (Program program : this.catalogue.book(jurisdiction, this.clock.instant()).programs()) {
			names.put(key(program.name().zh()), program.id());
			names.put(key(program.name().en()), program.id());
			names.put(key(program.id()), program.id());
		}
		return names;
	}

	private static String key(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	private NewTask task(CrossCheck check, Drawn drawn, Candidate one, String program, boolean named, Decided decided) {
		YearMonth last = YearMonth.from(check.asOf());
		boolean open = drawn.isOpen(last);
		String until = open ? last.toString() : to(drawn).toString();
		String because = !one.certain() ? (one.byId() ? "DRAWN_OTHER_NAME" : "DRAWN_BY_NAME")
				: !open ? "DRAWN_THEN" : named ? "DRAWN" : "DRAWN_SOMETHING";
		List<String> arguments = List.of(check.asOf().toString(), drawn.from().toString(), until, program,
				decided.first().toString(), decided.last().toString());
		Proposed proposes = (one.certain() && open)
				? new Proposed(null, null, new Proposed.Hold(program, decided.first(), HOLD)) : Proposed.NOTHING;
		return new NewTask(one.certain() ? TaskKind.PAID_TWICE : TaskKind.UNCLEAR, one.id(), null, check.jurisdiction(),
				program, because, arguments, proposes, decided.amount(), LocalDate.now(this.clock).plusDays(DAYS),
				check.source(), key(one, because, program, drawn, open));
	}

	/** While it is still drawn the same finding comes again with every month's list. */
	private static String key(Candidate one, String because, String program, Drawn drawn, boolean open) {
		@Nullable YearMonth to = open ? null : drawn.to();
		return (one.certain() ? "DRAWN" : because) + " " + one.id() + " " + program + " " + drawn.from() + " " + to;
	}

}
