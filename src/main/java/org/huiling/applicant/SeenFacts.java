package org.huiling.applicant;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import org.huiling.facts.ApplicantRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that a decision saw, without id, name and payee, in one way to write them:
 * equal facts give equal bytes, fit for a digest. Written field by field in the order of
 * their names, since a run writes those of everybody.
 */
public final class SeenFacts {

	private static final JsonMapper MAPPER = new JsonMapper();

	private final JsonGenerator json;

	private SeenFacts(JsonGenerator json) {
		this.json = json;
	}

	/**
	 * The facts of a record.
	 * @param record the record
	 * @return JSON of the HTTP contract with sorted keys and no spaces; unknown fields
	 * left out, money with two decimals
	 */
	public static String of(ApplicantRecord record) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = MAPPER.createGenerator(text)) {
			new SeenFacts(json).person(record);
		}
		return text.toString();
	}

	private void person(ApplicantRecord person) {
		this.json.writeStartObject();
		list("applications", person.applications(), (one) -> {
			put("date", one.date());
			put("program", one.program());
		});
		put("birthDate", person.birthDate());
		put("careLevel", person.careLevel());
		list("choices", person.choices(), (one) -> {
			put("from", one.from());
			put("program", one.program());
		});
		list("claims", person.claims(), this::claim);
		put("deathDate", person.deathDate());
		object("disability", person.disability(), (one) -> {
			put("category", one.category());
			put("grade", one.grade());
		});
		object("household", person.household(), this::household);
		object("hukou", person.hukou(), (one) -> {
			put("region", one.region());
			put("since", one.since());
			put("type", one.type());
		});
		object("insurance", person.insurance(), (one) -> {
			put("contributionPaid", one.contributionPaid());
			put("scheme", one.scheme());
			put("year", one.year());
		});
		object("lifeCheck", person.lifeCheck(), (one) -> put("lastPassed", one.lastPassed()));
		object("pension", person.pension(), (one) -> put("monthlyAmount", one.monthlyAmount()));
		object("residence", person.residence(), (one) -> {
			put("region", one.region());
			put("since", one.since());
		});
		put("sex", person.sex());
		list("statuses", person.statuses(), (one) -> {
			put("from", one.from());
			put("kind", one.kind());
			put("to", one.to());
		});
		this.json.writeEndObject();
	}

	private void claim(ApplicantRecord.Claim claim) {
		put("admitted", claim.admitted());
		put("date", claim.date());
		put("eligibleCost", claim.eligibleCost());
		put("hospitalTier", claim.hospitalTier());
		put("id", claim.id());
		put("kind", claim.kind());
		put("totalCost", claim.totalCost());
	}

	private void household(ApplicantRecord.Household household) {
		object("dibao", household.dibao(), (one) -> {
			put("monthlyAmount", one.monthlyAmount());
			put("since", one.since());
			put("to", one.to());
			put("type", one.type());
		});
		put("livingAlone", household.livingAlone());
		put("monthlyIncome", household.monthlyIncome());
		put("size", household.size());
	}

	private <T> void object(String name, @Nullable T value, Consumer<T> fields) {
		if (value != null) {
			this.json.writeName(name);
			fields(value, fields);
		}
	}

	private <T> void list(String name, @Nullable List<T> values, Consumer<T> fields) {
		if (values != null) {
			this.json.writeArrayPropertyStart(name);
			values.forEach((value) -> fields(value, fields));
			this.json.writeEndArray();
		}
	}

	private <T> void fields(T value, Consumer<T> fields) {
		this.json.writeStartObject();
		fields.accept(value);
		this.json.writeEndObject();
	}

	private void put(String name, @Nullable Object value) {
		if (value != null) {
			this.json.writeName(name);
			value(value);
		}
	}

	private void value(Object value) {
		if (value instanceof BigDecimal yuan) {
			this.json.writeNumber(yuan);
		}
		else if (value instanceof Integer number) {
			this.json.writeNumber(number);
		}
		else if (value instanceof Boolean bool) {
			this.json.writeBoolean(bool);
		}
		else {
			this.json.writeString(value.toString());
		}
	}

}
