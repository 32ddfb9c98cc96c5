package org.huiling.facts;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One of the codes that a fact may have, such as {@code HukouType.RURAL}. There is one
 * object for each, so that rules compare codes with {@code ==}: two are equal only if
 * they are the same.
 */
public final class Code implements Comparable<Code> {

	private static final ConcurrentMap<String, ConcurrentMap<String, Code>> ALL = new ConcurrentHashMap<>();

	private final String type;

	private final String name;

	private Code(String type, String name) {
		this.type = type;
		this.name = name;
	}

	/**
	 * The code of a name.
	 * @param type the name of its list, such as {@code HukouType}
	 * @param name its name, such as {@code RURAL}; whether the list has it is not asked
	 * @return the same object for the same names
	 */
	public static Code of(String type, String name) {
		ConcurrentMap<String, Code> codes = ALL.get(type);
		if (codes == null) {
			codes = ALL.computeIfAbsent(type, (first) -> new ConcurrentHashMap<>());
		}
		Code known = codes.get(name);
		return (known != null) ? known : codes.computeIfAbsent(name, (first) -> new Code(type, first));
	}

	/**
	 * The name of its list.
	 * @return such as {@code HukouType}
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Its name.
	 * @return such as {@code RURAL}
	 */
	public String name() {
		return this.name;
	}

	/** By list, then by name. */
	@Override
	public int compareTo(Code other) {
		int types = this.type.compareTo(other.type);
		return (types != 0) ? types : this.name.compareTo(other.name);
	}

	/** Its name. */
	@Override
	public String toString() {
		return this.name;
	}

}
