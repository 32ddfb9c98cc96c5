package org.huiling.payment.rule;

import java.util.List;
import java.util.Map;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Program;
import org.huiling.payment.calculation.PaymentRule;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.roster.RosterStore;
import org.huiling.payment.roster.Rosters;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How jurisdictions and their programs pay: rules by the month they begin with. One by
 * which something was paid never changes.
 */
@Component
class PaymentRules {

	private static final int CONFLICT = 409;

	private final JdbcClient jdbc;

	private final RosterStore store;

	private final Rosters rosters;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	PaymentRules(JdbcClient jdbc, RosterStore store, Rosters rosters, PolicyCatalogue catalogue, RecordedTime time,
			AuditTrail audit, CurrentUser user) {
		this.jdbc = jdbc;
		this.store = store;
		this.rosters = rosters;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Those of a jurisdiction, the earliest first; before them the one that holds for
	 * all, after them those of its programs.
	 */
	List<PaymentRuleView> of(String jurisdiction) {
		this.rosters.requireJurisdiction(jurisdiction);
		return this.jdbc
			.sql("select * from payment_rule where jurisdiction in (?, '*') "
					+ " order by (jurisdiction <> '*'), (program is not null), program, from_month")
			.param(jurisdiction)
			.query((row, number) -> PaymentRuleView.of(row))
			.list();
	}

	/**
	 * Refuses a rule that cannot be set. Until the transaction ends nobody makes a roster
	 * there.
	 * @throws Refusal 409 {@code PAYMENT_RULE_LATE} if a roster was made for its month or
	 * a later one
	 * @throws InvalidInput 422 {@code NO_SUCH_PROGRAM} if the jurisdiction has no such
	 * program
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireOpen(String jurisdiction, PaymentRuleBody rule) {
		this.rosters.requireJurisdiction(jurisdiction);
		requireProgram(jurisdiction, rule.program());
		this.store.lock(jurisdiction);
		this.store.of(jurisdiction)
			.stream()
			.filter((roster) -> !roster.month().isBefore(rule.from()))
			.findFirst()
			.ifPresent((roster) -> {
				throw new Refusal(CONFLICT, "PAYMENT_RULE_LATE", roster.month().toString());
			});
	}

	private void requireProgram(String jurisdiction, @Nullable String program) {
		if (program == null) {
			return;
		}
		List<String> known = this.catalogue.book(jurisdiction, this.time.settled())
			.programs()
			.stream()
			.map(Program::id)
			.sorted()
			.toList();
		if (!known.contains(program)) {
			throw new InvalidInput(RosterFault.NO_SUCH_PROGRAM.status(),
					List.of(FieldError.of("program", RosterFault.NO_SUCH_PROGRAM.name(), String.join(", ", known))));
		}
	}

	/**
	 * Sets how a jurisdiction, or a program in it, pays from a month on. A rule of that
	 * month, by which nothing was paid yet, is replaced.
	 * @throws Refusal 409 {@code PAYMENT_RULE_LATE} if a roster was made for it or a
	 * later one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PaymentRuleView set(String jurisdiction, PaymentRuleBody body) {
		PaymentRule rule = body.rule();
		requireOpen(jurisdiction, body);
		this.jdbc
			.sql("insert into payment_rule (jurisdiction, program, from_month, frequency, timing, pay_day, arrears_months,"
					+ " tolerance, recovery_share, due_days, life_check_months, arrears_flag_months, on_death, write_off_limit, basis,"
					+ " recorded_by, recorded_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())"
					+ " on conflict (jurisdiction, program, from_month)"
					+ " do update set frequency = excluded.frequency, timing = excluded.timing, pay_day = excluded.pay_day,"
					+ " arrears_months = excluded.arrears_months, tolerance = excluded.tolerance,"
					+ " recovery_share = excluded.recovery_share, due_days = excluded.due_days,"
					+ " life_check_months = excluded.life_check_months,"
					+ " arrears_flag_months = excluded.arrears_flag_months, on_death = excluded.on_death,"
					+ " write_off_limit = excluded.write_off_limit, basis = excluded.basis,"
					+ " recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
			.param(jurisdiction)
			.param(body.program())
			.param(rule.from().toString())
			.param(rule.quarterly() ? "QUARTERLY" : "MONTHLY")
			.param(rule.advance() ? "ADVANCE" : "ARREARS")
			.param(rule.payDay())
			.param(rule.arrearsMonths())
			.param(rule.tolerance())
			.param(rule.recoveryShare())
			.param(rule.dueDays())
			.param(rule.lifeCheckMonths())
			.param(body.flagged())
			.param(body.death().onDeath().name())
			.param(body.death().limit())
			.param(body.basis())
			.param(this.user.name())
			.update();
		PaymentRuleView set = this.jdbc
			.sql("select * from payment_rule where jurisdiction = ?"
					+ " and program is not distinct from ? and from_month = ?")
			.param(jurisdiction)
			.param(body.program())
			.param(rule.from().toString())
			.query((row, number) -> PaymentRuleView.of(row))
			.single();
		this.audit.record(AuditAction.PAYMENT_RULE_SET, jurisdiction, Map.of("rule", set));
		return set;
	}

}
