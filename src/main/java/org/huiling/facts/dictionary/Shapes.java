package org.huiling.facts.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.facts.Subject;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordShape.Kind;
import org.huiling.facts.record.RecordShape.Slot;
import org.huiling.facts.type.Trait;

/** Makes the shapes of records from what is declared. */
final class Shapes {

	private int next;

	private Shapes() {
	}

	/** The shape of the record of a person or an organisation. */
	static RecordShape of(Subject subject, List<Entry> entries) {
		return new RecordShape(new Shapes().slots(entries, RecordShape.NONE), subject);
	}

	private List<Slot> slots(List<? extends Entry> entries, int parent) {
		List<Slot> slots = new ArrayList<>(entries.size());
		entries.forEach((entry) -> slots.add(slot(entry, parent)));
		return slots;
	}

	private Slot slot(Entry entry, int parent) {
		int index = this.next++;
		if (entry instanceof FactGroup group) {
			List<Slot> fields = slots(group.entries(), index);
			boolean kept = fields.isEmpty() || fields.stream().anyMatch(Slot::kept);
			return new Slot(index, parent, group.path(), Kind.GROUP, fields, null, kept);
		}
		if (entry instanceof FactList list) {
			boolean kept = !list.is(Trait.SEALED);
			return new Slot(index, parent, list.path(), Kind.LIST, List.of(), items(list), kept);
		}
		Fact fact = (Fact) entry;
		return new Slot(index, parent, fact.path(), Kind.FACT, List.of(), null, isKept(fact, Set.of()));
	}

	private static RecordShape items(FactList list) {
		List<Slot> slots = new ArrayList<>(list.fields().size());
		Set<String> key = Set.copyOf(list.shape().key());
		for (Fact field : list.fields()) {
			slots.add(new Slot(slots.size(), RecordShape.NONE, field.name(), Kind.FACT, List.of(), null,
					isKept(field, key)));
		}
		return new RecordShape(slots, list.shape().roles(), list.isTold() ? list.shape().key().get(0) : null);
	}

	/** No rule reads a text, so that decisions need it only to tell items apart. */
	private static boolean isKept(Fact fact, Set<String> key) {
		return !fact.is(Trait.SEALED) && (fact.isReadable() || key.contains(fact.name()));
	}

}
