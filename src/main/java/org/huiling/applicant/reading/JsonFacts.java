package org.huiling.applicant.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.reading.FactSource;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.CodeValue;
import org.huiling.input.JsonFields;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;

/**
 * Facts as the JSON of the HTTP contract tells them.
 *
 * @param fields of the person, a group or an item
 * @param core reads what has rules of its own
 */
record JsonFacts(JsonFields fields, CoreFacts core) implements FactSource {

	private static final int LONGEST_TEXT = 1000;

	@Override
	public boolean has(String field) {
		return this.fields.has(field);
	}

	@Override
	public boolean has(String field, int place) {
		return this.fields.has(field, place);
	}

	@Override
	public @Nullable Object value(Fact fact, String field) {
		Bounds bounds = fact.bounds();
		return switch (fact.type()) {
			case BOOLEAN -> this.fields.bool(field);
			case INTEGER -> this.fields.whole(field, whole(bounds.min(), Integer.MIN_VALUE),
					whole(bounds.max(), Integer.MAX_VALUE));
			case DECIMAL -> this.fields.decimal(field, bounds.decimals(), bounds.min(), bounds.max());
			case MONEY -> money(bounds, field);
			case DATE -> this.fields.date(field);
			case REGION -> this.fields.region(field);
			case CODE -> code(fact, field);
			case CODES -> this.fields.someOf(field, codes(fact));
			case TEXT -> CoreFacts.hasRules(fact) ? this.core.read(fact, this.fields) : text(bounds, field);
		};
	}

	private static int whole(@Nullable BigDecimal bound, int none) {
		return (bound != null) ? bound.intValueExact() : none;
	}

	private @Nullable BigDecimal money(Bounds bounds, String field) {
		boolean negative = bounds.min() != null && bounds.min().signum() < 0;
		BigDecimal amount = negative ? this.fields.decimal(field, 2, null, null) : this.fields.money(field);
		if (amount == null || bounds.contains(amount)) {
			return amount;
		}
		this.fields.refuse(field, ShapeFault.NOT_WITHIN, bound(bounds.min()), bound(bounds.max()));
		return null;
	}

	private static String bound(@Nullable BigDecimal bound) {
		return (bound != null) ? bound.toPlainString() : "-";
	}

	private @Nullable String code(Fact fact, String field) {
		String name = this.fields.string(field);
		if (name == null) {
			return null;
		}
		CodeValue code = Objects.requireNonNull(fact.codes()).value(name);
		// on file may be a code that is declared no more: it is none of the others
		boolean taken = this.core.isOnFile() || (code != null && !code.withdrawn());
		return taken ? name : this.fields.oneOf(field, codes(fact));
	}

	/** What was withdrawn is read where it is on file already. */
	private List<String> codes(Fact fact) {
		CodeType type = Objects.requireNonNull(fact.codes());
		return this.core.isOnFile() ? type.names()
				: type.values().stream().filter((code) -> !code.withdrawn()).map(CodeValue::name).toList();
	}

	private @Nullable String text(Bounds bounds, String field) {
		String text = this.fields.text(field, longest(bounds));
		if (text != null && bounds.pattern() != null && !Pattern.matches(bounds.pattern(), text)) {
			this.fields.refuse(field, ShapeFault.FORM, bounds.pattern());
			return null;
		}
		return text;
	}

	/** The most characters of a text. */
	static int longest(Bounds bounds) {
		return (bounds.longest() > 0) ? bounds.longest() : LONGEST_TEXT;
	}

	/** On file may be what a fact file declared that is there no more. */
	@Override
	public @Nullable FactSource group(String field, Map<String, Integer> places) {
		JsonFields group = this.fields.object(field, places, this.core.isOnFile());
		return (group != null) ? new JsonFacts(group, this.core) : null;
	}

	@Override
	public @Nullable List<@Nullable FactSource> items(String field, int most, Map<String, Integer> places) {
		List<@Nullable JsonFields> objects = this.fields.objects(field, most, places, this.core.isOnFile());
		if (objects == null) {
			return null;
		}
		List<@Nullable FactSource> items = new ArrayList<>(objects.size());
		objects.forEach((one) -> items.add((one != null) ? new JsonFacts(one, this.core) : null));
		return items;
	}

}
