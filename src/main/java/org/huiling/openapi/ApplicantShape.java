package org.huiling.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.core.io.ClassPathResource;

/**
 * The component {@code Applicant}, as the dictionary declares what is recorded of people
 * and of organisations. Whichever facts they share are described once, as people have
 * them.
 */
class ApplicantShape implements OpenApiCustomizer {

	static final String NAME = "Applicant";

	static final String REFERENCE = "#/components/schemas/" + NAME;

	private final DictionaryInForce dictionary;

	ApplicantShape(DictionaryInForce dictionary) {
		this.dictionary = dictionary;
	}

	@Override
	public void customise(OpenAPI api) {
		Map<String, Object> shape = object(this.dictionary.current().entries());
		shape.put("description",
				"申请人，或其中一部分；未填即未知。 What is known of a person or, with subject organisation, of an"
						+ " organisation, or a part of it; absent is unknown, not none. To begin a file or to be"
						+ " assessed a person needs birthDate, an organisation opened.");
		Map<String, Object> properties = new LinkedHashMap<>(Map.of(Subject.FIELD, subject()));
		properties.putAll(properties(shape));
		Dictionary organisations = this.dictionary.current().of(Subject.ORGANISATION);
		if (organisations != null) {
			ofOrganisations(organisations).forEach(properties::putIfAbsent);
		}
		shape.put("properties", properties);
		try (InputStream example = new ClassPathResource("openapi/applicant-example.json").getInputStream()) {
			shape.put("example", Json31.mapper().readValue(example, Object.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		api.getComponents().addSchemas(NAME, Json31.mapper().convertValue(shape, Schema.class));
	}

	private Map<String, Object> subject() {
		List<String> words = Stream.of(Subject.values())
			.filter((one) -> this.dictionary.current().of(one) != null)
			.map(Subject::word)
			.toList();
		return Map.of("type", "string", "enum", words, "description",
				"对象 Whom it is about: a person where it is absent, or an organisation, which has facts of its own");
	}

	/** Each says that people do not have it. */
	private static Map<String, Object> ofOrganisations(Dictionary organisations) {
		Map<String, Object> properties = new LinkedHashMap<>();
		organisations.entries().forEach((entry) -> {
			Map<String, Object> shape = described(entry);
			shape.put("description", description(entry) + "; of organisations alone");
			properties.put(entry.name(), shape);
		});
		return properties;
	}

	@SuppressWarnings("unchecked") // made by object
	private static Map<String, Object> properties(Map<String, Object> object) {
		return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
	}

	private static Map<String, Object> object(List<? extends Entry> entries) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		entries.forEach((entry) -> {
			properties.put(entry.name(), described(entry));
			if (entry instanceof Fact fact && fact.is(Trait.REQUIRED)) {
				required.add(fact.name());
			}
		});
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("type", "object");
		object.put("properties", properties);
		if (!required.isEmpty()) {
			object.put("required", required);
		}
		return object;
	}

	private static Map<String, Object> described(Entry entry) {
		Map<String, Object> shape;
		if (entry instanceof FactGroup group) {
			shape = object(group.entries());
		}
		else if (entry instanceof FactList list) {
			shape = new LinkedHashMap<>();
			shape.put("type", "array");
			shape.put("items", object(list.fields()));
			shape.put("maxItems", list.shape().most());
		}
		else {
			shape = value((Fact) entry);
		}
		shape.put("description", description(entry));
		return shape;
	}

	private static String description(Entry entry) {
		Naming naming = entry.naming();
		StringBuilder description = new StringBuilder(naming.label().zh()).append(' ').append(naming.label().en());
		if (naming.help() != null) {
			description.append(": ").append(naming.help().en());
		}
		if (entry instanceof Fact fact) {
			description.append((fact.type() == FactType.MONEY) ? "; in the currency of the jurisdiction" : "")
				.append((fact.unit() != null) ? "; " + fact.unit() : "")
				.append((fact.standard() != null) ? "; " + fact.standard() : "");
			fact.names()
				.stream()
				.filter((name) -> name.label() != null)
				.forEach((name) -> description.append("; ").append(name.value()).append(' ').append(name.label().en()));
		}
		return description.toString();
	}

	private static Map<String, Object> value(Fact fact) {
		Map<String, Object> shape = new LinkedHashMap<>();
		Bounds bounds = fact.bounds();
		switch (fact.type()) {
			case BOOLEAN -> shape.put("type", "boolean");
			case INTEGER -> {
				shape.put("type", "integer");
				shape.put("format", "int32");
				bounds(shape, bounds);
			}
			case DECIMAL, MONEY -> {
				shape.put("type", "number");
				bounds(shape, bounds);
			}
			case DATE -> {
				shape.put("type", "string");
				shape.put("format", "date");
			}
			case REGION -> {
				shape.put("type", "string");
				shape.put("pattern", "^[0-9]{6,12}$");
			}
			case CODE -> shape.putAll(codes(fact));
			case CODES -> {
				shape.put("type", "array");
				shape.put("items", codes(fact));
			}
			case TEXT -> {
				shape.put("type", "string");
				if (bounds.longest() > 0) {
					shape.put("maxLength", bounds.longest());
				}
				if (bounds.pattern() != null) {
					shape.put("pattern", "^" + bounds.pattern() + "$");
				}
			}
		}
		return shape;
	}

	private static Map<String, Object> codes(Fact fact) {
		return (fact.codes() != null) ? new LinkedHashMap<>(Map.of("type", "string", "enum", fact.codes().names()))
				: new LinkedHashMap<>(Map.of("type", "string"));
	}

	private static void bounds(Map<String, Object> shape, Bounds bounds) {
		if (bounds.min() != null) {
			shape.put("minimum", bounds.min());
		}
		if (bounds.max() != null) {
			shape.put("maximum", bounds.max());
		}
	}

}
