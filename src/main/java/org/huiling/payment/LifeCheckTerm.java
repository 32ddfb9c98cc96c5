package org.huiling.payment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import org.huiling.engine.PolicyBook;
import org.huiling.payment.calculation.PaymentRuleReader;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.stereotype.Component;

/** How long a passed life check holds. */
@Component
public class LifeCheckTerm {

	private final PaymentRuleReader rules;

	private final PolicyCatalogue catalogue;

	private final Clock clock;

	LifeCheckTerm(PaymentRuleReader rules, PolicyCatalogue catalogue, Clock clock) {
		this.rules = rules;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * How long, by the rule of payment in force in a month; where it says nothing of it,
	 * by the policies in force, the strictest of them.
	 * @param jurisdiction its id
	 * @param month the month
	 * @return months; empty if none is asked for
	 */
	public Optional<Integer> months(String jurisdiction, YearMonth month) {
		return byRule(jurisdiction, month).or(() -> byPolicy(jurisdiction, month));
	}

	private Optional<Integer> byRule(String jurisdiction, YearMonth month) {
		return this.rules.of(jurisdiction).at(month).map((rules) -> rules.general().lifeCheckMonths());
	}

	private Optional<Integer> byPolicy(String jurisdiction, YearMonth month) {
		PolicyBook book = this.catalogue.book(jurisdiction, this.clock.instant());
		return book.programs()
			.stream()
			.map((program) -> book.inForce(program.id(), month.atDay(1)))
			.filter(Objects::nonNull)
			.map((version) -> Objects.requireNonNull(version).header().lifeCheckMonths())
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.min(Comparator.naturalOrder());
	}

}
