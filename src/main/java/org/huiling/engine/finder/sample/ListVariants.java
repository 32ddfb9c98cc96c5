package org.huiling.engine.finder.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.engine.finder.sample.Setting.Absent;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;

/**
 * Lists as a version tells them apart: none, one item of each kind, some together, as
 * many of one kind as are counted. Of an item only those fields differ that conditions
 * read; every condition that is read adds to them.
 */
final class ListVariants {

	/** Of more kinds no two are put together. */
	private static final int MOST_KINDS = 24;

	/** More kinds than these are not made: what hangs on them is not judged. */
	private static final int MOST_MADE = 500;

	private static final int MOST_COUNTED = 6;

	/** So many of a small amount come to a large one. */
	private static final int MANY = 10;

	private final FactList list;

	private final Setup setup;

	private final Map<String, Set<Object>> fields = new TreeMap<>();

	private final Set<Integer> counts = new TreeSet<>(List.of(2, MANY));

	private final AskedItems asked;

	/** Whether a definition looks at it, too. */
	private boolean defined;

	ListVariants(FactList list, Setup setup) {
		this.list = list;
		this.setup = setup;
		this.asked = new AskedItems(list, setup, this::isInOrder);
	}

	/** How patterns tell its items apart. */
	AskedItems asked() {
		return this.asked;
	}

	/** Whether items can be made so that patterns over them are judged. */
	boolean isAskable() {
		boolean byHand = Portrait.LISTS.contains(this.list.path()) || this.setup.isOver(this.list.path());
		return !byHand && this.list.asking().when() == null && (this.list.shape().key().isEmpty() || isNamed());
	}

	/** A field is compared with these. */
	void tell(Fact field, Collection<Object> wanted) {
		Set<Object> values = this.fields.computeIfAbsent(field.name(), (name) -> new LinkedHashSet<>());
		if (field.is(Trait.ABSENT_IS_NONE)) {
			values.add(Absent.NONE);
		}
		switch (field.type()) {
			case BOOLEAN -> values.addAll(List.of(true, false));
			case CODE -> values.addAll(this.setup.codes(Objects.requireNonNull(field.codes()).name()));
			case CODES -> this.setup.codes(Objects.requireNonNull(field.codes()).name())
				.forEach((code) -> values.addAll(List.of(List.of(), List.of(code))));
			case INTEGER -> {
				int least = (field.bounds().min() != null) ? field.bounds().min().intValue() : 0;
				values.add(least);
				Boundaries.wholes(List.copyOf(wanted), least, Integer.MAX_VALUE - 1, values::add);
			}
			case MONEY -> Boundaries.yuan(List.copyOf(wanted), (yuan) -> {
				if (field.bounds().contains(yuan)) {
					values.add(yuan);
				}
			});
			case DATE -> {
				values.addAll(List.of(new Since(240, 0), new Since(0, -1), new Since(0, 0), new Since(0, 1)));
				wanted.stream().filter((one) -> one instanceof LocalDate || one instanceof Since).forEach(values::add);
			}
			case REGION -> values.addAll(List.of(RegionValues.inside(this.setup), RegionValues.outside(this.setup)));
			case DECIMAL, TEXT -> values.addAll(wanted);
		}
	}

	/** Its items are counted up to these. */
	void count(Collection<Object> wanted) {
		this.defined = true;
		wanted.stream()
			.filter((one) -> one instanceof Integer number && number >= 0 && number <= MOST_COUNTED)
			.forEach((one) -> this.counts.addAll(List.of((Integer) one, (Integer) one + 1)));
	}

	/** The lists to try. */
	List<List<Map<String, Object>>> lists() {
		if (this.asked.isAsked()) {
			return this.asked.lists(this.defined ? this.fields : null, isRepeatable() ? this.counts : Set.of());
		}
		List<Map<String, Object>> kinds = kinds();
		List<List<Map<String, Object>>> lists = new ArrayList<>(List.of(List.of()));
		kinds.forEach((kind) -> lists.add(List.of(kind)));
		if (isRepeatable()) {
			for (int count : this.counts) {
				kinds.forEach((kind) -> lists.add(Stream.generate(() -> kind).limit(count).toList()));
			}
		}
		for (int i = 0; i < kinds.size() && kinds.size() <= MOST_KINDS; i++) {
			for (int j = i + 1; j < kinds.size(); j++) {
				lists.add(List.of(kinds.get(i), kinds.get(j)));
			}
		}
		return lists;
	}

	/** Whether two items may be alike but for a name. */
	private boolean isRepeatable() {
		return this.list.shape().most() > MANY && isNamed();
	}

	/** Whether a text tells them apart. */
	private boolean isNamed() {
		return this.list.shape()
			.key()
			.stream()
			.map(this.list::field)
			.anyMatch((field) -> field != null && field.type() == FactType.TEXT);
	}

	/** Whether there are more kinds of items than are made. */
	boolean isTooMany() {
		return isMoreThan(MOST_MADE, this.fields) || this.asked.isTooMany();
	}

	/** Whether fields have more values together. */
	static boolean isMoreThan(int most, Map<String, Set<Object>> fields) {
		return fields.values()
			.stream()
			.mapToLong(Set::size)
			.reduce(1, (a, b) -> Math.min(a * Math.max(b, 1), Integer.MAX_VALUE)) > most;
	}

	private List<Map<String, Object>> kinds() {
		return combinations(this.fields, MOST_MADE).stream().filter(this::isInOrder).toList();
	}

	/** Every combination of the values of some fields, but not more than so many. */
	static List<Map<String, Object>> combinations(Map<String, Set<Object>> fields, int most) {
		List<Map<String, Object>> kinds = List.of(Map.of());
		for (Map.Entry<String, Set<Object>> field : fields.entrySet()) {
			List<Map<String, Object>> more = new ArrayList<>();
			for (Map<String, Object> kind : kinds) {
				for (Object value : field.getValue()) {
					Map<String, Object> other = new TreeMap<>(kind);
					other.put(field.getKey(), value);
					more.add(other);
				}
			}
			kinds = (more.size() > most) ? more.subList(0, most) : more;
		}
		return kinds;
	}

	/** Nothing is over before it begins. */
	private boolean isInOrder(Map<String, Object> kind) {
		Object from = (this.list.shape().from() != null) ? kind.get(this.list.shape().from()) : null;
		Object to = (this.list.shape().to() != null) ? kind.get(this.list.shape().to()) : null;
		return from == null || to == null || to == Absent.NONE || from == Absent.NONE
				|| ValuesToTry.place(from, Sample.unremarkable(this.setup))
					.compareTo(ValuesToTry.place(to, Sample.unremarkable(this.setup))) >= 0;
	}

}
