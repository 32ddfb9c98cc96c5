package org.huiling.applicant.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.PaidTo;
import org.huiling.engine.Program;
import org.huiling.engine.example.UnreadExample;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.CivilTime;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applicant of a worked example is refused where a request with the same applicant
 * is: every field is set to every odd value in turn, and both readers are asked.
 */
class ExamplesAreReadAsRequestsTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String PERSON = """
			{"birthDate": "1940-05-05", "sex": "FEMALE", "deathDate": "2014-01-01",
			 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
			 "residence": {"region": "379901003", "since": "1950-01-01"},
			 "household": {"size": 2, "monthlyIncome": 900.00, "livingAlone": false,
			   "dibao": {"type": "RURAL", "since": "2012-03-01", "to": "2013-12-31", "monthlyAmount": 180.00}},
			 "statuses": [{"kind": "TEKUN", "from": "2010-01-01", "to": "2013-01-01"}],
			 "choices": [{"program": "living-subsidy", "from": "2012-01-01"}],
			 "disability": {"category": "PHYSICAL", "grade": 2}, "careLevel": 1,
			 "pension": {"monthlyAmount": 80.00}, "lifeCheck": {"lastPassed": "2013-01-01"},
			 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
			 "applications": [{"program": "old-age-allowance", "date": "2012-01-01"}],
			 "claims": [{"id": "c1", "date": "2013-03-01", "admitted": "2013-02-01", "kind": "INPATIENT",
			   "hospitalTier": "COUNTY", "totalCost": 500.00, "eligibleCost": 400.00},
			   {"id": "c2", "date": "2013-04-01", "kind": "DISASTER", "totalCost": 500.00}]}""";

	private static final List<String> ODD = List.of("null", "-1", "0", "1", "4", "5", "9", "2.5", "0.001", "-0.01",
			"450.00", "1000", "9999", "10000", "1000000000000", "true", "\"\"", "\" \"", "\"x\"", "\"c1\"", "\"RURAL\"",
			"\"37990\"", "\"379901003\"", "\"3799010030000\"", "\"1849-12-31\"", "\"1939-12-31\"", "\"1950-13-01\"",
			"\"2012-02-01\"", "\"2013-02-29\"", "\"2013-06-01\"", "\"2013-6-1\"", "\"2014-06-01\"", "\"9999-12-31\"",
			"\"+999999999-01-01\"", "{}", "[]", "[1]", "[null]", "[{}]", "{\"nonsense\": 1}");

	static Stream<String> fields() {
		List<String> fields = new ArrayList<>();
		collect(JSON.readTree(PERSON), "", fields);
		return fields.stream();
	}

	private static void collect(JsonNode node, String pointer, List<String> fields) {
		if (!pointer.isEmpty()) {
			fields.add(pointer);
		}
		node.propertyStream().forEach((one) -> collect(one.getValue(), pointer + "/" + one.getKey(), fields));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(node.get(i), pointer + "/" + i, fields);
		}
	}

	@ParameterizedTest
	@MethodSource("fields")
	void bothRefuseTheSame(String field) {
		JsonNode own = JSON.readTree(PERSON).at(field);
		for (String odd : ODD) {
			if (isSpelling(own, JSON.readTree(odd))) {
				continue;
			}
			String person = with(field, JSON.readTree(odd)).toString();
			assertThat(isReadAsExample(person)).as("%s: %s", field, odd).isEqualTo(isReadAsRequest(person));
		}
	}

	/** YAML knows a number from a text by what is asked for, not by quotes. */
	private static boolean isSpelling(JsonNode own, JsonNode odd) {
		return (own.isString() && odd.isValueNode() && !odd.isNull() && !odd.isString())
				|| (own.isNumber() && odd.isString() && odd.stringValue().matches("[0-9]+"))
				|| (own.isInt() && odd.isNumber() && !odd.isInt());
	}

	@Test
	void bothReadWhatIsRight() {
		assertThat(isReadAsExample(PERSON)).isTrue();
		assertThat(isReadAsRequest(PERSON)).isTrue();
	}

	private static JsonNode with(String pointer, JsonNode value) {
		JsonNode person = JSON.readTree(PERSON);
		int last = pointer.lastIndexOf('/');
		JsonNode parent = person.at(pointer.substring(0, last));
		String name = pointer.substring(last + 1);
		if (parent instanceof ArrayNode array) {
			array.set(Integer.parseInt(name), value);
		}
		else if (parent instanceof ObjectNode object) {
			object.set(name, value);
		}
		return person;
	}

	private static boolean isReadAsRequest(String person) {
		try {
			TestFacts.on(LocalDate.now(CivilTime.ZONE)).read(JSON.readTree(person));
			return true;
		}
		catch (InvalidInput refused) {
			return false;
		}
	}

	/** What several have in common is told once and belongs to each of them. */
	@Test
	void anExampleThatCannotBeReadSaysItsOwnReasonOrThatOfAll() {
		List<UnreadExample> unread = unread("""
				applicant: {birthDate: 1930-01-10, petCount: 1}
				examples:
				  - {name: 一, period: "2013-06", applicant: {careLevel: 1}, expect: {amount: 0}}
				  - {name: 二, period: "2013-06", applicant: {careLevel: 77}, expect: {amount: 0}}
				  - {name: 三, period: "2013-06", applicant: {careLevel: 2}, expect: {amount: 0}}
				""");
		assertThat(unread).hasSize(3);
		assertThat(unread).extracting((one) -> one.why().get(0).message().en())
			.satisfiesExactly((first) -> assertThat(first).contains("petCount"),
					(second) -> assertThat(second).contains("0 to 4"),
					(third) -> assertThat(third).contains("petCount"));
		List<UnreadExample> values = unread("""
				applicant: {birthDate: 1930-01-10, careLevel: 77}
				examples:
				  - {name: 一, period: "2013-06", expect: {amount: 0}}
				  - {name: 二, period: "2013-06", expect: {amount: 0}}
				""");
		assertThat(values).hasSize(2).allSatisfy((one) -> assertThat(one.why()).isNotEmpty());
	}

	private static List<UnreadExample> unread(String yaml) {
		return read(yaml, new Problems()).unread();
	}

	private static ExampleReader.Read read(String yaml, Problems problems) {
		return new ExampleReader(TestFacts.READING, problems).read(
				new PolicyFiles("model-district", "old-age-allowance", "2013-01-01",
						Map.of(ExampleReader.FILE, yaml.getBytes(StandardCharsets.UTF_8))),
				new Program("old-age-allowance", new Bilingual("高龄津贴", "Allowance"), Cycle.MONTH, "CNY", 1,
						PaidTo.PERSON));
	}

	/** JSON is YAML. */
	private static boolean isReadAsExample(String person) {
		String yaml = "[{\"name\": \"x\", \"period\": \"2013-06\", \"expect\": {\"amount\": 0}, \"applicant\": "
				+ person + "}]";
		Problems problems = new Problems();
		ExampleReader.Read read = read(yaml, problems);
		assertThat(read.unread()).hasSize(problems.hasErrors() ? 1 : 0);
		return read.examples().size() == 1;
	}

}
