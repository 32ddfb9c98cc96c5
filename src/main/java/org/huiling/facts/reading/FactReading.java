package org.huiling.facts.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Contradictions;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Trait;
import org.huiling.facts.words.FactWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is told of people, or of organisations, by one revision of the dictionary.
 */
public final class FactReading {

	private final Dictionary dictionary;

	private final RecordShape shape;

	private final Map<String, Integer> places;

	private final List<Step> steps;

	private final DayLimits limits;

	private final @Nullable FactReading organisations;

	private final Map<Dictionary, FactReading> earlier = new ConcurrentHashMap<>();

	private volatile @Nullable FactWords words;

	/**
	 * A reading.
	 * @param dictionary what is declared
	 */
	public FactReading(Dictionary dictionary) {
		this.dictionary = dictionary;
		this.shape = dictionary.shape();
		this.places = withSubject(places(dictionary.entries()));
		this.steps = steps(dictionary.entries(), this.shape);
		this.limits = DayLimits.of(dictionary);
		Dictionary others = dictionary.of(Subject.ORGANISATION);
		this.organisations = (others != null && dictionary.subject() == Subject.PERSON) ? new FactReading(others)
				: null;
	}

	/**
	 * The reading of what is told of a subject.
	 * @param subject whom it is told of
	 * @return null if nothing is declared of it
	 */
	public @Nullable FactReading of(Subject subject) {
		return (subject == this.dictionary.subject()) ? this
				: (subject == Subject.ORGANISATION) ? this.organisations : null;
	}

	/**
	 * What is read at one place.
	 *
	 * @param entry what is declared there
	 * @param name of the field
	 * @param slot where it goes
	 * @param places of the fields below it
	 * @param below how these are read
	 * @param items the shape of the items of a list
	 * @param key where an item has what it is told apart by
	 * @param codes the codes it may have, by name
	 */
	private record Step(Entry entry, String name, int slot, Map<String, Integer> places, List<Step> below,
			@Nullable RecordShape items, List<Integer> key, Map<String, Code> codes) {
	}

	private static List<Step> steps(List<? extends Entry> entries, RecordShape shape) {
		List<Step> steps = new ArrayList<>(entries.size());
		for (Entry entry : entries) {
			if (entry instanceof FactGroup group) {
				steps.add(new Step(group, group.name(), shape.slot(group.path()), places(group.entries()),
						steps(group.entries(), shape), null, List.of(), Map.of()));
			}
			else if (entry instanceof FactList list) {
				RecordShape items = Objects.requireNonNull(shape.items(list.path()));
				steps.add(new Step(list, list.name(), shape.slot(list.path()), places(list.fields()),
						steps(list.fields(), items), items, list.shape().key().stream().map(items::slot).toList(),
						Map.of()));
			}
			else if (entry instanceof Fact fact) {
				String path = (fact.list() != null) ? fact.name() : fact.path();
				steps.add(new Step(fact, fact.name(), shape.slot(path), Map.of(), List.of(), null, List.of(),
						codes(fact)));
			}
		}
		return List.copyOf(steps);
	}

	private static Map<String, Code> codes(Fact fact) {
		Map<String, Code> codes = new HashMap<>();
		CodeType type = fact.codes();
		if (type != null) {
			type.names().forEach((name) -> codes.put(name, Code.of(type.name(), name)));
		}
		return codes;
	}

	private static Map<String, Integer> places(List<? extends Entry> entries) {
		Map<String, Integer> places = new LinkedHashMap<>();
		entries.forEach((entry) -> places.put(entry.name(), places.size()));
		return Collections.unmodifiableMap(places);
	}

	/** Read by whoever chooses the reading: it is no fact. */
	private static Map<String, Integer> withSubject(Map<String, Integer> places) {
		Map<String, Integer> all = new LinkedHashMap<>(places);
		all.put(Subject.FIELD, all.size());
		return Collections.unmodifiableMap(all);
	}

	/**
	 * What declares the facts.
	 * @return the dictionary
	 */
	public Dictionary dictionary() {
		return this.dictionary;
	}

	/**
	 * The same for versions of some day, which know fewer values.
	 * @param day on which a version came into force
	 * @return this one where they know every value; else the same one every time
	 */
	public FactReading before(LocalDate day) {
		Dictionary then = this.dictionary.before(day);
		return (then != this.dictionary) ? this.earlier.computeIfAbsent(then, (one) -> earlier(one, day)) : this;
	}

	private FactReading earlier(Dictionary then, LocalDate day) {
		FactReading reading = new FactReading(then);
		reading.words = words().before(day);
		return reading;
	}

	/**
	 * What rules may ask of the people that are read.
	 * @return the same ones every time
	 */
	public FactWords words() {
		FactWords made = this.words;
		if (made == null) {
			synchronized (this) {
				made = (this.words != null) ? this.words : FactWords.of(this.dictionary);
				this.words = made;
			}
		}
		return made;
	}

	/**
	 * The fields that a person or an organisation may have, each with its place; the last
	 * is {@link Subject#FIELD}, which is no fact.
	 * @return in the order in which they are written, from 0
	 */
	public Map<String, Integer> places() {
		return this.places;
	}

	/**
	 * Reads a person or an organisation.
	 * @param person what is told
	 * @param today the day it is in Asia/Shanghai
	 * @param remarks takes what is wrong or odd
	 * @return the record, to be used only if nothing was refused
	 */
	public FactRecord read(FactSource person, LocalDate today, Remarks remarks) {
		FactRecord.Builder record = this.shape.record();
		read(this.steps, person, record, remarks);
		String beginning = this.shape.subject().beginning();
		if (record.at(this.shape.slot(beginning)) == null) {
			if (!person.has(beginning)) {
				remarks.missing(beginning);
			}
			// never seen: what was refused is not used
			record.put(beginning, LocalDate.MIN);
		}
		FactRecord read = record.build();
		look(read, today, remarks);
		return read;
	}

	/**
	 * Looks for what is wrong or odd between the values of a record: days out of their
	 * order, what is declared as a contradiction.
	 * @param read the record, each value of which is right by itself
	 * @param today the day it is in Asia/Shanghai
	 * @param remarks takes what is wrong or odd
	 */
	public void look(FactRecord read, LocalDate today, Remarks remarks) {
		this.limits.look(read, today, remarks);
		Contradictions.in(this.dictionary, read).forEach((found) -> {
			Remark remark = new Remark(found.declared().code(), found.message(), found.mentions());
			if (found.declared().refused()) {
				remarks.refused(found.field(), remark);
			}
			else {
				remarks.odd(found.field(), remark);
			}
		});
	}

	private static void read(List<Step> steps, FactSource source, FactRecord.Builder record, Remarks remarks) {
		for (int place = 0; place < steps.size(); place++) {
			Step step = steps.get(place);
			if (!source.has(step.name(), place)) {
				continue;
			}
			if (step.entry() instanceof Fact fact) {
				record.fill(step.slot(), value(fact, step, source));
			}
			else if (step.entry() instanceof FactGroup) {
				FactSource fields = source.group(step.name(), step.places());
				if (fields != null) {
					record.fill(step.slot(), true);
					read(step.below(), fields, record, remarks);
				}
			}
			else if (step.entry() instanceof FactList list) {
				record.fill(step.slot(), items(list, step, source, remarks));
			}
		}
	}

	private static @Nullable Object value(Fact fact, Step step, FactSource source) {
		Object value = source.value(fact, step.name());
		CodeType type = fact.codes();
		if (value == null || type == null) {
			return value;
		}
		if (value instanceof Collection<?> codes) {
			return List.copyOf(codes.stream().map((code) -> code(type, step, (String) code)).toList());
		}
		return code(type, step, (String) value);
	}

	/** On file may be one that is declared no more. */
	private static Code code(CodeType type, Step step, String name) {
		Code declared = step.codes().get(name);
		return (declared != null) ? declared : Code.of(type.name(), name);
	}

	private static @Nullable List<FactRecord> items(FactList list, Step step, FactSource source, Remarks remarks) {
		List<@Nullable FactSource> told = source.items(step.name(), list.shape().most(), step.places());
		if (told == null) {
			return null;
		}
		FactRecord[] read = new FactRecord[told.size()];
		for (int i = 0; i < told.size(); i++) {
			// what is told of the others names their places, so that none may be left out
			FactRecord.Builder item = Objects.requireNonNull(step.items()).record();
			FactSource one = told.get(i);
			if (one != null) {
				item(list, step, one, i, item, remarks);
			}
			read[i] = item.build();
		}
		if (list.shape().merge() && read.length > 1) {
			lookForTwins(list, step.key(), read, remarks);
		}
		return List.of(read);
	}

	private static void item(FactList list, Step step, FactSource source, int index, FactRecord.Builder item,
			Remarks remarks) {
		for (int place = 0; place < step.below().size(); place++) {
			Step field = step.below().get(place);
			Fact fact = (Fact) field.entry();
			if (source.has(field.name(), place)) {
				item.fill(field.slot(), value(fact, field, source));
			}
			else if (fact.is(Trait.REQUIRED)) {
				remarks.missing(list.path() + "[" + index + "]." + field.name());
			}
		}
	}

	/** Only items that are kept beside new ones have to be told apart. */
	private static void lookForTwins(FactList list, List<Integer> slots, FactRecord[] items, Remarks remarks) {
		Map<Object, Integer> first = new HashMap<>();
		for (int i = 0; i < items.length; i++) {
			Object key = key(items[i], slots);
			Integer before = (key != null) ? first.putIfAbsent(key, i) : null;
			if (before != null) {
				String field = "]." + list.shape().key().get(0);
				remarks.twice(list.path() + "[" + i + field, list.path() + "[" + before + field);
			}
		}
	}

	/** What an item is told apart by, null if part of it is unknown. */
	private static @Nullable Object key(FactRecord item, List<Integer> slots) {
		if (slots.size() == 1) {
			return item.at(slots.get(0));
		}
		List<Object> key = new ArrayList<>(slots.size());
		for (int slot : slots) {
			Object part = item.at(slot);
			if (part == null) {
				return null;
			}
			key.add(part);
		}
		return key;
	}

}
