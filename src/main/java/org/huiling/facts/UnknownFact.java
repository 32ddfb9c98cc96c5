package org.huiling.facts;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Thrown by a fact that was read and is unknown. It carries the paths of the fields that
 * would have to be known, as the HTTP contract writes them. This is what keeps unknown
 * from being false: a negated comparison over it does not hold either.
 */
public final class UnknownFact extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Set<String> fields;

	/**
	 * One unknown field.
	 * @param field its path, such as {@code household.monthlyIncome}
	 */
	public UnknownFact(String field) {
		this(Set.of(field));
	}

	/**
	 * Several fields of which any could settle the fact.
	 * @param fields their paths
	 */
	public UnknownFact(Set<String> fields) {
		super(null, null, false, false);
		this.fields = Collections.unmodifiableSet(new TreeSet<>(fields));
	}

	/**
	 * The fields that are unknown.
	 * @return their paths, sorted
	 */
	public Set<String> fields() {
		return this.fields;
	}

	/**
	 * What would settle this or another unknown fact.
	 * @param other the other one
	 * @return with the fields of both
	 */
	public UnknownFact and(UnknownFact other) {
		if (this.fields.containsAll(other.fields)) {
			return this;
		}
		Set<String> both = new TreeSet<>(this.fields);
		both.addAll(other.fields);
		return new UnknownFact(both);
	}

	@Override
	public String getMessage() {
		return "unknown: " + String.join(", ", this.fields);
	}

}
