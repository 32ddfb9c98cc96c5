package org.huiling.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * 行政区划名称: what provinces, cities and counties are called, by their codes (GB/T 2260); the
 * data and their sources stand in {@code divisions.tsv}.
 */
public final class Divisions {

	private static final int PROVINCE = 2;

	private static final int CITY = 4;

	private static final int COUNTY = 6;

	private static final NavigableMap<String, String> NAMES = read();

	private Divisions() {
	}

	private static NavigableMap<String, String> read() {
		NavigableMap<String, String> names = new TreeMap<>();
		try (InputStream file = Objects.requireNonNull(Divisions.class.getResourceAsStream("divisions.tsv"));
				BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			lines.lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split("\t"))
				.forEach((line) -> names.put(line[0], line[1]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	/**
	 * The name of the county or city district that a code lies in, with those of its
	 * province and city.
	 * @param code of 6 digits or more
	 * @return such as {@code 黑龙江省佳木斯市向阳区}; null if no such county is known
	 */
	public static @Nullable String county(String code) {
		String own = (code.length() >= COUNTY) ? NAMES.get(code.substring(0, COUNTY)) : null;
		return (own != null) ? above(code) + own : null;
	}

	private static String above(String code) {
		String province = NAMES.getOrDefault(code.substring(0, PROVINCE) + "0000", "");
		String cityCode = code.substring(0, CITY) + "00";
		boolean isCity = !cityCode.equals(code.substring(0, COUNTY)) && !cityCode.endsWith("0000");
		return code.substring(PROVINCE, COUNTY).equals("0000") ? ""
				: province + (isCity ? NAMES.getOrDefault(cityCode, "") : "");
	}

	/**
	 * The counties and city districts below a prefix.
	 * @param prefix of a code; at least the two digits of a province
	 * @return names by code, in the order of the codes; none for a shorter prefix
	 */
	public static NavigableMap<String, String> below(String prefix) {
		NavigableMap<String, String> below = new TreeMap<>();
		if (prefix.length() < PROVINCE) {
			return below;
		}
		String from = prefix.substring(0, Math.min(prefix.length(), COUNTY));
		NAMES.subMap(from, true, from + "999999", true).keySet().forEach((code) -> {
			String name = county(code);
			if (code.startsWith(from) && !code.endsWith("00") && name != null) {
				below.put(code, name);
			}
		});
		return below;
	}

}
