package org.huiling.facts;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a benefit in kind consists of: a card, hours of care, days of respite.
 *
 * @param zh what it is called, in Chinese
 * @param en what it is called, in English
 * @param unit what it is counted in, such as {@code cards} or {@code hours}
 */
public record Thing(String zh, String en, String unit) {

	/**
	 * A thing as the parameters of a version hold it: no text of a file stands in source.
	 * @param zh its name in Chinese, UTF-8 as hexadecimal digits
	 * @param en its name in English, likewise
	 * @param unit what it is counted in
	 * @return the thing
	 */
	public static Thing written(String zh, String en, String unit) {
		return new Thing(text(zh), text(en), unit);
	}

	/**
	 * A name as {@link #written} takes it.
	 * @param name any text
	 * @return hexadecimal digits
	 */
	public static String digits(String name) {
		return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(String digits) {
		return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
	}

}
