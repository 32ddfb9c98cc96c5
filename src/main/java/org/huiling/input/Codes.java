package org.huiling.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A code list, looked up by the exact name of its constants.
 *
 * @param <E> the enumeration
 */
public final class Codes<E extends Enum<E>> {

	private final Map<String, E> byName;

	private final String list;

	private Codes(Class<E> type) {
		this.byName = Stream.of(type.getEnumConstants())
			.collect(Collectors.toMap(Enum::name, (code) -> code, (one, other) -> one, LinkedHashMap::new));
		this.list = String.join(", ", this.byName.keySet());
	}

	/**
	 * The code list of an enumeration.
	 * @param type the enumeration
	 * @param <E> its type
	 * @return to be kept and shared
	 */
	public static <E extends Enum<E>> Codes<E> of(Class<E> type) {
		return new Codes<>(type);
	}

	@Nullable E find(String name) {
		return this.byName.get(name);
	}

	/** All of them, as a message shows them. */
	@Override
	public String toString() {
		return this.list;
	}

}
