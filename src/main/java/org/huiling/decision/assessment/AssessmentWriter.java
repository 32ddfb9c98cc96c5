package org.huiling.decision.assessment;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.engine.Assessment;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Explain;
import org.huiling.engine.InKind;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.NextChange;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.SharedValue;
import org.huiling.engine.reason.Why;
import org.huiling.engine.reason.WhyNot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes assessments as the HTTP contract has them: money with two decimals, never 1E+2.
 */
@Component
public class AssessmentWriter {

	public static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private final MessageSource messages;

	/**
	 * A writer.
	 * @param messages the words of warnings about a record
	 */
	public AssessmentWriter(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The answer to {@code POST /assessments}.
	 * @param asked what was asked
	 * @param assessed what came out
	 * @param locale the reader's
	 * @return a JSON object in UTF-8
	 */
	public byte[] write(AssessmentBody asked, Assessing.Assessed assessed, Locale locale) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
		try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
			json.writeStartObject();
			json.writeStringProperty("period", asked.period().toString());
			json.writeStringProperty("jurisdiction", assessed.jurisdiction().id());
			json.writeStringProperty("currency", assessed.jurisdiction().currency());
			json.writeArrayPropertyStart("assessments");
			assessed.assessments().assessments().forEach((one) -> assessment(json, one, asked.explain(), locale));
			json.writeEndArray();
			json.writeArrayPropertyStart("warnings");
			assessed.warnings().forEach((warning) -> warning(json, warning, locale));
			assessed.assessments().warnings().forEach((note) -> note(json, note, locale));
			json.writeEndArray();
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	private void warning(JsonGenerator json, RecordWarning warning, Locale locale) {
		String message = this.messages.getMessage("warning." + warning.code(), warning.arguments().toArray(), locale);
		note(json, new Note(warning.code(), warning.field(), new Bilingual(message, message)), locale);
	}

	private static void assessment(JsonGenerator json, Assessment one, Explain explain, Locale locale) {
		json.writeStartObject();
		json.writeStringProperty("program", one.program().id());
		json.writeStringProperty("name", one.program().name().in(locale));
		owner(json, one.program().owner());
		json.writeStringProperty("period", one.period());
		text(json, "claim", one.claim());
		json.writeStringProperty("outcome", one.outcome().name());
		number(json, "amount", one.amount());
		inKind(json, one.inKind());
		json.writeStringProperty("unit", one.program().unit());
		json.writeStringProperty("cycle", one.program().cycle().name());
		text(json, "version", one.version());
		text(json, "digest", one.digest());
		if (explain != Explain.NONE) {
			json.writeArrayPropertyStart("why");
			one.why().forEach((why) -> why(json, why));
			json.writeEndArray();
		}
		if (explain == Explain.FULL) {
			json.writeArrayPropertyStart("whyNot");
			one.whyNot().forEach((whyNot) -> whyNot(json, whyNot));
			json.writeEndArray();
		}
		json.writeArrayPropertyStart("missing");
		one.missing().forEach(json::writeString);
		json.writeEndArray();
		notes(json, "assumptions", one.assumptions(), locale);
		notes(json, "warnings", one.warnings(), locale);
		if (explain == Explain.FULL) {
			next(json, one.next());
		}
		json.writeEndObject();
	}

	public static void why(JsonGenerator json, Why why) {
		json.writeStartObject();
		json.writeStringProperty("rule", why.rule().zh());
		json.writeStringProperty("ruleEn", why.rule().en());
		json.writeStringProperty("basis", why.basis());
		number(json, "amount", why.amount());
		inKind(json, (why.inKind() != null) ? List.of(why.inKind()) : List.of());
		if (why.program() != null) {
			json.writeStringProperty("program", why.program());
		}
		values(json, "values", why.values());
		if (!why.standards().isEmpty()) {
			json.writeArrayPropertyStart("standards");
			why.standards().forEach((one) -> standard(json, one));
			json.writeEndArray();
		}
		if (!why.steps().isEmpty()) {
			json.writeArrayPropertyStart("steps");
			for (CalculationStep step : why.steps()) {
				json.writeStartObject();
				json.writeStringProperty("text", step.text());
				json.writeName("value");
				scalar(json, step.value());
				json.writeEndObject();
			}
			json.writeEndArray();
		}
		json.writeEndObject();
	}

	private static void standard(JsonGenerator json, SharedValue one) {
		json.writeStartObject();
		json.writeStringProperty("parameter", one.parameter());
		json.writeStringProperty("standard", one.standard());
		json.writeStringProperty("title", one.title().zh());
		json.writeStringProperty("titleEn", one.title().en());
		text(json, "by", one.by());
		text(json, "key", one.key());
		json.writeName("value");
		scalar(json, one.value());
		json.writeStringProperty("from", one.from().toString());
		json.writeStringProperty("basis", one.basis());
		json.writeStringProperty("text", one.worked());
		json.writeEndObject();
	}

	public static void whyNot(JsonGenerator json, WhyNot whyNot) {
		json.writeStartObject();
		json.writeStringProperty("rule", whyNot.rule().zh());
		json.writeStringProperty("ruleEn", whyNot.rule().en());
		json.writeStringProperty("basis", whyNot.basis());
		json.writeArrayPropertyStart("conditions");
		for (ConditionResult condition : whyNot.conditions()) {
			json.writeStartObject();
			json.writeStringProperty("text", condition.text());
			values(json, "actual", condition.actual());
			json.writeStringProperty("result", condition.result().name());
			absent(json, condition.absent());
			json.writeEndObject();
		}
		json.writeEndArray();
		if (whyNot.outweighedBy() != null) {
			json.writeStringProperty("outweighedBy", whyNot.outweighedBy().zh());
		}
		json.writeEndObject();
	}

	/** Which fact the amount would need and there is none of. */
	private static void absent(JsonGenerator json, @Nullable Note absent) {
		if (absent != null) {
			json.writeObjectPropertyStart("absent");
			text(json, "field", absent.field());
			json.writeStringProperty("zh", absent.message().zh());
			json.writeStringProperty("en", absent.message().en());
			json.writeEndObject();
		}
	}

	private static void next(JsonGenerator json, @Nullable NextChange next) {
		if (next == null) {
			json.writeNullProperty("next");
			return;
		}
		json.writeObjectPropertyStart("next");
		json.writeStringProperty("period", next.period());
		json.writeStringProperty("outcome", next.outcome().name());
		number(json, "amount", next.amount());
		inKind(json, next.inKind());
		json.writeArrayPropertyStart("missing");
		next.missing().forEach(json::writeString);
		json.writeEndArray();
		json.writeStringProperty("because", next.because());
		json.writeEndObject();
	}

	/** Whose policy it is, where it is not the jurisdiction's own. */
	public static void owner(JsonGenerator json, @Nullable Jurisdiction owner) {
		if (owner != null) {
			json.writeObjectPropertyStart("owner");
			json.writeStringProperty("jurisdiction", owner.id());
			json.writeStringProperty("name", owner.name().zh());
			json.writeStringProperty("nameEn", owner.name().en());
			json.writeEndObject();
		}
	}

	/** The first thing, with the others below it; nothing where nothing is in kind. */
	private static void inKind(JsonGenerator json, List<InKind> things) {
		if (things.isEmpty()) {
			return;
		}
		json.writeObjectPropertyStart("inKind");
		thing(json, things.get(0));
		if (things.size() > 1) {
			json.writeArrayPropertyStart("more");
			for (InKind one : things.subList(1, things.size())) {
				json.writeStartObject();
				thing(json, one);
				json.writeEndObject();
			}
			json.writeEndArray();
		}
		json.writeEndObject();
	}

	private static void thing(JsonGenerator json, InKind one) {
		json.writeStringProperty("what", one.what().zh());
		json.writeStringProperty("whatEn", one.what().en());
		json.writeNumberProperty("quantity", one.quantity());
		json.writeStringProperty("unit", one.unit());
	}

	private static void notes(JsonGenerator json, String name, List<Note> notes, Locale locale) {
		json.writeArrayPropertyStart(name);
		notes.forEach((note) -> note(json, note, locale));
		json.writeEndArray();
	}

	private static void note(JsonGenerator json, Note note, Locale locale) {
		json.writeStartObject();
		json.writeStringProperty("code", note.code());
		if (note.field() != null) {
			json.writeStringProperty("field", note.field());
		}
		json.writeStringProperty("message", note.message().in(locale));
		json.writeEndObject();
	}

	private static void values(JsonGenerator json, String name, Map<String, @Nullable Object> values) {
		json.writeName(name);
		value(json, values);
	}

	private static void value(JsonGenerator json, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			json.writeStartObject();
			map.forEach((key, inner) -> {
				json.writeName(key.toString());
				value(json, inner);
			});
			json.writeEndObject();
		}
		else if (value instanceof Collection<?> list) {
			json.writeStartArray();
			list.forEach((inner) -> value(json, inner));
			json.writeEndArray();
		}
		else {
			scalar(json, value);
		}
	}

	private static void scalar(JsonGenerator json, @Nullable Object value) {
		if (value == null) {
			json.writeNull();
		}
		else if (value instanceof BigDecimal number) {
			json.writeNumber(number);
		}
		else if (value instanceof Integer number) {
			json.writeNumber(number);
		}
		else if (value instanceof Boolean flag) {
			json.writeBoolean(flag);
		}
		else {
			json.writeString(value.toString());
		}
	}

	private static void text(JsonGenerator json, String name, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(name, value);
		}
		else {
			json.writeNullProperty(name);
		}
	}

	private static void number(JsonGenerator json, String name, @Nullable BigDecimal value) {
		if (value != null) {
			json.writeNumberProperty(name, value);
		}
		else {
			json.writeNullProperty(name);
		}
	}

}
