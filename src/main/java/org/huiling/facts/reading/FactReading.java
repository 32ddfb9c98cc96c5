package org.huiling.facts.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.facts.FactRecord;
import org.huiling.facts.JavaCodes;
import org.huiling.facts.RecordShape;
import org.huiling.facts.dictionary.Contradictions;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.dictionary.Trait;
import org.jspecify.annotations.Nullable;

/** Reads what is told of people by one revision of the dictionary. */
public final class FactReading {

	private static final String BIRTH = "birthDate";

	private final Dictionary dictionary;

	private final RecordShape shape;

	private final Set<String> names;

	private final DayLimits limits;

	private final Map<String, Set<String>> namesBelow = new HashMap<>();

	/**
	 * A reading.
	 * @param dictionary what is declared
	 */
	public FactReading(Dictionary dictionary) {
		this.dictionary = dictionary;
		this.shape = dictionary.shape();
		this.names = names(dictionary.entries());
		this.limits = DayLimits.of(dictionary);
		dictionary.entries().forEach(this::collect);
	}

	private void collect(Entry entry) {
		if (entry instanceof FactGroup group) {
			this.namesBelow.put(group.path(), names(group.entries()));
			group.entries().forEach(this::collect);
		}
		else if (entry instanceof FactList list) {
			this.namesBelow.put(list.path(), names(list.fields()));
		}
	}

	private static Set<String> names(Collection<? extends Entry> entries) {
		Set<String> names = new LinkedHashSet<>();
		entries.forEach((entry) -> names.add(entry.name()));
		return names;
	}

	/**
	 * What declares the facts.
	 * @return the dictionary
	 */
	public Dictionary dictionary() {
		return this.dictionary;
	}

	/**
	 * The fields that a person may have.
	 * @return in the order in which they are written
	 */
	public Set<String> names() {
		return this.names;
	}

	/**
	 * Reads a person.
	 * @param person what is told
	 * @param today the day it is in Asia/Shanghai
	 * @param remarks takes what is wrong or odd
	 * @return the record, to be used only if nothing was refused
	 */
	public FactRecord read(FactSource person, LocalDate today, Remarks remarks) {
		FactRecord.Builder record = this.shape.record();
		for (Entry entry : this.dictionary.entries()) {
			read(entry, person, record, remarks);
		}
		if (record.at(this.shape.slot(BIRTH)) == null) {
			if (!person.has(BIRTH)) {
				remarks.missing(BIRTH);
			}
			// never seen: what was refused is not used
			record.put(BIRTH, LocalDate.MIN);
		}
		FactRecord read = record.build();
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
		return read;
	}

	private void read(Entry entry, FactSource source, FactRecord.Builder record, Remarks remarks) {
		if (entry instanceof Fact fact) {
			record.put(fact.path(), value(fact, source));
		}
		else if (entry instanceof FactGroup group) {
			FactSource fields = source.group(group.name(), namesBelow(group));
			if (fields != null) {
				record.put(group.path(), Boolean.TRUE);
				group.entries().forEach((one) -> read(one, fields, record, remarks));
			}
		}
		else if (entry instanceof FactList list) {
			record.put(list.path(), items(list, source, remarks));
		}
	}

	private Set<String> namesBelow(Entry entry) {
		return Objects.requireNonNull(this.namesBelow.get(entry.path()));
	}

	private static @Nullable Object value(Fact fact, FactSource source) {
		Object value = source.value(fact, fact.name());
		if (value == null || fact.codes() == null) {
			return value;
		}
		String type = fact.codes().name();
		if (value instanceof Collection<?> codes) {
			return codes.stream().map((code) -> JavaCodes.of(type, (String) code)).toList();
		}
		return JavaCodes.of(type, (String) value);
	}

	private @Nullable List<FactRecord> items(FactList list, FactSource source, Remarks remarks) {
		List<@Nullable FactSource> told = source.items(list.name(), list.shape().most(), namesBelow(list));
		if (told == null) {
			return null;
		}
		RecordShape items = Objects.requireNonNull(this.shape.items(list.path()));
		Map<List<@Nullable Object>, Integer> first = new HashMap<>();
		List<FactRecord> read = new ArrayList<>(told.size());
		for (int i = 0; i < told.size(); i++) {
			FactSource one = told.get(i);
			// what is told of the others names their places, so that none may be left out
			FactRecord item = (one != null) ? item(list, one, items, list.path() + "[" + i + "]", remarks)
					: items.record().build();
			lookForTwins(list, item, i, first, remarks);
			read.add(item);
		}
		return read;
	}

	private static FactRecord item(FactList list, FactSource source, RecordShape shape, String path, Remarks remarks) {
		FactRecord.Builder item = shape.record();
		for (Fact field : list.fields()) {
			Object value = value(field, source);
			item.put(field.name(), value);
			if (value == null && field.is(Trait.REQUIRED) && !source.has(field.name())) {
				remarks.missing(path + "." + field.name());
			}
		}
		return item.build();
	}

	/** Only items that are kept beside new ones have to be told apart. */
	private static void lookForTwins(FactList list, FactRecord item, int index,
			Map<List<@Nullable Object>, Integer> first, Remarks remarks) {
		if (!list.shape().merge()) {
			return;
		}
		List<@Nullable Object> key = new ArrayList<>();
		list.shape().key().forEach((field) -> key.add(item.value(field)));
		Integer before = key.contains(null) ? null : first.putIfAbsent(key, index);
		if (before != null) {
			String field = "]." + list.shape().key().get(0);
			remarks.twice(list.path() + "[" + index + field, list.path() + "[" + before + field);
		}
	}

}
