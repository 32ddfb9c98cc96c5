package org.huiling.account;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.data.relational.core.mapping.Column;

/**
 * The regions that an account reaches, as prefixes of region codes: {@code 379901}
 * reaches the district and all its streets and villages, the empty prefix reaches
 * everywhere, and an empty list reaches nowhere.
 *
 * @param prefixes of up to twelve digits each
 */
public record RegionScope(@Column("regions") List<String> prefixes) {

	private static final Pattern PREFIX = Pattern.compile("[0-9]{0,12}");

	/** Every region. */
	public static final RegionScope EVERYWHERE = new RegionScope(List.of(""));

	/** No region. */
	public static final RegionScope NOWHERE = new RegionScope(List.of());

	public RegionScope {
		prefixes = List.copyOf(prefixes);
		if (!prefixes.stream().allMatch(RegionScope::isPrefix)) {
			throw new IllegalArgumentException("a region prefix has up to twelve digits");
		}
	}

	/**
	 * Whether a text is a prefix of region codes.
	 * @param text any text
	 * @return true if it has up to twelve digits and nothing else
	 */
	public static boolean isPrefix(String text) {
		return PREFIX.matcher(text).matches();
	}

	/**
	 * Whether a region is reached.
	 * @param regionCode its code
	 * @return true if it lies below one of the prefixes
	 */
	public boolean covers(String regionCode) {
		return this.prefixes.stream().anyMatch(regionCode::startsWith);
	}

	/**
	 * Whether every region is reached.
	 * @return true if one of the prefixes is empty
	 */
	public boolean isEverywhere() {
		return this.prefixes.contains("");
	}

	public RegionScope sorted() {
		return new RegionScope(this.prefixes.stream().sorted().toList());
	}

	/**
	 * The condition of a query that holds for what is reached. It needs no parameters,
	 * and nothing but digits comes from the account; an index on the column serves it if
	 * the column sorts by code point ({@code collate "C"}, or {@code text_pattern_ops}).
	 * @param column the column with the region's code, such as {@code h.region}
	 * @return such as {@code (h.region like '379901%' or h.region like '379902%')},
	 * {@code true} for everywhere, {@code false} for nowhere
	 */
	public String condition(String column) {
		if (isEverywhere()) {
			return "true";
		}
		if (this.prefixes.isEmpty()) {
			return "false";
		}
		return this.prefixes.stream()
			.map((prefix) -> column + " like '" + prefix + "%'")
			.collect(Collectors.joining(" or ", "(", ")"));
	}

}
