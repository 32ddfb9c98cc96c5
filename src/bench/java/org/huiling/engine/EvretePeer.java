package org.huiling.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/** Evrete through its Java interface, a stateless session for each applicant. */
final class EvretePeer {

	private EvretePeer() {
	}

	/** An applicant with what is paid: the fact that rules see. */
	public static final class Case {

		private final PlainPerson applicant;

		private @Nullable Money paid;

		Case(PlainPerson applicant) {
			this.applicant = applicant;
		}

	}

	/** What it pays an applicant, null for nothing. */
	static Function<PlainPerson, @Nullable Money> with(List<FortyRules.Rule> rules) {
		RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
		for (FortyRules.Rule rule : rules) {
			LhsBuilder<Knowledge> conditions = builder.newRule(rule.name()).forEach("$c", Case.class);
			builder = where(conditions, rule).execute((context) -> {
				Case found = context.get("$c");
				found.paid = rule.amount();
			});
		}
		Knowledge knowledge = builder.build();
		return (applicant) -> {
			Case asked = new Case(applicant);
			knowledge.newStatelessSession().insertAndFire(asked);
			return asked.paid;
		};
	}

	private static LhsBuilder<Knowledge> where(LhsBuilder<Knowledge> conditions, FortyRules.Rule rule) {
		return conditions.where(asks((applicant) -> applicant.ageOnLastDay() >= rule.from()), "$c")
			.where(asks((applicant) -> applicant.ageOnLastDay() < rule.before()), "$c")
			.where(asks((applicant) -> applicant.hukouType() == rule.hukou()), "$c")
			.where(asks((applicant) -> rule.income().holds(applicant)), "$c")
			.where(asks(PlainPerson::hukouInJurisdiction), "$c")
			.where(asks(PlainPerson::alive), "$c");
	}

	private static Predicate<Object[]> asks(Predicate<PlainPerson> condition) {
		return (facts) -> condition.test(((Case) facts[0]).applicant);
	}

}
