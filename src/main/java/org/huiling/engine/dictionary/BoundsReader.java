package org.huiling.engine.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.TextPattern;
import org.huiling.engine.dictionary.written.Texts;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** Reads what the values of a fact may be. */
final class BoundsReader {

	private static final BigDecimal MOST_WHOLE = new BigDecimal("999999999");

	private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999.99");

	private static final int LONGEST_TEXT = 4_000;

	private static final int USUAL_TEXT = 200;

	private static final int DECIMALS = 6;

	private static final int MOST_DAYS = 8;

	private final EntryReader entries;

	private final YamlMapping yaml;

	private final String path;

	private final FactType type;

	private final Problems problems;

	BoundsReader(EntryReader entries, YamlMapping yaml, String path, FactType type) {
		this.entries = entries;
		this.yaml = yaml;
		this.path = path;
		this.type = type;
		this.problems = entries.declared().problems();
	}

	Bounds read(YamlMapping siblings) {
		return switch (this.type) {
			case INTEGER -> earlier(numbers(0, BigDecimal.ZERO, MOST_WHOLE, MOST_WHOLE));
			case MONEY -> numbers(2, BigDecimal.ZERO, MOST_MONEY, MOST_MONEY);
			case DECIMAL -> numbers(this.yaml.number("decimals", 1, DECIMALS), null, null, MOST_WHOLE);
			case DATE -> new Bounds(null, null, 0, 0, null, days(siblings, "notBefore"), days(siblings, "notAfter"));
			case TEXT -> text();
			default -> Bounds.NONE;
		};
	}

	private Bounds numbers(int decimals, @Nullable BigDecimal usualMin, @Nullable BigDecimal usualMax,
			BigDecimal most) {
		BigDecimal min = number("min", decimals, most, usualMin);
		BigDecimal max = number("max", decimals, most, usualMax);
		if (min != null && max != null && min.compareTo(max) > 0) {
			this.problems.error(this.yaml.place(this.yaml.has("max") ? "max" : "min"), "FACT_RANGE",
					"min " + min.toPlainString() + " 大于 max " + max.toPlainString(),
					"min " + min.toPlainString() + " is above max " + max.toPlainString());
			return new Bounds(usualMin, usualMax, decimals, 0, null, List.of(), List.of());
		}
		return new Bounds(min, max, decimals, 0, null, List.of(), List.of());
	}

	/** With what the largest number was before a standard gave it more values. */
	private Bounds earlier(Bounds bounds) {
		YamlMapping written = this.yaml.mapping("earlier");
		if (written == null) {
			return bounds;
		}
		written.allow("before", "max", "standard");
		LocalDate before = written.date("before");
		if (before == null && !written.has("before")) {
			written.missing("before");
		}
		String max = written.text("max");
		BigDecimal most = max.matches("[0-9]{1,9}") ? new BigDecimal(max) : null;
		if (this.path.contains("[]")) {
			this.yaml.wrong("earlier", "只用于列表以外的整数", "is for whole numbers outside of lists only");
		}
		else if (most == null || bounds.max() == null || most.compareTo(bounds.max()) >= 0
				|| (bounds.min() != null && most.compareTo(bounds.min()) < 0)) {
			this.problems.error(written.place(written.has("max") ? "max" : "before"), "FACT_RANGE",
					"earlier 的 max 应小于现在的 max，不小于 min",
					"max of earlier must be less than max is now, and not less than min");
		}
		else if (before != null) {
			return new Bounds(bounds.min(), bounds.max(), bounds.decimals(), bounds.longest(), bounds.pattern(),
					bounds.notBefore(), bounds.notAfter(),
					new Earlier(before, most, new Texts(written, this.problems).plain("standard", Texts.LABEL)));
		}
		return bounds;
	}

	private @Nullable BigDecimal number(String key, int decimals, BigDecimal most, @Nullable BigDecimal usual) {
		String text = this.yaml.optionalText(key);
		if (text == null) {
			return usual;
		}
		BigDecimal number = text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?") ? new BigDecimal(text) : null;
		if (number == null || number.scale() > decimals || number.abs().compareTo(most) > 0) {
			this.problems.error(this.yaml.place(key), "FACT_RANGE",
					key + " 应为数字" + ((decimals > 0) ? "，最多 " + decimals + " 位小数" : "（整数）") + "，不大于 "
							+ most.toPlainString(),
					key + " must be a "
							+ ((decimals > 0) ? "number of at most " + decimals + " decimals" : "whole number")
							+ ", not above " + most.toPlainString());
			return usual;
		}
		return number;
	}

	private Bounds text() {
		int longest = this.yaml.has("max") ? this.yaml.number("max", 1, LONGEST_TEXT) : USUAL_TEXT;
		String pattern = this.yaml.optionalText("pattern");
		if (pattern != null) {
			Bilingual fault = TextPattern.fault(pattern);
			if (fault != null) {
				this.problems.error(this.yaml.place("pattern"), "FACT_PATTERN", fault.zh(), fault.en(),
						new Bilingual("只用字、[…]、\\d、?、{4}，以及一处 * + {2,4}，例如 [A-Z]{2}\\d{6}",
								"use characters, […], \\d, ?, {4}, and one of * + {2,4}, such as [A-Z]{2}\\d{6}"));
				pattern = null;
			}
		}
		return new Bounds(null, null, 0, longest, pattern, List.of(), List.of());
	}

	private List<DayLimit> days(YamlMapping siblings, String key) {
		if (!this.yaml.has(key)) {
			return List.of();
		}
		List<DayLimit> limits = new ArrayList<>();
		if (this.yaml.isList(key)) {
			this.yaml.mappings(key)
				.stream()
				.limit(MOST_DAYS)
				.forEach((one) -> limits.add(limit(siblings, one, "day", one)));
		}
		else if (this.yaml.isMapping(key)) {
			YamlMapping one = this.yaml.mapping(key);
			if (one != null) {
				limits.add(limit(siblings, one, "day", one));
			}
		}
		else {
			limits.add(limit(siblings, this.yaml, key, null));
		}
		return limits;
	}

	private DayLimit limit(YamlMapping siblings, YamlMapping at, String key, @Nullable YamlMapping whole) {
		String code = null;
		Label message = null;
		if (whole != null) {
			whole.allow("day", "code", "zh", "en");
			code = Messages.code(whole, this.problems);
			message = whole.has("zh") ? Messages.message(whole, siblings, this.path, this.entries.declared()) : null;
		}
		String text = at.text(key);
		if ("today".equals(text)) {
			return new DayLimit(null, null, code, message);
		}
		LocalDate day = Scalars.date(text);
		if (day != null || text.matches("[0-9].*")) {
			LocalDate read = (day != null) ? at.date(key) : null;
			if (day == null) {
				at.date(key);
			}
			return new DayLimit((read != null) ? read : LocalDate.EPOCH, null, code, message);
		}
		return new DayLimit(null, this.entries.reference(siblings, at, key, this.path, Set.of(FactType.DATE)), code,
				message);
	}

}
