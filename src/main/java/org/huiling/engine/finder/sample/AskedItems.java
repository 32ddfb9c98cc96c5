package org.huiling.engine.finder.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list as the patterns of a version tell them apart. A pattern asks
 * whether there is an item that it fits: of all lists those do in which the items fit
 * other patterns together, the shortest of each.
 */
final class AskedItems {

	/** More kinds of items are not made: what hangs on them is not judged. */
	private static final int MOST_KINDS = 10_000;

	/** Nor more lists. */
	private static final int MOST_LISTS = 128;

	/** Nor all groups of more codes. */
	private static final int MOST_CODES = 4;

	private final FactList list;

	private final FieldValues values;

	private final Predicate<Map<String, Object>> inOrder;

	private final Map<String, Set<Object>> fields = new TreeMap<>();

	/** What an item fits, null for one that cannot be recorded. */
	private @Nullable Function<Map<String, Object>, @Nullable Set<Object>> fits;

	private boolean tooMany;

	AskedItems(FactList list, Setup setup, Predicate<Map<String, Object>> inOrder) {
		this.list = list;
		this.inOrder = inOrder;
		this.values = new FieldValues(setup);
	}

	/** A field is compared with these. */
	void ask(Fact field, Collection<Object> wanted) {
		this.values.compared(field, wanted, this.fields.computeIfAbsent(field.name(), (name) -> new LinkedHashSet<>()));
	}

	/** Every pattern has been asked: this says which of them an item fits. */
	void fit(Function<Map<String, Object>, @Nullable Set<Object>> told) {
		this.fits = told;
	}

	boolean isAsked() {
		return this.fits != null;
	}

	boolean isTooMany() {
		return this.tooMany;
	}

	/** The values of those fields that lie on a line. */
	Map<Fact, List<Object>> lines() {
		Map<Fact, List<Object>> lines = new LinkedHashMap<>();
		this.fields.forEach((name, all) -> {
			Fact field = Objects.requireNonNull(this.list.field(name));
			if (field.type() == FactType.INTEGER || field.type() == FactType.MONEY || field.type() == FactType.DATE) {
				lines.put(field, List.copyOf(all));
			}
		});
		return lines;
	}

	/**
	 * The lists to try.
	 * @param told fields that definitions look at, with the values that they tell apart;
	 * null if none looks at the list
	 * @param counts how many items definitions count
	 */
	List<List<Map<String, Object>>> lists(@Nullable Map<String, Set<Object>> told, Set<Integer> counts) {
		Map<Set<Object>, Map<String, Object>> kinds = kinds(told);
		List<List<Map<String, Object>>> lists = new ArrayList<>(together(kinds));
		Map<String, Object> unfit = kinds.get(Set.<Object>of());
		if (unfit != null) {
			// whoever comes second is asked as well
			lists.add(List.of(unfit));
			kinds.values()
				.stream()
				.filter((kind) -> !kind.equals(unfit))
				.forEach((kind) -> lists.add(List.of(unfit, kind)));
		}
		if (told != null) {
			counts.forEach((count) -> List.copyOf(lists).forEach((one) -> longer(one, count, lists)));
		}
		return lists;
	}

	private void longer(List<Map<String, Object>> one, int count, List<List<Map<String, Object>>> lists) {
		if (!one.isEmpty() && one.size() < count && count <= this.list.shape().most()) {
			List<Map<String, Object>> longer = new ArrayList<>(one);
			while (longer.size() < count) {
				longer.add(one.get(one.size() - 1));
			}
			lists.add(longer);
		}
	}

	/** One item for each set of patterns that an item can fit. */
	private Map<Set<Object>, Map<String, Object>> kinds(@Nullable Map<String, Set<Object>> told) {
		Map<String, Set<Object>> all = new TreeMap<>();
		this.fields.forEach((name, values) -> all.put(name, withAnother(name, values)));
		if (told != null) {
			told.forEach((name, values) -> all.computeIfAbsent(name, (first) -> new LinkedHashSet<>()).addAll(values));
		}
		this.tooMany |= ListVariants.isMoreThan(MOST_KINDS, all);
		Map<Set<Object>, Map<String, Object>> kinds = new LinkedHashMap<>();
		for (Map<String, Object> kind : ListVariants.combinations(all, MOST_KINDS)) {
			Set<Object> fits = this.inOrder.test(kind) ? Objects.requireNonNull(this.fits).apply(kind) : null;
			if (fits != null) {
				Set<Object> seen = new HashSet<>(fits);
				if (told != null) {
					Map<String, Object> seenByDefinitions = new TreeMap<>(kind);
					seenByDefinitions.keySet().retainAll(told.keySet());
					seen.add(seenByDefinitions);
				}
				kinds.putIfAbsent(seen, kind);
			}
		}
		return kinds;
	}

	/** Beside the codes that are named one that is not: all others are like it. */
	private Set<Object> withAnother(String name, Set<Object> named) {
		Fact field = Objects.requireNonNull(this.list.field(name));
		if (field.type() == FactType.CODES && named.size() > MOST_CODES) {
			this.tooMany = true;
		}
		return this.values.withAnother(field, named, MOST_CODES);
	}

	/** For each set of patterns that items can fit together the shortest list. */
	private Collection<List<Map<String, Object>>> together(Map<Set<Object>, Map<String, Object>> kinds) {
		Map<Set<Object>, List<Map<String, Object>>> lists = new LinkedHashMap<>();
		lists.put(Set.of(), List.of());
		Deque<Set<Object>> open = new ArrayDeque<>(lists.keySet());
		while (!open.isEmpty()) {
			Set<Object> before = open.remove();
			List<Map<String, Object>> items = Objects.requireNonNull(lists.get(before));
			kinds.forEach((fits, kind) -> {
				Set<Object> more = new HashSet<>(before);
				more.addAll(fits);
				if (lists.containsKey(more)) {
					return;
				}
				if (lists.size() >= MOST_LISTS || items.size() >= this.list.shape().most()) {
					this.tooMany = true;
					return;
				}
				List<Map<String, Object>> longer = new ArrayList<>(items);
				longer.add(kind);
				lists.put(more, longer);
				open.add(more);
			});
		}
		return lists.values();
	}

}
