package org.huiling.facts.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * 档案的形状: which facts a record can have and in which slot each of them stands. One shape
 * belongs to one revision of the dictionary; whoever reads a fact often finds its slot
 * once.
 */
public final class RecordShape {

	/** No slot: nothing is ever recorded there. */
	public static final int NONE = -1;

	private final List<Slot> slots;

	private final List<Slot> sorted;

	private final Map<String, Slot> byPath = new HashMap<>();

	private final List<Slot> all = new ArrayList<>();

	private final Subject subject;

	private final Slots known;

	private final ItemRoles roles;

	/**
	 * A shape.
	 * @param slots what a record has at its top, in the order in which it is written;
	 * numbered from 0 in this order, groups before what they hold
	 * @param roles what the parameterised words read of an item, none if it is no item
	 */
	public RecordShape(List<Slot> slots, Map<String, String> roles) {
		this(slots, roles, null, Subject.PERSON);
	}

	/**
	 * The shape of the record of a subject.
	 * @param slots what a record has at its top, as above
	 * @param subject whom records of this shape are about
	 */
	public RecordShape(List<Slot> slots, Subject subject) {
		this(slots, Map.of(), null, subject);
	}

	/**
	 * The shape of an item.
	 * @param slots what an item has, in the order in which it is written
	 * @param roles what the parameterised words read of it
	 * @param key the one field by which items are told apart, null if several are
	 */
	public RecordShape(List<Slot> slots, Map<String, String> roles, @Nullable String key) {
		this(slots, roles, key, Subject.PERSON);
	}

	private RecordShape(List<Slot> slots, Map<String, String> roles, @Nullable String key, Subject subject) {
		this.subject = subject;
		this.slots = List.copyOf(slots);
		this.sorted = kept(slots);
		slots.forEach(this::add);
		this.known = new Slots(this);
		this.roles = new ItemRoles(this, roles, key);
	}

	private void add(Slot slot) {
		if (slot.index() != this.all.size()) {
			throw new IllegalArgumentException(slot.path() + " is not numbered in its turn");
		}
		this.all.add(slot);
		this.byPath.put(slot.path().intern(), slot);
		slot.fields().forEach(this::add);
	}

	private static List<Slot> kept(List<Slot> slots) {
		return slots.stream().filter(Slot::kept).sorted(Comparator.comparing(Slot::name)).toList();
	}

	/** What stands in a slot. */
	public enum Kind {

		/** A value. */
		FACT,

		/** Whether anything is recorded of a group. */
		GROUP,

		/** The items of a list. */
		LIST

	}

	/**
	 * A place for one fact, group or list.
	 *
	 * @param index its number
	 * @param parent the number of the group it belongs to, {@link #NONE} at the top
	 * @param path the way to it, in an item the name of the field
	 * @param kind what stands there
	 * @param fields what a group holds, in the order in which it is written
	 * @param items the shape of the items of a list
	 * @param keptFields what decisions keep of a group, in the order of the names
	 * @param kept whether decisions keep what they saw of it
	 * @param name its own name, the last step of the path
	 */
	public record Slot(int index, int parent, String path, Kind kind, List<Slot> fields, List<Slot> keptFields,
			@Nullable RecordShape items, boolean kept, String name) {

		/**
		 * A place of which decisions keep all that they keep of what it holds.
		 * @param index its number
		 * @param parent the number of its group
		 * @param path the way to it
		 * @param kind what stands there
		 * @param fields what a group holds
		 * @param items the shape of the items of a list
		 * @param kept whether decisions keep what they saw of it
		 */
		public Slot(int index, int parent, String path, Kind kind, List<Slot> fields, @Nullable RecordShape items,
				boolean kept) {
			this(index, parent, path, kind, List.copyOf(fields), RecordShape.kept(fields), items, kept,
					path.substring(path.lastIndexOf('.') + 1));
		}

	}

	/**
	 * What a record has at its top.
	 * @return in the order in which it is written
	 */
	public List<Slot> slots() {
		return this.slots;
	}

	/**
	 * What decisions keep of a record, at its top.
	 * @return in the order of the names
	 */
	public List<Slot> keptSlots() {
		return this.sorted;
	}

	/**
	 * Every slot.
	 * @return by number
	 */
	public List<Slot> all() {
		return Collections.unmodifiableList(this.all);
	}

	/**
	 * The number of a fact's slot.
	 * @param path the way to the fact
	 * @return {@link #NONE} if there is no such fact
	 */
	public int slot(String path) {
		Slot slot = this.byPath.get(path);
		return (slot != null) ? slot.index() : NONE;
	}

	/**
	 * The shape of the items of a list.
	 * @param list the way to the list
	 * @return null if there is no such list
	 */
	public @Nullable RecordShape items(String list) {
		Slot slot = this.byPath.get(list);
		return (slot != null) ? slot.items() : null;
	}

	/**
	 * Whom records of this shape are about.
	 * @return a person or an organisation; of an item that says nothing
	 */
	public Subject subject() {
		return this.subject;
	}

	/** How many slots there are. */
	int size() {
		return this.all.size();
	}

	int parent(int slot) {
		return this.all.get(slot).parent();
	}

	/**
	 * The lists whose items are told by one text and have a day: those are claims to a
	 * program that goes over the list.
	 * @return paths, in the order of {@link #slots()}
	 */
	public List<String> claims() {
		return this.slots.stream()
			.filter((slot) -> slot.items() != null && slot.items().roles().id >= 0 && slot.items().roles().day >= 0)
			.map(Slot::path)
			.toList();
	}

	/** The slots of the facts that Java reads by name. */
	Slots known() {
		return this.known;
	}

	/** The slots of what the parameterised words read of an item. */
	ItemRoles roles() {
		return this.roles;
	}

	/**
	 * A record of this shape, of which nothing is known yet.
	 * @return to be told fact by fact
	 */
	public FactRecord.Builder record() {
		return new FactRecord.Builder(this);
	}

	/** Whether the same facts stand in the same slots. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof RecordShape shape && this.all.equals(shape.all));
	}

	@Override
	public int hashCode() {
		return this.all.size();
	}

}
