package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.FactDay;
import org.huiling.engine.reason.Note;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.FactRecord.Application;
import org.jspecify.annotations.Nullable;

/**
 * 事实日: the day on which a version reads the person for a period. Without an application
 * the first day of the period stands for that of the application, which answers say.
 */
final class FactDays {

	private final ApplicantEvaluation evaluation;

	FactDays(ApplicantEvaluation evaluation) {
		this.evaluation = evaluation;
	}

	/** The day; null where nobody knows on which day it was applied for. */
	@Nullable LocalDate of(CompiledPolicy policy, Period period) {
		return isThatOfTheApplication(policy) ? applied(policy, period) : policy.header().factDay().within(period);
	}

	/** The last application up to the end of the period, else the first after it. */
	private @Nullable LocalDate applied(CompiledPolicy policy, Period period) {
		LocalDate last = null;
		LocalDate next = null;
		for (Application application : applications(policy)) {
			LocalDate day = application.date();
			if (day == null) {
				return null;
			}
			if (day.isAfter(period.lastDay())) {
				next = (next == null || day.isBefore(next)) ? day : next;
			}
			else {
				last = (last == null || day.isAfter(last)) ? day : last;
			}
		}
		LocalDate found = (last != null) ? last : next;
		return (found != null) ? found : period.firstDay();
	}

	private List<Application> applications(CompiledPolicy policy) {
		return this.evaluation.late().applications(policy.program());
	}

	private static boolean isThatOfTheApplication(CompiledPolicy policy) {
		return policy.header().factDay() == FactDay.APPLICATION_DAY && policy.program().cycle() != Cycle.CLAIM;
	}

	/**
	 * What is recorded on a fact day. When somebody was born and died goes by the period:
	 * nobody is paid on, since they lived when they applied.
	 */
	FactRecord record(Period period, LocalDate day) {
		FactRecord record = this.evaluation.on(day);
		if (!day.isBefore(period.firstDay())) {
			return record;
		}
		FactRecord then = this.evaluation.on(period.firstDay());
		if (Objects.equals(record.birthDate(), then.birthDate())
				&& Objects.equals(record.deathDate(), then.deathDate())) {
			return record;
		}
		return record.with(record.subject().beginning(), then.birthDate())
			.with(record.subject().end(), then.deathDate());
	}

	/** That nobody applied and the answer goes by the period's first day instead. */
	@Nullable Note assumed(@Nullable CompiledPolicy policy, Period period) {
		if (policy == null || !isThatOfTheApplication(policy) || !applications(policy).isEmpty()) {
			return null;
		}
		LocalDate day = period.firstDay();
		return new Note("APPLIED_IN_TIME", "applications", new Bilingual("未提供申请日期，按已按时申请、以 " + day + " 的情况测算",
				"no application is given: assessed as if made in time, by the facts of " + day));
	}

	/** The day of an answer, where it is not the first one of its period. */
	@Nullable LocalDate other(@Nullable CompiledPolicy policy, Period period) {
		LocalDate day = (policy != null) ? of(policy, period) : null;
		return (day == null || day.equals(period.firstDay())) ? null : day;
	}

	/** Names that day. */
	static Note note(CompiledPolicy policy, LocalDate day) {
		boolean application = policy.header().factDay() == FactDay.APPLICATION_DAY;
		return new Note("FACT_DAY", null, application
				? new Bilingual("按申请之日 " + day + " 的情况测算", "by the facts of " + day + ", the day of the application")
				: new Bilingual("按期间最后一天 " + day + " 的情况测算", "by the facts of " + day + ", the period's last day"));
	}

}
