package org.huiling;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.SoftAssertions;
import org.huiling.account.TestCallers;
import org.huiling.applicant.SeenFacts;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.People;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.dictionary.FactNames;
import org.huiling.facts.MadeUpIds;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every entry of the dictionary, shipped or declared later, goes in and comes out by
 * every way: request, register, answer, list by its path and by its Chinese name, what a
 * decision keeps and reads again. Each has its words in both languages.
 */
@HuilingTest(properties = "huiling.rules-import=NEVER")
@Import(TestCallers.class)
class EveryFactIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final LocalDate BIRTH = LocalDate.of(1933, 1, 10);

	private int ids;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DictionaryInForce inForce;

	@Autowired
	ApplicantReaderInForce readings;

	@Autowired
	MessageSource messages;

	@Autowired
	FactNames names;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.register(properties);
	}

	@Test
	void nothingIsDroppedOnAnyWay() {
		SoftAssertions softly = new SoftAssertions();
		List<Fact> facts = facts();
		assertThat(facts).hasSizeGreaterThan(50);
		for (Fact fact : facts) {
			ObjectNode person = person(fact);
			softly.assertThat(shown(begun(person), fact))
				.as("%s by request", fact.path())
				.isEqualTo(shown(person, fact));
			softly.assertThat(shown(imported(person, fact, fact.path()), fact))
				.as("%s by list", fact.path())
				.isEqualTo(shown(person, fact));
			softly.assertThat(shown(imported(person, fact, header(fact)), fact))
				.as("%s by list as %s", fact.path(), header(fact))
				.isEqualTo(shown(person, fact));
			keptAndReadAgain(person, fact, softly);
			words(fact, softly);
		}
		softly.assertAll();
	}

	private List<Fact> facts() {
		Dictionary dictionary = this.inForce.current();
		List<Fact> facts = new ArrayList<>(dictionary.facts());
		dictionary.lists().forEach((list) -> facts.addAll(list.fields()));
		return facts;
	}

	/** Somebody of whom that fact is known, and what cannot be left out beside it. */
	private ObjectNode person(Fact fact) {
		ObjectNode person = JSON.createObjectNode().put("birthDate", BIRTH.toString());
		if (fact.list() == null) {
			put(person, fact.path(), value(fact));
			return person;
		}
		FactList list = Objects.requireNonNull(this.inForce.current().list(fact.list()));
		ObjectNode item = person.putArray(list.path()).addObject();
		for (Fact field : list.fields()) {
			if (field.is(Trait.REQUIRED) || field.path().equals(fact.path())) {
				item.set(field.name(), value(field));
			}
		}
		return person;
	}

	private static void put(ObjectNode person, String path, JsonNode value) {
		ObjectNode at = person;
		String[] steps = path.split("\\.", -1);
		for (int i = 0; i < steps.length - 1; i++) {
			at = at.withObjectProperty(steps[i]);
		}
		at.set(steps[steps.length - 1], value);
	}

	private JsonNode value(Fact fact) {
		Object value = switch (fact.type()) {
			case BOOLEAN -> true;
			case INTEGER -> fact.names().isEmpty() ? Math.max(1, fact.bounds().min().intValue())
					: Integer.valueOf(fact.names().get(0).value());
			case DECIMAL, MONEY -> fact.bounds().min().max(new BigDecimal("1.25"));
			case DATE -> "birthDate".equals(fact.path()) ? BIRTH.toString() : "2013-01-01";
			case REGION -> "379901003";
			case CODE -> Objects.requireNonNull(fact.codes()).names().get(0);
			case CODES -> List.of(Objects.requireNonNull(fact.codes()).names().get(0));
			case TEXT -> switch (fact.path()) {
				case "residentId" -> MadeUpIds.of(BIRTH, ++this.ids);
				case "payee.account" -> "6222000000000017";
				case "members[].file" -> "0198c0de-0000-7000-8000-000000000001";
				default -> "BANK";
			};
		};
		return JSON.valueToTree(value);
	}

	private static String cell(JsonNode value) {
		return value.isArray() ? value.get(0).asString() : value.asString();
	}

	private JsonNode begun(ObjectNode person) {
		People people = People.as(this.client, People.WORKER);
		People.Answer answer = people.post("/api/v1/applicants", person.toString());
		return (answer.status() == 201) ? people.get("/api/v1/applicants/" + answer.text("/id")).is(200).body()
				: answer.body();
	}

	private static String header(Fact fact) {
		return fact.naming().header() + ((fact.list() != null) ? "[]" : "");
	}

	/** By a list of one line; the columns beside the fact by their paths. */
	private JsonNode imported(ObjectNode person, Fact fact, String header) {
		Map<String, String> columns = new LinkedHashMap<>();
		columns.put("birthDate", BIRTH.toString());
		if (fact.list() != null) {
			JsonNode item = person.at("/" + fact.list() + "/0");
			item.properties()
				.forEach((field) -> columns.put(fact.list() + "[0]." + field.getKey(), cell(field.getValue())));
			columns.remove(fact.path().replace("[]", "[0]"));
		}
		else if ("birthDate".equals(fact.path())) {
			columns.clear();
		}
		JsonNode value = value(fact);
		columns.put(header.replace("[]", "[0]"), cell(value));
		String csv = String.join(",", columns.keySet()) + "\n" + String.join(",", columns.values()) + "\n";
		JsonNode answer = JSON.readTree(this.client.post()
			.uri("/api/v1/applicants/import")
			.header("Content-Type", "text/csv")
			.header(TestCallers.HEADER, People.WORKER)
			.body(csv.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		if (answer.path("accepted").asInt(0) != 1) {
			return answer;
		}
		String id = this.jdbc.sql("select id from applicant order by file_number desc limit 1")
			.query(String.class)
			.single();
		return People.as(this.client, People.WORKER).get("/api/v1/applicants/" + id).is(200).body();
	}

	/** What is shown of a fact: numbers that identify are masked but for their ends. */
	private static String shown(JsonNode person, Fact fact) {
		String pointer = "/"
				+ ((fact.list() != null) ? fact.path().replace("[]", ".0") : fact.path()).replace('.', '/');
		String text = person.at(pointer).isContainer() ? "" : person.at(pointer).asString(person.toString());
		if (person.at(pointer).isArray()) {
			return person.at(pointer).toString();
		}
		return switch (fact.path()) {
			// nobody has an id twice, so that each way has its own
			case "residentId" -> person.at(pointer).isMissingNode() ? text : "masked";
			case "payee.account" -> text.substring(Math.max(0, text.length() - 4));
			default -> (fact.type() == FactType.MONEY || fact.type() == FactType.DECIMAL)
					? person.at(pointer).decimalValue(BigDecimal.ONE.negate()).stripTrailingZeros().toString() : text;
		};
	}

	private void keptAndReadAgain(ObjectNode person, Fact fact, SoftAssertions softly) {
		String seen = SeenFacts.of(this.readings.today().read(person).record());
		FactList list = (fact.list() != null) ? this.inForce.current().list(fact.list()) : null;
		boolean kept = !fact.is(Trait.SEALED)
				&& (fact.isReadable() || (list != null && list.shape().key().contains(fact.name())));
		softly.assertThat(seen.contains("\"" + fact.name() + "\":"))
			.as("%s kept in %s", fact.path(), seen)
			.isEqualTo(kept);
		if (list == null || list.fields().stream().noneMatch((field) -> field.is(Trait.REQUIRED) && field.isSealed())) {
			softly.assertThat(SeenFacts.of(this.readings.today().read(JSON.readTree(seen)).record()))
				.as("%s read again", fact.path())
				.isEqualTo(seen);
		}
	}

	private void words(Fact fact, SoftAssertions softly) {
		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			String field = "field." + fact.path().replace("[]", "");
			softly.assertThat(this.messages.getMessage(field, null, "", locale))
				.as("%s %s", field, locale)
				.isNotBlank();
			softly.assertThat(this.names.phrase(fact.path().replace("[]", ""), locale))
				.as("%s in reasons, %s", fact.path(), locale)
				.isNotBlank();
			if (fact.codes() != null) {
				fact.codes()
					.names()
					.forEach((code) -> softly.assertThat(this.names.code(fact.codes().name(), code, locale))
						.as("%s %s %s", fact.path(), code, locale)
						.isNotBlank());
			}
		}
	}

}
