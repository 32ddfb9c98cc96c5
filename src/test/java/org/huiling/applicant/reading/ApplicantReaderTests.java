package org.huiling.applicant.reading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.input.StrictJson;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.recorded.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ApplicantReaderTests {

	private static final LocalDate TODAY = LocalDate.of(2013, 10, 1);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"'hokou': {}                                       | hokou                       | UNKNOWN_PROPERTY",
			"'household': {'dibao': {'typ': 'URBAN'}}          | household.dibao.typ         | UNKNOWN_PROPERTY",
			"'claims': [{'id': 'c', 'date': '2013-01-01', 'kind': 'INPATIENT', 'tier': 1}] | claims[0].tier | UNKNOWN_PROPERTY",
			"'name': 5                                         | name                        | WRONG_TYPE",
			"'hukou': 'RURAL'                                  | hukou                       | WRONG_TYPE",
			"'statuses': {}                                    | statuses                    | WRONG_TYPE",
			"'statuses': [null]                                | statuses[0]                 | WRONG_TYPE",
			"'household': {'livingAlone': 'true'}              | household.livingAlone       | WRONG_TYPE",
			"'household': {'size': '2'}                        | household.size              | WRONG_TYPE",
			"'pension': {'monthlyAmount': '80'}                | pension.monthlyAmount       | WRONG_TYPE",
			"'deathDate': 20130101                             | deathDate                   | WRONG_TYPE",
			"'residentId': 379901193302150022                  | residentId                  | WRONG_TYPE",
			"'deathDate': '2013-02-29'                         | deathDate                   | INVALID_DATE",
			"'deathDate': '2013-2-01'                          | deathDate                   | INVALID_DATE",
			"'deathDate': '２０１３-02-01'                       | deathDate                   | INVALID_DATE",
			"'deathDate': '2013-02-01T00:00'                   | deathDate                   | INVALID_DATE",
			"'deathDate': '1849-12-31'                         | deathDate                   | YEAR_TOO_EARLY",
			"'hukou': {'type': 'rural'}                        | hukou.type                  | UNKNOWN_CODE",
			"'sex': 'F'                                        | sex                         | UNKNOWN_CODE",
			"'statuses': [{'kind': 'WUBAO'}]                   | statuses[0].kind            | UNKNOWN_CODE",
			"'pension': {'monthlyAmount': -0.01}               | pension.monthlyAmount       | NEGATIVE",
			"'pension': {'monthlyAmount': 80.005}              | pension.monthlyAmount       | TOO_MANY_DECIMALS",
			"'pension': {'monthlyAmount': 1e-999999999}        | pension.monthlyAmount       | TOO_MANY_DECIMALS",
			"'pension': {'monthlyAmount': 1e999999999}         | pension.monthlyAmount       | TOO_LARGE",
			"'pension': {'monthlyAmount': 1000000000000}       | pension.monthlyAmount       | TOO_LARGE",
			"'household': {'size': 1.5}                        | household.size              | NOT_WHOLE",
			"'household': {'size': 1e-999999999}               | household.size              | NOT_WHOLE",
			"'household': {'size': 1e999999999}                | household.size              | NOT_WHOLE",
			"'household': {'size': 0}                          | household.size              | OUT_OF_RANGE",
			"'household': {'size': 1000}                       | household.size              | OUT_OF_RANGE",
			"'disability': {'grade': 5}                        | disability.grade            | OUT_OF_RANGE",
			"'disability': {'grade': -1}                       | disability.grade            | OUT_OF_RANGE",
			"'careLevel': 5                                    | careLevel                   | OUT_OF_RANGE",
			"'insurance': {'year': 13}                         | insurance.year              | OUT_OF_RANGE",
			"'name': ' '                                       | name                        | BLANK",
			"'name': 'a\\u0000b'                               | name                        | CONTROL_CHARACTER",
			"'name': 'a\\ud800'                                | name                        | CONTROL_CHARACTER",
			"'hukou': {'region': '37990'}                      | hukou.region                | INVALID_REGION",
			"'residence': {'region': '37990100a'}              | residence.region            | INVALID_REGION",
			"'claims': [{'date': '2013-01-01', 'kind': 'INPATIENT'}] | claims[0].id          | REQUIRED",
			"'claims': [{'id': 'c', 'kind': 'INPATIENT'}]      | claims[0].date              | REQUIRED",
			"'claims': [{'id': 'c', 'date': '2013-01-01'}]     | claims[0].kind              | REQUIRED",
			"'statuses': [{'from': '2013-01-01'}]              | statuses[0].kind            | REQUIRED",
			"'choices': [{'from': '2013-01-01'}]               | choices[0].program          | REQUIRED",
			"'applications': [{'date': '2013-01-01'}]          | applications[0].program     | REQUIRED",
			"'applications': [{'program': 'a'}]                | applications[0].date        | REQUIRED" })
	void refusesAWrongField(String fields, String field, String code) {
		assertThat(refused("{'birthDate': '1933-02-15', " + fields + "}", 400)).containsExactly(field + " " + code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"'deathDate': '1933-02-14'                      | deathDate           | DEATH_BEFORE_BIRTH | birthDate",
			"'deathDate': '2013-10-02'                      | deathDate           | IN_FUTURE          | ``",
			"'hukou': {'since': '1933-02-14'}               | hukou.since         | BEFORE_BIRTH       | birthDate",
			"'residence': {'since': '1933-02-14'}           | residence.since     | BEFORE_BIRTH       | birthDate",
			"'statuses': [{'kind': 'TEKUN', 'from': '1933-02-14'}] | statuses[0].from | BEFORE_BIRTH    | birthDate",
			"'lifeCheck': {'lastPassed': '1933-02-14'}      | lifeCheck.lastPassed | BEFORE_BIRTH      | birthDate",
			"'lifeCheck': {'lastPassed': '2013-10-02'}      | lifeCheck.lastPassed | IN_FUTURE         | ``",
			"'claims': [{'id': 'c', 'date': '1933-02-14', 'kind': 'DISASTER'}] | claims[0].date | BEFORE_BIRTH | birthDate",
			"'deathDate': '2013-01-01', 'claims': [{'id': 'c', 'date': '2013-01-02', 'kind': 'DISASTER'}] | claims[0].date | CLAIM_AFTER_DEATH | deathDate",
			"'claims': [{'id': 'c', 'date': '2013-01-02', 'admitted': '2013-01-03', 'kind': 'INPATIENT'}] | claims[0].admitted | ADMITTED_AFTER_DISCHARGE | claims[0].date",
			"'claims': [{'id': 'c', 'date': '2013-01-02', 'kind': 'INPATIENT', 'totalCost': 10, 'eligibleCost': 10.01}] | claims[0].eligibleCost | ELIGIBLE_ABOVE_TOTAL | claims[0].totalCost",
			"'claims': [{'id': 'c', 'date': '2013-01-02', 'kind': 'INPATIENT'}, {'id': 'c', 'date': '2013-01-03', 'kind': 'INPATIENT'}] | claims[1].id | DUPLICATE_CLAIM | claims[0].id",
			"'statuses': [{'kind': 'TEKUN', 'from': '2013-01-02', 'to': '2013-01-01'}] | statuses[0].to | ENDS_BEFORE_START | statuses[0].from",
			"'household': {'dibao': {'since': '2013-01-02', 'to': '2013-01-01'}} | household.dibao.to | ENDS_BEFORE_START | household.dibao.since" })
	void refusesAContradictionNamingBothFields(String fields, String field, String code, String other) {
		String json = "{'birthDate': '1933-02-15', " + fields + "}";
		assertThat(refused(json, 422)).containsExactly(field + " " + code);
		FieldError error = refusal(json).errors().get(0);
		assertThat(Told.errors(List.of(error))).endsWith(other.isEmpty() ? "[]" : "[" + other + "]");
	}

	@Test
	void refusesABirthInTheFuture() {
		assertThat(refused("{'birthDate': '2013-10-02'}", 422)).containsExactly("birthDate IN_FUTURE");
		assertThatNoException().isThrownBy(() -> read("{'birthDate': '2013-10-01', 'deathDate': '2013-10-01'}"));
	}

	@Test
	void theDaysThatMeetAreNoContradiction() {
		assertThatNoException().isThrownBy(() -> read("""
				{'birthDate': '1933-02-15', 'deathDate': '2013-06-03', 'hukou': {'since': '1933-02-15'},
				 'household': {'dibao': {'type': 'RURAL', 'since': '1930-01-01', 'to': '1930-01-01'}},
				 'statuses': [{'kind': 'VETERAN', 'from': '1950-01-01', 'to': '1950-01-01'}],
				 'claims': [{'id': 'c', 'date': '2013-06-03', 'admitted': '2013-06-03', 'kind': 'INPATIENT',
				             'totalCost': 10, 'eligibleCost': 10.00}]}"""));
	}

	@Test
	void needsABirthDate() {
		assertThat(refused("{}", 400)).containsExactly("birthDate REQUIRED");
		assertThat(refused("{'birthDate': null}", 400)).containsExactly("birthDate REQUIRED");
		assertThat(refused("{'birthDate': '1933-02-30'}", 400)).containsExactly("birthDate INVALID_DATE");
	}

	@Test
	void nullIsUnknown() {
		TestPerson read = read("{'birthDate': '1933-02-15', 'hukou': null, 'statuses': null, 'careLevel': null}");
		assertThat(read).isEqualTo(read("{'birthDate': '1933-02-15'}"));
		assertThat(read("{'birthDate': '1933-02-15', 'statuses': []}").known()).contains("statuses");
	}

	@ParameterizedTest
	@CsvSource({ "12000, 12000.00", "12000.0, 12000.00", "12000.00, 12000.00", "1e4, 10000.00", "0, 0.00", "-0, 0.00",
			"-0.0, 0.00", "0e999999999, 0.00", "999999999999.99, 999999999999.99", "80.500000, 80.50" })
	void moneyIsExactWithTwoDecimals(String json, BigDecimal yuan) {
		TestPerson read = read("{'birthDate': '1933-02-15', 'pension': {'monthlyAmount': " + json + "}}");
		assertThat(read.at("pension.monthlyAmount").decimalValue()).isEqualTo(yuan);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "2.0", "2e0", "0.2e1" })
	void wholeNumbersMayBeWrittenAsDecimals(String json) {
		assertThat(read("{'birthDate': '1933-02-15', 'careLevel': " + json + "}").at("careLevel").intValue())
			.isEqualTo(2);
	}

	@Test
	void suggestsTheFieldThatWasMeant() {
		assertThat(refusal("{'birthDate': '1933-02-15', 'birthdate': '1933-02-15', 'foo': 1}").errors())
			.containsExactly(FieldError.of("birthdate", "UNKNOWN_PROPERTY", "birthdate", 1, "birthDate"),
					FieldError.of("foo", "UNKNOWN_PROPERTY", "foo", 0, ""));
	}

	@Test
	void shapeOutweighsContradiction() {
		assertThat(refused("{'birthDate': '1933-02-15', 'deathDate': '1932-01-01', 'careLevel': 9}", 400))
			.containsExactlyInAnyOrder("deathDate DEATH_BEFORE_BIRTH", "careLevel OUT_OF_RANGE");
	}

	@Test
	void limitsTexts() {
		assertThat(refused("{'birthDate': '1933-02-15', 'name': '" + "长".repeat(101) + "'}", 400))
			.containsExactly("name TOO_LONG");
	}

	@Test
	void limitsLists() {
		assertThat(refused("{'birthDate': '1933-02-15', 'claims': [" + "1,".repeat(1000) + "1]}", 400))
			.containsExactly("claims LIST_TOO_LONG");
	}

	/** Fact files may be taken away again: whoever is on file must still be read. */
	@Test
	void whatIsOnFileAndDeclaredNoMoreIsPassedOver() {
		InputErrors errors = new InputErrors();
		JsonFields body = JsonFields.of(StrictJson
			.read("""
					{"facts": {"birthDate": "1933-02-15", "joinedParty": "1960-07-01", "hukou": {"region": "379901", "x": 1},
					"claims": [{"id": "c", "date": "2013-01-01", "kind": "DISASTER", "x": 1}]}}
					"""
				.getBytes(StandardCharsets.UTF_8)), Set.of("facts"), errors);
		ReadApplicant read = Objects.requireNonNull(TestFacts.on(TODAY).readOnFile(body, "facts"));
		errors.throwIfAny();
		assertThat(TestPerson.of(read.record()).known()).contains("hukou.region", "claims[0].id")
			.doesNotContain("joinedParty", "hukou.x");
	}

	@Test
	void countsErrorsBeyondThoseWorthListing() {
		String statuses = "{'kind': 'X'},".repeat(199);
		InvalidInput refusal = refusal(
				"{'birthDate': '1933-02-15', 'a': 1, 'b': 2, 'c': 3, 'statuses': [" + statuses + "{'kind': 'X'}]}");
		assertThat(refusal.errors()).hasSize(201).last().isEqualTo(FieldError.of("", "MORE_ERRORS", 3));
	}

	@Test
	void refusesAHostileNumberAtOnce() {
		assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(() -> read(
				"{'birthDate': '1933-02-15', 'careLevel': 1e999999999, 'pension': {'monthlyAmount': 1e-999999999}}"))
			.isInstanceOf(InvalidInput.class));
	}

	private static TestPerson read(String json) {
		byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		return TestPerson.of(TestFacts.on(TODAY).read(StrictJson.read(body)).record());
	}

	private static InvalidInput refusal(String json) {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> read(json));
		assertThat(refusal).isNotNull();
		return refusal;
	}

	private static List<String> refused(String json, int status) {
		InvalidInput refusal = refusal(json);
		assertThat(refusal.status()).isEqualTo(status);
		return refusal.errors().stream().map((error) -> error.field() + " " + error.code()).toList();
	}

}
