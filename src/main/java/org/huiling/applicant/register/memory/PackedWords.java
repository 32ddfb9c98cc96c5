package org.huiling.applicant.register.memory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.huiling.facts.record.RecordShape;

/**
 * What many people have in common, each once: codes, regions, programs, and the shapes of
 * their records. Safe for many threads.
 */
final class PackedWords {

	private final Map<Object, Integer> numbers = new HashMap<>();

	private volatile Object[] words = new Object[256];

	private volatile Map<Subject, RecordShape> shapes = Map.of();

	private int count;

	/** The number of a code, a text or a subject. */
	synchronized int number(Object word) {
		Integer known = this.numbers.get(word);
		if (known != null) {
			return known;
		}
		Object[] all = this.words;
		if (this.count == all.length) {
			all = Arrays.copyOf(all, 2 * all.length);
		}
		all[this.count] = word;
		this.words = all;
		this.numbers.put(word, this.count);
		return this.count++;
	}

	Code code(int number) {
		return (Code) this.words[number];
	}

	String text(int number) {
		return (String) this.words[number];
	}

	Subject subject(int number) {
		return (Subject) this.words[number];
	}

	/** Whether records of this very shape are packed here; the first of a subject are. */
	@SuppressWarnings("ReferenceEquality") // whoever is read by one dictionary shares it
	boolean isShape(RecordShape shape) {
		RecordShape known = this.shapes.get(shape.subject());
		return (known != null) ? known == shape : first(shape);
	}

	private synchronized boolean first(RecordShape shape) {
		Map<Subject, RecordShape> more = new EnumMap<>(Subject.class);
		more.putAll(this.shapes);
		RecordShape known = more.putIfAbsent(shape.subject(), shape);
		this.shapes = more;
		return known == null || known.equals(shape);
	}

	RecordShape shape(Subject subject) {
		return Objects.requireNonNull(this.shapes.get(subject));
	}

}
