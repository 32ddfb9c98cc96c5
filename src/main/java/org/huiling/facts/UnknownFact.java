package org.huiling.facts;

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
		this.fields = new TreeSet<>(fields);
	}

	/**
	 * The fields that are unknown.
	 * @return their paths, sorted
	 */
	public Set<String> fields() {
		return this.fields;
	}

	@Override
	public String getMessage() {
		return "unknown: " + String.join(", ", this.fields);
	}

}
