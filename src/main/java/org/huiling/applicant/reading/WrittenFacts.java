package org.huiling.applicant.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.applicant.RecordJson;
import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.reading.Remark;
import org.huiling.facts.reading.Remarks;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Trait;
import org.huiling.input.IsoDays;
import org.huiling.input.JsonAmounts;
import org.huiling.input.JsonFields;
import org.huiling.input.TextRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads facts about a person in the very form in which {@link RecordJson} writes them,
 * straight from the text: whoever assesses everybody reads each of them. It takes nothing
 * that {@link ApplicantReader} would not take in the same way; whatever is unusual, be it
 * right or wrong, it leaves to that one. Safe for many threads.
 */
final class WrittenFacts {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/** Longer lists, whose items go by a key, are left to whoever puts them in order. */
	private static final int MOST_KEYED = 50;

	private final FactReading reading;

	private final Map<String, Field> fields;

	private final int beginning;

	WrittenFacts(FactReading reading) {
		this.reading = reading;
		RecordShape shape = reading.dictionary().shape();
		this.beginning = shape.slot(shape.subject().beginning());
		this.fields = fields(reading.dictionary().entries(), shape);
	}

	/**
	 * A field that may be written.
	 *
	 * @param entry what is declared there
	 * @param slot where it goes
	 * @param below the fields of a group or of an item
	 * @param items how a list is read
	 * @param codes the codes it may have, by name
	 * @param pattern what a text has to match
	 */
	private record Field(Entry entry, int slot, Map<String, Field> below, @Nullable Items items,
			Map<String, Code> codes, @Nullable Pattern pattern) {
	}

	/**
	 * How a list is read.
	 *
	 * @param shape of an item
	 * @param required where every item has something
	 * @param key where it has what it is told apart by
	 * @param order where it has what it is put in order by
	 */
	private record Items(RecordShape shape, List<Integer> required, List<Integer> key, List<Integer> order) {

		static Items of(FactList list, RecordShape shape) {
			return new Items(shape,
					list.fields()
						.stream()
						.filter((field) -> field.is(Trait.REQUIRED))
						.map((field) -> shape.slot(field.name()))
						.toList(),
					list.shape().key().stream().map(shape::slot).toList(),
					list.shape().order().stream().map(shape::slot).toList());
		}

	}

	/** Something is not as it was written, and is to be read with care. */
	private static final class Unusual extends Exception {

		private static final long serialVersionUID = 1;

		private Unusual() {
			super(null, null, false, false);
		}

	}

	private static Map<String, Field> fields(List<? extends Entry> entries, RecordShape shape) {
		Map<String, Field> fields = new HashMap<>();
		for (Entry entry : entries) {
			if (entry instanceof FactGroup group) {
				fields.put(group.name(), new Field(group, shape.slot(group.path()), fields(group.entries(), shape),
						null, Map.of(), null));
			}
			else if (entry instanceof FactList list) {
				RecordShape items = Objects.requireNonNull(shape.items(list.path()));
				fields.put(list.name(), new Field(list, shape.slot(list.path()), fields(list.fields(), items),
						Items.of(list, items), Map.of(), null));
			}
			else if (entry instanceof Fact fact && !CoreFacts.hasRules(fact)) {
				fields.put(fact.name(), fact(fact, shape));
			}
		}
		return Map.copyOf(fields);
	}

	private static Field fact(Fact fact, RecordShape shape) {
		Map<String, Code> codes = new HashMap<>();
		CodeType type = fact.codes();
		if (type != null) {
			type.names().forEach((name) -> codes.put(name, Code.of(type.name(), name)));
		}
		String pattern = fact.bounds().pattern();
		return new Field(fact, shape.slot((fact.list() != null) ? fact.name() : fact.path()), Map.of(), null,
				Map.copyOf(codes), (pattern != null) ? Pattern.compile(pattern) : null);
	}

	/** What it reads by. */
	FactReading reading() {
		return this.reading;
	}

	/**
	 * Reads what one record says of a person, without what identifies them.
	 * @param facts an object as the register keeps it
	 * @param today the day it is in Asia/Shanghai
	 * @return null if it is to be read with care
	 */
	@Nullable FactRecord read(String facts, LocalDate today) {
		FactRecord.Builder builder = this.reading.dictionary().shape().record();
		try (JsonParser in = MAPPER.createParser(facts)) {
			if (in.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			object(in, this.fields, builder);
		}
		catch (Unusual | JacksonException unusual) {
			return null;
		}
		if (builder.at(this.beginning) == null) {
			return null;
		}
		FactRecord record = builder.build();
		Refusals refusals = new Refusals();
		this.reading.look(record, today, refusals);
		return refusals.any ? null : record;
	}

	private void object(JsonParser in, Map<String, Field> fields, FactRecord.Builder record) throws Unusual {
		for (JsonToken token = in.nextToken(); token != JsonToken.END_OBJECT; token = in.nextToken()) {
			Field field = fields.get(in.currentName());
			if (field == null) {
				throw new Unusual();
			}
			JsonToken value = in.nextToken();
			if (value != JsonToken.VALUE_NULL) {
				record.fill(field.slot(), value(in, value, field, record));
			}
		}
	}

	private Object value(JsonParser in, JsonToken token, Field field, FactRecord.Builder record) throws Unusual {
		if (field.entry() instanceof Fact fact) {
			return fact(in, token, field, fact);
		}
		if (field.items() != null) {
			return items(in, token, field, field.items(), (FactList) field.entry());
		}
		expect(token == JsonToken.START_OBJECT);
		object(in, field.below(), record);
		return true;
	}

	private static Object fact(JsonParser in, JsonToken token, Field field, Fact fact) throws Unusual {
		return switch (fact.type()) {
			case BOOLEAN -> truth(token);
			case INTEGER -> whole(in, token, fact.bounds());
			case DECIMAL, MONEY -> number(in, token, fact);
			case DATE -> date(text(in, token));
			case REGION -> region(text(in, token));
			case CODE -> code(field, text(in, token));
			case CODES -> codes(in, token, field);
			case TEXT -> text(in, token, field, fact.bounds());
		};
	}

	private static void expect(boolean usual) throws Unusual {
		if (!usual) {
			throw new Unusual();
		}
	}

	private static boolean truth(JsonToken token) throws Unusual {
		expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
		return token == JsonToken.VALUE_TRUE;
	}

	private static int whole(JsonParser in, JsonToken token, Bounds bounds) throws Unusual {
		expect(token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == JsonParser.NumberType.INT);
		int whole = in.getIntValue();
		expect(bounds.contains(BigDecimal.valueOf(whole)));
		return whole;
	}

	private static BigDecimal number(JsonParser in, JsonToken token, Fact fact) throws Unusual {
		expect(token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT);
		BigDecimal number = in.getDecimalValue();
		Bounds bounds = fact.bounds();
		return switch (fact.type()) {
			case MONEY -> {
				expect(JsonAmounts.fault(number) == null);
				BigDecimal amount = JsonAmounts.yuan(number);
				expect(bounds.contains(amount));
				yield amount;
			}
			default -> {
				expect(JsonAmounts.fault(number, bounds.decimals()) == null && bounds.contains(number));
				yield number.setScale(bounds.decimals());
			}
		};
	}

	private static String text(JsonParser in, JsonToken token) throws Unusual {
		expect(token == JsonToken.VALUE_STRING);
		return in.getString();
	}

	private static String text(JsonParser in, JsonToken token, Field field, Bounds bounds) throws Unusual {
		String text = text(in, token);
		expect(TextRules.fault(text, JsonFacts.longest(bounds)) == null);
		expect(field.pattern() == null || field.pattern().matcher(text).matches());
		return text;
	}

	private static LocalDate date(String text) throws Unusual {
		LocalDate date = IsoDays.parse(text);
		if (date == null || date.getYear() < JsonFields.FIRST_YEAR) {
			throw new Unusual();
		}
		return date;
	}

	private static String region(String text) throws Unusual {
		expect(TextRules.isRegion(text));
		return text;
	}

	private static Code code(Field field, String name) throws Unusual {
		Code code = field.codes().get(name);
		if (code == null) {
			throw new Unusual();
		}
		return code;
	}

	private static List<Code> codes(JsonParser in, JsonToken token, Field field) throws Unusual {
		expect(token == JsonToken.START_ARRAY);
		Set<Code> seen = new HashSet<>();
		List<Code> codes = new ArrayList<>();
		for (JsonToken one = in.nextToken(); one != JsonToken.END_ARRAY; one = in.nextToken()) {
			Code code = code(field, text(in, one));
			expect(seen.add(code));
			codes.add(code);
		}
		return List.copyOf(codes);
	}

	private List<FactRecord> items(JsonParser in, JsonToken token, Field field, Items items, FactList list)
			throws Unusual {
		expect(token == JsonToken.START_ARRAY);
		List<FactRecord> read = new ArrayList<>();
		for (JsonToken one = in.nextToken(); one != JsonToken.END_ARRAY; one = in.nextToken()) {
			expect(one == JsonToken.START_OBJECT);
			FactRecord.Builder item = items.shape().record();
			object(in, field.below(), item);
			for (int slot : items.required()) {
				expect(item.at(slot) != null);
			}
			read.add(item.build());
		}
		expect(read.size() <= list.shape().most());
		expect(!list.shape().merge() || read.size() < 2 || isInOrder(items, read));
		return List.copyOf(read);
	}

	/** Each item after the one before, and none of them twice. */
	private static boolean isInOrder(Items items, List<FactRecord> read) throws Unusual {
		if (read.size() > MOST_KEYED || items.key().isEmpty()) {
			return false;
		}
		for (int i = 1; i < read.size(); i++) {
			if (compare(items.order(), read.get(i - 1), read.get(i)) >= 0) {
				return false;
			}
			for (int j = 0; j < i; j++) {
				if (compare(items.key(), read.get(j), read.get(i)) == 0) {
					return false;
				}
			}
		}
		return true;
	}

	/** As their texts, which is how the register puts them in order. */
	private static int compare(List<Integer> slots, FactRecord one, FactRecord other) throws Unusual {
		for (int slot : slots) {
			int difference = comparable(one.at(slot)).compareTo(comparable(other.at(slot)));
			if (difference != 0) {
				return difference;
			}
		}
		return 0;
	}

	private static String comparable(@Nullable Object value) throws Unusual {
		if (value instanceof String || value instanceof LocalDate || value instanceof Code) {
			return value.toString();
		}
		throw new Unusual();
	}

	/** Whether anything is refused. */
	private static final class Refusals implements Remarks {

		private boolean any;

		@Override
		public void missing(String path) {
			this.any = true;
		}

		@Override
		public void twice(String path, String first) {
			this.any = true;
		}

		@Override
		public void refused(String path, Remark remark) {
			this.any = true;
		}

		@Override
		public void odd(String path, Remark remark) {
			// what is odd is told to whoever records it
		}

	}

}
