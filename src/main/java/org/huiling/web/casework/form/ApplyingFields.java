package org.huiling.web.casework.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Which fields of a form apply: nobody on no dibao is asked for its amount. Of what is on
 * file already nothing is hidden, be it out of place, so that it can be put right.
 */
@Component
public class ApplyingFields {

	private final DictionaryInForce dictionary;

	private final TypedApplicant reader;

	ApplyingFields(DictionaryInForce dictionary, TypedApplicant reader) {
		this.dictionary = dictionary;
		this.reader = reader;
	}

	/**
	 * The fields of a form, with what decides whether they are asked for.
	 * @param fields of the form
	 * @param known what is on file, or was typed so far; of an organisation it says so
	 */
	public List<Field> of(List<Field> fields, JsonNode known) {
		Subject subject = RecordJson.subject(known);
		Dictionary current = Objects.requireNonNullElse(this.dictionary.current().of(subject),
				this.dictionary.current());
		if (fields.stream().noneMatch((field) -> when(current, field) != null)) {
			return fields;
		}
		AsRecorded recorded = new AsRecorded(current, this.reader.soFar(known));
		Set<String> asked = Stream.concat(Stream.of(subject.beginning()), fields.stream().map(Field::path))
			.collect(Collectors.toSet());
		AskedWhen conditions = new AskedWhen(current, asked::contains, recorded);
		return fields.stream().map((field) -> {
			Expression when = when(current, field);
			boolean fails = when != null && recorded.evaluation().condition(when).fails();
			return (when != null) ? field.asked(conditions.of(when), fails && !isKnown(field, known)) : field;
		}).toList();
	}

	private static @Nullable Expression when(Dictionary dictionary, Field field) {
		Fact fact = dictionary.fact(field.path());
		FactList list = dictionary.list(field.path());
		return (fact != null) ? fact.asking().when() : (list != null) ? list.asking().when() : null;
	}

	static boolean isKnown(Field field, JsonNode known) {
		JsonNode value = known.at("/" + field.path().replace('.', '/'));
		return !value.isMissingNode() && !value.isNull();
	}

}
