package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.reason.Note;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord.Application;
import org.jspecify.annotations.Nullable;

/**
 * 逾期申请: what a month before the application is worth. Going back from the month of
 * application without a gap, the first month in which the rules grant is the first
 * eligible month; applied for within the policy's months of it, everything is paid back;
 * later, payment begins with the month of application.
 */
final class LateApplication {

	/** The field that says when a program was applied for. */
	static final String FIELD = "applications[].date";

	private static final String CODE = "LATE_APPLICATION";

	/**
	 * An application counts for the months before it, so what is known of applications is
	 * read after every record.
	 */
	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

	private final ApplicantEvaluation evaluation;

	/** All that is known of applications, once it was asked for. */
	private @Nullable List<Application> all;

	LateApplication(ApplicantEvaluation evaluation) {
		this.evaluation = evaluation;
	}

	/** The result for a month once the date of application is looked at. */
	ProgramResult applied(Program program, Period month, ProgramResult programResult) {
		PolicyHeader.LateApplication rule = rule(programResult);
		if (rule == null || programResult.outcome() == Outcome.NOT_ELIGIBLE) {
			return programResult;
		}
		List<Application> applications = applications(program);
		if (applications.isEmpty() || anyUpTo(applications, month)) {
			return programResult;
		}
		boolean eligible = programResult.outcome() == Outcome.ELIGIBLE;
		LocalDate first = null;
		for (Application application : applications) {
			LocalDate date = application.date();
			if (date == null) {
				return eligible ? programResult.needing(Set.of(FIELD), programResult.amount())
						: programResult.nothingCertain();
			}
			first = (first == null || date.isBefore(first)) ? date : first;
		}
		if (first == null) {
			return programResult;
		}
		Period application = Period.of(YearMonth.from(first));
		if (months(month, application) > rule.withinMonths()) {
			return late(programResult, application, rule);
		}
		return eligible ? before(program, month, programResult, application, rule) : programResult.nothingCertain();
	}

	/** Whether an answer takes for granted that the application was made in time. */
	boolean assumed(Program program, ProgramResult programResult) {
		return rule(programResult) != null && programResult.outcome() != Outcome.NOT_ELIGIBLE
				&& applications(program).isEmpty();
	}

	private static PolicyHeader.@Nullable LateApplication rule(ProgramResult programResult) {
		return (programResult.policy() != null) ? programResult.policy().header().lateApplication() : null;
	}

	/** What is known of the applications for a program, of whatever day. */
	List<Application> applications(Program program) {
		List<Application> all = this.all;
		if (all == null) {
			all = Objects.requireNonNullElse(this.evaluation.on(LAST_DAY).applications(), List.of());
			this.all = all;
		}
		if (all.isEmpty()) {
			return all;
		}
		List<Application> own = new ArrayList<>();
		for (Application application : all) {
			if (application.program().equals(program.id())) {
				own.add(application);
			}
		}
		return own;
	}

	private static boolean anyUpTo(List<Application> applications, Period month) {
		for (Application one : applications) {
			if (one.date() != null && !one.date().isAfter(month.lastDay())) {
				return true;
			}
		}
		return false;
	}

	private ProgramResult before(Program program, Period month, ProgramResult programResult, Period application,
			PolicyHeader.LateApplication rule) {
		Period earliest = application;
		for (Period at = application; at.compareTo(month) >= 0; at = at.previous()) {
			ProgramResult there = this.evaluation.programResult(program, at);
			if (there.outcome() == Outcome.NEEDS_INFORMATION) {
				return programResult.needing(there.missing(), programResult.amount());
			}
			if (there.outcome() != Outcome.ELIGIBLE) {
				return late(programResult, application, rule);
			}
			earliest = at;
			if (months(earliest, application) > rule.withinMonths()) {
				return late(programResult, application, rule);
			}
		}
		for (Period at = earliest.previous(); months(at, application) <= rule.withinMonths() + 1; at = at.previous()) {
			ProgramResult there = this.evaluation.programResult(program, at);
			if (there.outcome() == Outcome.NEEDS_INFORMATION) {
				return programResult.needing(there.missing(), programResult.amount());
			}
			if (there.outcome() != Outcome.ELIGIBLE) {
				return programResult;
			}
			earliest = at;
		}
		return (months(earliest, application) > rule.withinMonths()) ? late(programResult, application, rule)
				: programResult;
	}

	private static long months(Period from, Period to) {
		return ChronoUnit.MONTHS.between(YearMonth.from(from.firstDay()), YearMonth.from(to.firstDay()));
	}

	private static ProgramResult late(ProgramResult programResult, Period application,
			PolicyHeader.LateApplication rule) {
		return programResult.refusedWith(new Note(CODE, FIELD,
				new Bilingual(
						"申请月份为 " + application + "，超过 " + rule.withinMonths() + " 个月，自申请当月起发（" + rule.basis() + "）",
						"applied for in " + application + ", more than " + rule.withinMonths()
								+ " months late: paid from the month of application (" + rule.basis() + ")")));
	}

	/** Whether a month lies farther back than an application reaches. */
	static boolean isLate(ProgramResult programResult) {
		return programResult.notes().stream().anyMatch((note) -> note.code().equals(CODE));
	}

}
