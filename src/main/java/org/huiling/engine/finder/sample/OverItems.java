package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.huiling.engine.finder.sample.Setting.Earlier;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Draws the items of a declared list that a program goes over: the one that is evaluated,
 * and earlier ones of the same day. Their fields are what their declaration says.
 */
final class OverItems {

	private static final BigDecimal ORDINARY = new BigDecimal("10000.00");

	private static final BigDecimal WITH_THE_REST = new BigDecimal("12000.00");

	private final Sample sample;

	private final FactList list;

	private final RecordShape shape;

	private final BiFunction<Fact, @Nullable Object, @Nullable Object> values;

	/**
	 * A drawer.
	 * @param sample what is tried
	 * @param list the list
	 * @param shape of an item
	 * @param values what a field has when something is tried of it, or nothing
	 */
	OverItems(Sample sample, FactList list, RecordShape shape,
			BiFunction<Fact, @Nullable Object, @Nullable Object> values) {
		this.sample = sample;
		this.list = list;
		this.shape = shape;
		this.values = values;
	}

	List<FactRecord> all() {
		List<FactRecord> items = new ArrayList<>();
		if (this.sample.claim() == null) {
			return items;
		}
		if (this.sample.get(Dimension.EARLIER) instanceof Earlier earlier) {
			for (int i = 1; i <= earlier.count(); i++) {
				items.add(item("a" + (10 + i), earlier));
			}
		}
		items.add(item(Portrait.CLAIM, null));
		return items;
	}

	/** All are of one day, on which age and version are the same. */
	private FactRecord item(String id, @Nullable Earlier earlier) {
		Map<String, @Nullable Object> fields = new HashMap<>();
		for (Fact field : this.list.fields()) {
			fields.put(field.name(), value(field, earlier));
		}
		fields.put(this.list.shape().key().get(0), id);
		fields.put(this.list.shape().roles().get("day"), this.sample.period().firstDay());
		total(fields, earlier);
		FactRecord.Builder item = this.shape.record();
		fields.forEach((name, value) -> item.put(this.shape.slot(name), value));
		return item.build();
	}

	private @Nullable Object value(Fact field, @Nullable Earlier earlier) {
		Object tried = this.sample.get(Dimension.of(field));
		if (earlier != null && field.type() == FactType.MONEY && field.bounds().contains(earlier.cost())) {
			return earlier.cost();
		}
		if (earlier != null && earlier.kind() != null && plays(field, "kind")) {
			return earlier.kind();
		}
		if (tried == null && field.type() == FactType.MONEY) {
			BigDecimal usual = plays(field, "total") ? WITH_THE_REST : ORDINARY;
			return this.values.apply(field, field.bounds().contains(usual) ? usual : null);
		}
		return this.values.apply(field, tried);
	}

	private boolean plays(Fact field, String role) {
		return field.name().equals(this.list.shape().roles().get(role));
	}

	/** A part is never more than the whole: what was not tried gives way. */
	private void total(Map<String, @Nullable Object> fields, @Nullable Earlier earlier) {
		Fact total = field("total");
		Fact cost = field("cost");
		if (earlier == null && total != null && cost != null && fields.get(total.name()) instanceof BigDecimal whole
				&& fields.get(cost.name()) instanceof BigDecimal part && whole.compareTo(part) < 0) {
			boolean tried = this.sample.get(Dimension.of(cost)) != null;
			fields.put(tried ? total.name() : cost.name(), tried ? part : whole);
		}
	}

	private @Nullable Fact field(String role) {
		String name = this.list.shape().roles().get(role);
		return (name != null) ? this.list.field(name) : null;
	}

}
