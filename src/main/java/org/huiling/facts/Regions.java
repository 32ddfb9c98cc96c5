package org.huiling.facts;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * 区划: administrative divisions by their codes (GB/T 2260, and GB/T 10114 below the
 * county). A code stands for everything below it: whoever is recorded in a street of a
 * listed county lies in the list.
 */
public final class Regions extends AbstractSet<String> {

	/** Province, prefecture, county, street, village: where the digits of each end. */
	private static final int[] LEVELS = { 2, 4, 6, 9, 12 };

	/** The codes as listed, by what they begin with. */
	private final Map<String, String> listed;

	private Regions(Map<String, String> listed) {
		this.listed = listed;
	}

	/**
	 * A list, as a compiled version holds it.
	 * @param codes of 2, 4, 6, 9 or 12 digits, with blanks between them
	 * @return the list
	 */
	public static Regions of(String codes) {
		Map<String, String> listed = new LinkedHashMap<>();
		for (String code : codes.split(" ")) {
			listed.put(significant(code), code);
		}
		return new Regions(listed);
	}

	/**
	 * A code without the levels that are nothing but zeros, which stand for all of the
	 * level above: {@code 379900} is the prefecture {@code 3799}.
	 * @param code digits
	 * @return what the codes of everything below begin with
	 */
	public static String significant(String code) {
		String left = code;
		for (int i = LEVELS.length - 1; i > 0; i--) {
			int from = LEVELS[i - 1];
			if (left.length() == LEVELS[i] && left.substring(from).chars().allMatch((digit) -> digit == '0')) {
				left = left.substring(0, from);
			}
		}
		return left;
	}

	/**
	 * Whether a recorded code lies in one of the divisions.
	 * @param code of six to twelve digits
	 * @return whether it does
	 * @throws CoarseRegion if it names a larger division of which a listed one is a part
	 */
	@Override
	public boolean contains(@Nullable Object code) {
		if (!(code instanceof String text)) {
			return false;
		}
		String recorded = significant(text);
		for (int level : LEVELS) {
			if (level <= recorded.length() && this.listed.containsKey(recorded.substring(0, level))) {
				return true;
			}
		}
		if (this.listed.keySet().stream().anyMatch((one) -> one.startsWith(recorded))) {
			throw new CoarseRegion(text);
		}
		return false;
	}

	@Override
	public Iterator<String> iterator() {
		return this.listed.values().iterator();
	}

	@Override
	public int size() {
		return this.listed.size();
	}

}
