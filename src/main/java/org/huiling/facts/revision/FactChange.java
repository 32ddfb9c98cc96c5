package org.huiling.facts.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.type.Trait;

/**
 * Something of the dictionary that changes.
 *
 * @param path of the entry or derived fact
 * @param aspect what of it
 * @param effect what that does to those who use it
 */
public record FactChange(String path, Aspect aspect, RevisionEffect effect) {

	/**
	 * What changes from one revision to the next.
	 * @param before the earlier one
	 * @param after the later one
	 * @return by path; none if both say the same
	 */
	public static List<FactChange> between(Dictionary before, Dictionary after) {
		List<FactChange> changes = new ArrayList<>();
		for (Subject subject : Subject.values()) {
			Dictionary old = before.of(subject);
			Dictionary now = after.of(subject);
			if (old != null && now != null) {
				changes.addAll(ofOne(old, now));
			}
			else if (now != null) {
				changes.addAll(whole(now, RevisionEffect.NEW));
			}
			else if (old != null) {
				changes.addAll(whole(old, RevisionEffect.BREAKING));
			}
		}
		changes.sort((one, other) -> one.path().compareTo(other.path()));
		return changes;
	}

	private static List<FactChange> whole(Dictionary dictionary, RevisionEffect effect) {
		return Stream.concat(entries(dictionary).keySet().stream(), dictionary.derived().stream().map(Derived::path))
			.map((path) -> new FactChange(path, Aspect.ENTRY, effect))
			.toList();
	}

	private static List<FactChange> ofOne(Dictionary before, Dictionary after) {
		Map<String, Entry> old = entries(before);
		Map<String, Entry> now = entries(after);
		List<FactChange> changes = new ArrayList<>();
		old.forEach((path, entry) -> {
			Entry same = now.get(path);
			if (same == null) {
				changes.add(new FactChange(path, Aspect.ENTRY, RevisionEffect.BREAKING));
			}
			else {
				new EntryComparison(entry, same, changes).compare();
			}
		});
		now.keySet()
			.stream()
			.filter((path) -> !old.containsKey(path))
			.forEach((path) -> changes.add(new FactChange(path, Aspect.ENTRY, RevisionEffect.NEW)));
		newFields(old, now, before, changes);
		derived(before, after, changes);
		refusals(before, after, changes);
		return changes;
	}

	private static Map<String, Entry> entries(Dictionary dictionary) {
		Map<String, Entry> all = new TreeMap<>();
		dictionary.entries().forEach((entry) -> add(all, entry));
		return all;
	}

	private static void add(Map<String, Entry> all, Entry entry) {
		all.put(entry.path(), entry);
		if (entry instanceof FactGroup group) {
			group.entries().forEach((one) -> add(all, one));
		}
		else if (entry instanceof FactList list) {
			list.fields().forEach((one) -> all.put(one.path(), one));
		}
	}

	/**
	 * Items on file do not have a field that is new: where each has to have it they fit
	 * no more. And inside of a list the name of a field comes before a fact of the
	 * person.
	 */
	private static void newFields(Map<String, Entry> old, Map<String, Entry> now, Dictionary before,
			List<FactChange> changes) {
		now.forEach((path, entry) -> {
			if (!(entry instanceof Fact field) || field.list() == null || old.containsKey(path)
					|| !old.containsKey(field.list())) {
				return;
			}
			if (field.is(Trait.REQUIRED)) {
				changes.add(new FactChange(field.list(), Aspect.REQUIRED, RevisionEffect.BREAKING));
			}
			if (before.entry(field.name()) != null || before.derived(field.name()) != null) {
				changes.add(new FactChange(field.list(), Aspect.SHADOWED, RevisionEffect.BREAKING));
			}
		});
	}

	private static void derived(Dictionary before, Dictionary after, List<FactChange> changes) {
		for (Derived old : before.derived()) {
			Derived now = after.derived(old.path());
			if (now == null) {
				changes.add(new FactChange(old.path(), Aspect.ENTRY, RevisionEffect.BREAKING));
				continue;
			}
			if (!old.type().equals(now.type())) {
				changes.add(new FactChange(old.path(), Aspect.TYPE, RevisionEffect.BREAKING));
			}
			if (!old.is().equals(now.is())) {
				changes.add(new FactChange(old.path(), Aspect.DEFINITION, RevisionEffect.MEANING));
			}
			if (!old.naming().equals(now.naming())) {
				changes.add(new FactChange(old.path(), Aspect.WORDS, RevisionEffect.HARMLESS));
			}
		}
		after.derived()
			.stream()
			.filter((now) -> before.derived(now.path()) == null)
			.forEach((now) -> changes.add(new FactChange(now.path(), Aspect.ENTRY, RevisionEffect.NEW)));
	}

	/**
	 * What is refused from now on may have been recorded; what no longer is may have told
	 * something of facts that are unknown.
	 */
	private static void refusals(Dictionary before, Dictionary after, List<FactChange> changes) {
		refused(after, before).filter((one) -> mayHoldOf(one, before))
			.flatMap((one) -> named(one, before).stream())
			.distinct()
			.forEach((path) -> changes.add(new FactChange(path, Aspect.REFUSAL, RevisionEffect.BREAKING)));
		refused(before, after).flatMap((one) -> named(one, after).stream())
			.distinct()
			.forEach((path) -> changes.add(new FactChange(path, Aspect.REFUSAL, RevisionEffect.MEANING)));
	}

	/** What one refuses and the other does not. */
	private static Stream<Contradiction> refused(Dictionary one, Dictionary other) {
		return one.contradictions()
			.stream()
			.filter(Contradiction::refused)
			.filter((mine) -> other.contradictions().stream().noneMatch((theirs) -> isSame(theirs, mine)));
	}

	/**
	 * Whether a contradiction may hold of what was recorded: not where one of the
	 * conditions that have to hold together is of facts alone that nobody has told yet.
	 */
	private static boolean mayHoldOf(Contradiction one, Dictionary there) {
		List<Expression> together = (one.when() instanceof Expression.Joined joined && joined.all()) ? joined.parts()
				: List.of(one.when());
		return together.stream()
			.noneMatch((part) -> part instanceof Expression.Comparison && isUntold(part, one, there));
	}

	private static boolean isUntold(Expression part, Contradiction one, Dictionary there) {
		Set<String> names = new TreeSet<>();
		part.walk((each) -> {
			if (each instanceof Expression.Name name) {
				names.add(name.path());
			}
		});
		return !names.isEmpty() && names.stream()
			.allMatch((name) -> there.entry(name) == null && there.entry(one.list() + "[]." + name) == null);
	}

	/** The recorded facts that a contradiction is about. */
	private static Set<String> named(Contradiction one, Dictionary there) {
		Set<String> names = new TreeSet<>();
		one.when().walk((part) -> {
			if (part instanceof Expression.Name name) {
				String item = one.list() + "[]." + name.path();
				names.add((there.entry(item) != null) ? item : name.path());
			}
		});
		names.add(one.field());
		names.removeIf((name) -> there.entry(name) == null);
		return names;
	}

	private static boolean isSame(Contradiction one, Contradiction other) {
		return one.refused() && Objects.equals(one.list(), other.list()) && one.when().equals(other.when());
	}

}
