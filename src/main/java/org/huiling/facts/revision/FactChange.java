package org.huiling.facts.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;

/**
 * Something of the dictionary that changes.
 *
 * @param path of the entry or derived fact
 * @param aspect what of it
 * @param effect what that does to those who use it
 */
public record FactChange(String path, Aspect aspect, Effect effect) {

	/**
	 * What changes from one revision to the next.
	 * @param before the earlier one
	 * @param after the later one
	 * @return by path; none if both say the same
	 */
	public static List<FactChange> between(Dictionary before, Dictionary after) {
		Map<String, Entry> old = entries(before);
		Map<String, Entry> now = entries(after);
		List<FactChange> changes = new ArrayList<>();
		old.forEach((path, entry) -> {
			Entry same = now.get(path);
			if (same == null) {
				changes.add(new FactChange(path, Aspect.ENTRY, Effect.BREAKING));
			}
			else {
				new EntryComparison(entry, same, changes).compare();
			}
		});
		now.keySet()
			.stream()
			.filter((path) -> !old.containsKey(path))
			.forEach((path) -> changes.add(new FactChange(path, Aspect.ENTRY, Effect.NEW)));
		derived(before, after, changes);
		refusals(before, after, changes);
		changes.sort((one, other) -> one.path().compareTo(other.path()));
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

	private static void derived(Dictionary before, Dictionary after, List<FactChange> changes) {
		for (Derived old : before.derived()) {
			Derived now = after.derived(old.path());
			if (now == null) {
				changes.add(new FactChange(old.path(), Aspect.ENTRY, Effect.BREAKING));
				continue;
			}
			if (!old.type().equals(now.type())) {
				changes.add(new FactChange(old.path(), Aspect.TYPE, Effect.BREAKING));
			}
			if (!old.is().equals(now.is())) {
				changes.add(new FactChange(old.path(), Aspect.DEFINITION, Effect.MEANING));
			}
			if (!old.naming().equals(now.naming())) {
				changes.add(new FactChange(old.path(), Aspect.WORDS, Effect.HARMLESS));
			}
		}
		after.derived()
			.stream()
			.filter((now) -> before.derived(now.path()) == null)
			.forEach((now) -> changes.add(new FactChange(now.path(), Aspect.ENTRY, Effect.NEW)));
	}

	/** What is refused from now on may have been recorded. */
	private static void refusals(Dictionary before, Dictionary after, List<FactChange> changes) {
		after.contradictions()
			.stream()
			.filter(Contradiction::refused)
			.filter((now) -> before.contradictions().stream().noneMatch((old) -> isSame(old, now)))
			.map((now) -> (now.list() != null) ? now.list() + "[]." + now.field() : now.field())
			.distinct()
			.filter((path) -> before.entry(path) != null)
			.forEach((path) -> changes.add(new FactChange(path, Aspect.REFUSAL, Effect.BREAKING)));
	}

	private static boolean isSame(Contradiction one, Contradiction other) {
		return one.refused() && Objects.equals(one.list(), other.list()) && one.when().equals(other.when());
	}

}
