package org.huiling.facts.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.facts.Period;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.DerivationContext;
import org.huiling.facts.expression.Evaluation;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionReader;
import org.huiling.facts.expression.FactValues;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.type.Validity;
import org.jspecify.annotations.Nullable;

/**
 * What words come to, as the interpreter of expressions has it: the oracle that compiled
 * words are held against.
 */
final class ByExpression implements FactValues {

	private final Dictionary dictionary;

	private final FactRecord record;

	private final AsRecorded recorded;

	private final Period period;

	private final LocalDate factDay;

	private final Evaluation evaluation;

	ByExpression(Dictionary dictionary, FactRecord record, String prefix, Period period, LocalDate factDay) {
		this.factDay = factDay;
		this.dictionary = dictionary;
		this.record = record;
		this.recorded = new AsRecorded(dictionary, record);
		this.period = period;
		LocalDate claimDay = (period.kind() == Period.Kind.DAY) ? period.firstDay() : null;
		this.evaluation = Evaluation.of(dictionary.vocabulary(), this,
				new DerivationContext(period.firstDay(), period.lastDay(), factDay, claimDay, prefix), (field) -> {
				});
	}

	@Override
	public Answer value(String path) {
		Fact fact = this.dictionary.fact(path);
		if (fact != null) {
			return valid(fact, path, this.evaluation, this.recorded);
		}
		if (this.dictionary.list(path) != null) {
			return items(path);
		}
		Derived derived = this.dictionary.derived(path);
		if (derived == null) {
			int dot = path.lastIndexOf('.');
			Answer picked = value(path.substring(0, dot));
			return (picked instanceof Answer.Known known) ? ((FactValues) known.value()).value(path.substring(dot + 1))
					: picked;
		}
		if (derived.isCore()) {
			return new Answer.Known(core(path));
		}
		Expression is = derived.on(this.factDay);
		return (is != null) ? this.evaluation.value(is, derived.type()) : Answer.notThere();
	}

	@Override
	public Answer items(String list) {
		Answer items = this.recorded.items(list);
		return (items instanceof Answer.Known) ? new Answer.Known(each(list)) : items;
	}

	/** The items of a list with fields that hold from one day to another. */
	List<FactValues> each(String list) {
		List<FactValues> items = new ArrayList<>();
		this.recorded.each(list).forEach((item) -> items.add(new Item(list, item)));
		return items;
	}

	private final class Item implements FactValues {

		private final String list;

		private final AsRecorded recorded;

		private final Evaluation evaluation;

		Item(String list, AsRecorded recorded) {
			this.list = list;
			this.recorded = recorded;
			this.evaluation = ByExpression.this.evaluation.within(list, recorded);
		}

		@Override
		public Answer value(String name) {
			Fact fact = Objects.requireNonNull(ByExpression.this.dictionary.fact(this.list + "[]." + name));
			return valid(fact, name, this.evaluation, this.recorded);
		}

		@Override
		public Answer items(String path) {
			return ByExpression.this.items(path);
		}

	}

	private static Answer valid(Fact fact, String name, Evaluation evaluation, AsRecorded recorded) {
		Validity validity = fact.validity();
		if (validity == null) {
			return recorded.value(name);
		}
		boolean begun = evaluation.condition(read("begun(" + shortened(validity.from()) + ")")).holds();
		boolean over = validity.to() != null
				&& evaluation.condition(read(shortened(validity.to()) + " < factDay")).holds();
		if (begun && !over) {
			return recorded.value(name);
		}
		return (validity.outside() != null) ? new Answer.Known(validity.outside()) : Answer.notThere();
	}

	private static String shortened(@Nullable String path) {
		return Objects.requireNonNull(path).replaceAll(".*\\[]\\.", "");
	}

	private static Expression read(String text) {
		return ExpressionReader.read(text);
	}

	private Object core(String word) {
		LocalDate first = this.period.firstDay();
		LocalDate death = this.record.deathDate();
		return switch (word) {
			case "alive" -> death == null || !death.isBefore(first);
			case "year" -> (long) first.getYear();
			case "ageOnLastDay" -> age(this.period.lastDay());
			case "ageBeforePeriod" -> age(first.minusDays(1));
			case "ageOnClaimDate" -> age(first);
			default -> throw new IllegalArgumentException(word);
		};
	}

	private long age(LocalDate day) {
		LocalDate death = this.record.deathDate();
		LocalDate on = (death != null && death.isBefore(day)) ? death : day;
		return java.time.Period.between(this.record.birthDate(), on).getYears();
	}

}
