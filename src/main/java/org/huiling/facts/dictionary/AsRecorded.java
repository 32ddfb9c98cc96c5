package org.huiling.facts.dictionary;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.Evaluation;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.FactValues;
import org.huiling.facts.record.RecordedFacts;
import org.huiling.facts.type.Asking;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Recorded facts as expressions read them, without regard to their validity. What is not
 * recorded is unknown, unless its declaration says that it is none then, or that it does
 * not apply.
 */
public final class AsRecorded implements FactValues {

	private final Dictionary dictionary;

	private final RecordedFacts recorded;

	private final @Nullable AsRecorded person;

	private final @Nullable String list;

	/**
	 * The facts of a person.
	 * @param dictionary what declares them
	 * @param recorded what is recorded
	 */
	public AsRecorded(Dictionary dictionary, RecordedFacts recorded) {
		this(dictionary, recorded, null, null);
	}

	private AsRecorded(Dictionary dictionary, RecordedFacts recorded, @Nullable AsRecorded person,
			@Nullable String list) {
		this.dictionary = dictionary;
		this.recorded = recorded;
		this.person = person;
		this.list = list;
	}

	/**
	 * Expressions on these facts.
	 * @return to ask any number of them; of an item, its fields come first
	 */
	public Evaluation evaluation() {
		AsRecorded whole = (this.person != null) ? this.person : this;
		Evaluation evaluation = Evaluation.of(this.dictionary.vocabulary(), whole);
		return (this.list != null) ? evaluation.within(this.list, this) : evaluation;
	}

	/**
	 * The items of a list, each of which reads its own fields first.
	 * @param path of the list
	 * @return none if nothing is recorded of it
	 */
	public List<AsRecorded> each(String path) {
		List<? extends RecordedFacts> items = this.recorded.items(path);
		return (items == null) ? List.of()
				: items.stream().map((item) -> new AsRecorded(this.dictionary, item, this, path)).toList();
	}

	/**
	 * Whether a fact applies at all, so that somebody could be asked for it.
	 * @param name the path of a fact, or the name of a field of this item
	 * @return false only if its condition is known to fail; what cannot be worked out
	 * does not
	 */
	public boolean applies(String name) {
		try {
			return isThere(name);
		}
		catch (CalculationFault fault) {
			return true;
		}
	}

	private boolean isThere(String name) {
		Expression when = asking(name).when();
		return when == null || !evaluation().condition(when).fails();
	}

	/**
	 * Whether a condition is known to hold.
	 * @param condition on these facts
	 * @return false also where it cannot be worked out
	 */
	public boolean holds(Expression condition) {
		try {
			return evaluation().condition(condition).holds();
		}
		catch (CalculationFault fault) {
			return false;
		}
	}

	@Override
	public Answer value(String name) {
		Object value = this.recorded.value(name);
		if (value != null) {
			return new Answer.Known(read(name, value));
		}
		Fact fact = fact(name);
		if (fact == null) {
			return (this.dictionary.list(name) != null) ? items(name) : Answer.missing(name);
		}
		boolean there = !fact.is(Trait.ABSENT_IS_NONE) && isThere(name);
		return there ? Answer.missing(fact.path()) : Answer.notThere();
	}

	@Override
	public Answer items(String path) {
		if (this.recorded.items(path) != null) {
			return new Answer.Known(List.<FactValues>copyOf(each(path)));
		}
		FactList declared = Objects.requireNonNull(this.dictionary.list(path), path);
		boolean there = !declared.is(Trait.ABSENT_IS_NONE) && isThere(path);
		return there ? Answer.missing(path) : Answer.notThere();
	}

	private @Nullable Fact fact(String name) {
		return this.dictionary.fact((this.list != null) ? this.list + "[]." + name : name);
	}

	private Asking asking(String name) {
		FactList declared = this.dictionary.list(name);
		Fact fact = fact(name);
		return (fact != null) ? fact.asking() : (declared != null) ? declared.asking() : Asking.NEVER;
	}

	private Object read(String name, Object value) {
		if (value instanceof Integer number) {
			return number.longValue();
		}
		if (value instanceof Code code) {
			return code.name();
		}
		if (value instanceof Collection<?> codes) {
			TreeSet<String> names = new TreeSet<>();
			codes.forEach((code) -> names.add(code.toString()));
			return names;
		}
		Fact fact = fact(name);
		boolean money = value instanceof BigDecimal && fact != null && fact.type() == FactType.MONEY;
		return money ? Money.of((BigDecimal) value) : value;
	}

}
