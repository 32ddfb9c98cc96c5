package org.huiling.facts.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.facts.dictionary.FirstDay.Held;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that count as come while nobody knows them, and what is held from them.
 */
final class FirstDays {

	private final Dictionary dictionary;

	private final Map<String, Set<Held>> held = new LinkedHashMap<>();

	private FirstDays(Dictionary dictionary) {
		this.dictionary = dictionary;
	}

	/** All of a dictionary, in the order of the facts. */
	static List<FirstDay> of(Dictionary dictionary, List<Fact> facts) {
		FirstDays days = new FirstDays(dictionary);
		facts.forEach(days::valid);
		dictionary.derived().forEach((derived) -> derived.is().values().forEach((is) -> days.look(is, null, is)));
		List<FirstDay> found = new ArrayList<>();
		for (int i = 0; i < facts.size(); i++) {
			Set<Held> held = days.held.get(facts.get(i).path());
			if (held != null) {
				found.add(new FirstDay(dictionary, facts.get(i), List.copyOf(held), i));
			}
		}
		return List.copyOf(found);
	}

	/** What has a validity is held from its first day. */
	private void valid(Fact fact) {
		Validity validity = fact.validity();
		if (validity == null) {
			return;
		}
		String list = fact.list();
		boolean ofThePerson = Objects.requireNonNull(this.dictionary.fact(validity.from())).list() == null;
		if (list != null && ofThePerson) {
			add(validity.from(), new Held(list, this.dictionary.shape().slot(list), null));
		}
		else {
			add(validity.from(), held(fact, validity.outside()));
		}
	}

	/**
	 * What stands beside a {@code begun(…)} is held from its day.
	 * @param part of a definition
	 * @param list the list whose items are looked at, null outside of lists
	 * @param whole the definition, inside a list what is said of an item
	 */
	private void look(Expression part, @Nullable String list, Expression whole) {
		if (part instanceof Expression.Call call && "begun".equals(call.function())) {
			Set<String> days = new LinkedHashSet<>();
			names(call, list, days);
			days.removeIf((day) -> !(this.dictionary.entry(day) instanceof Fact fact && fact.type() == FactType.DATE));
			Set<String> beside = new LinkedHashSet<>();
			besideDays(whole, list, beside);
			days.forEach((day) -> {
				this.held.computeIfAbsent(day, (one) -> new LinkedHashSet<>());
				beside.forEach((fact) -> beside(day, fact));
			});
			return;
		}
		String items = list;
		Expression said = whole;
		for (Expression one : part.parts()) {
			look(one, items, (items != null && list == null) ? one : said);
			if (part instanceof Expression.Call && one instanceof Expression.Name name
					&& this.dictionary.list(name.path()) != null) {
				items = name.path();
			}
		}
	}

	/**
	 * A day of an item holds fields of the item, a day of the person what the person has.
	 */
	private void beside(String day, String path) {
		Entry entry = this.dictionary.entry(path);
		String ofDay = Objects.requireNonNull(this.dictionary.fact(day)).list();
		if (entry instanceof Fact fact && Objects.equals(fact.list(), ofDay)) {
			add(day, held(fact, null));
		}
		else if (entry instanceof FactList && ofDay == null) {
			add(day, new Held(path, this.dictionary.shape().slot(path), null));
		}
	}

	private Held held(Fact fact, @Nullable String outside) {
		String name = (fact.list() != null) ? fact.name() : fact.path();
		return new Held(name, slot(this.dictionary.shape(), fact), outside);
	}

	private void add(String day, Held one) {
		this.held.computeIfAbsent(day, (path) -> new LinkedHashSet<>()).add(one);
	}

	/**
	 * The recorded facts that an expression names; those of derived facts it names too.
	 */
	private void names(Expression part, @Nullable String list, Set<String> names) {
		if (part instanceof Expression.Name name) {
			String field = list + "[]." + name.path();
			String path = (list != null && this.dictionary.fact(field) != null) ? field : name.path();
			Derived derived = this.dictionary.derived(path);
			if (derived != null) {
				derived.is().values().forEach((is) -> names(is, null, names));
			}
			else {
				names.add(path);
			}
			return;
		}
		part.parts().forEach((one) -> names(one, list, names));
	}

	/**
	 * The recorded facts that are named themselves, but for those of {@code begun(…)}.
	 */
	private void besideDays(Expression part, @Nullable String list, Set<String> names) {
		if (part instanceof Expression.Call call && "begun".equals(call.function())) {
			return;
		}
		if (part instanceof Expression.Name name) {
			String field = list + "[]." + name.path();
			names.add((list != null && this.dictionary.fact(field) != null) ? field : name.path());
			return;
		}
		part.parts().forEach((one) -> besideDays(one, list, names));
	}

	/** Where the records of persons, or of the items of its list, have a fact. */
	static int slot(RecordShape shape, Fact fact) {
		String list = fact.list();
		RecordShape items = (list != null) ? shape.items(list) : null;
		return (items != null) ? items.slot(fact.name()) : shape.slot(fact.path());
	}

}
