package org.huiling.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/**
 * The number formats of a workbook: what a number is shown as. The numbers of the formats
 * that every workbook has stand in ECMA-376, part 1, 18.8.30.
 */
final class NumberFormats {

	/** Of more digits a spreadsheet keeps none. */
	private static final int DIGITS = 15;

	private static final BigDecimal TOO_LONG = BigDecimal.TEN.pow(DIGITS);

	private static final int SECONDS = 86_400;

	private static final int LAST_DAY = 2_958_465;

	private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

	private static final Pattern FIXED = Pattern.compile("[#,]*[0,]*0(?:\\.(0+))?");

	private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,3})?");

	private final List<String> styles = new ArrayList<>();

	private final Map<Integer, String> codes = new HashMap<>(
			Map.of(1, "0", 2, "0.00", 3, "#,##0", 4, "#,##0.00", 9, "0%", 10, "0.00%"));

	private final boolean from1904;

	NumberFormats(boolean from1904) {
		this.from1904 = from1904;
		for (int day : new int[] { 14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58 }) {
			this.codes.put(day, "yyyy-mm-dd");
		}
		for (int month : new int[] { 17, 57 }) {
			this.codes.put(month, "yyyy-mm");
		}
	}

	void read(Xml xml) throws XMLStreamException {
		boolean cells = false;
		for (String tag = xml.tag(); tag != null; tag = xml.tag()) {
			if (tag.endsWith("cellXfs")) {
				cells = !tag.startsWith("/");
			}
			else if (tag.equals("numFmt")) {
				this.codes.put(number(xml.attribute("numFmtId")),
						Objects.requireNonNullElse(xml.attribute("formatCode"), ""));
			}
			else if (tag.equals("xf") && cells) {
				this.styles.add(String.valueOf(number(xml.attribute("numFmtId"))));
			}
		}
	}

	private static int number(@Nullable String text) {
		return (text != null && text.matches("[0-9]{1,6}")) ? Integer.parseInt(text) : 0;
	}

	/**
	 * What a cell shows.
	 * @param raw the number as stored
	 * @param style of the cell
	 * @return null if digits of it are lost, or it is no number
	 */
	@Nullable String shown(String raw, @Nullable String style) {
		if (!NUMBER.matcher(raw).matches()) {
			return null;
		}
		BigDecimal number = new BigDecimal(raw);
		int place = number(style);
		int format = (place < this.styles.size()) ? number(this.styles.get(place)) : 0;
		String code = this.codes.getOrDefault(format, "").split(";", 2)[0];
		String bare = ASIDE.matcher(code).replaceAll("").strip().toLowerCase(Locale.ROOT);
		if (!bare.equals("general") && (bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0)) {
			return day(number, bare.indexOf('d') < 0);
		}
		if (number.abs().compareTo(TOO_LONG) >= 0) {
			return null;
		}
		BigDecimal exact = number.round(new MathContext(DIGITS));
		if (bare.endsWith("%")) {
			return plain(exact.movePointRight(2)) + "%";
		}
		var fixed = FIXED.matcher(bare);
		if (!fixed.matches()) {
			return plain(exact);
		}
		int decimals = (fixed.group(1) != null) ? fixed.group(1).length() : 0;
		String text = exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
		// 000000: a number that begins with zeros
		return bare.matches("0{2,40}") && exact.signum() >= 0
				? "0".repeat(Math.max(0, bare.length() - text.length())) + text : text;
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	/** Null for the day that there never was, and for what is no day. */
	private @Nullable String day(BigDecimal number, boolean monthOnly) {
		if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
			return null;
		}
		long seconds = number.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).longValue();
		long days = seconds / SECONDS;
		if (!this.from1904 && (days == 0 || days == 60)) {
			return null;
		}
		// the 29th of February 1900 is counted, though there was none
		LocalDate first = this.from1904 ? LocalDate.of(1904, 1, 1)
				: (days < 60) ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
		LocalDateTime moment = first.plusDays(days).atStartOfDay().plusSeconds(seconds % SECONDS);
		String text = moment.toLocalDate().toString();
		if (monthOnly) {
			return text.substring(0, 7);
		}
		return (seconds % SECONDS == 0) ? text : text + "T" + moment.toLocalTime();
	}

}
