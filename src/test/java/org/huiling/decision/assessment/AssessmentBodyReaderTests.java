package org.huiling.decision.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.engine.Explain;
import org.huiling.input.StrictJson;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AssessmentBodyReaderTests {

	private static final LocalDate TODAY = LocalDate.of(2014, 3, 31);

	private static final String PERSON = "'applicant': {'birthDate': '1933-02-15'}";

	@Test
	void assumesTheCurrentMonthAllProgramsAndWhy() {
		AssessmentBody request = read("{" + PERSON + "}");
		assertThat(request.period()).hasToString("2014-03");
		assertThat(request.date()).isNull();
		assertThat(request.programs()).isNull();
		assertThat(request.jurisdiction()).isNull();
		assertThat(request.knownAt()).isNull();
		assertThat(request.explain()).isEqualTo(Explain.WHY);
		assertThat(request.applicant().record().birthDate()).isEqualTo("1933-02-15");
	}

	@Test
	void takesWhatIsAskedFor() {
		AssessmentBody request = read("""
				{'period': '2013', 'jurisdiction': 'beijing', 'programs': ['living-subsidy', 'stacking'],
				 'knownAt': '2013-07-01T00:00:00+08:00', 'explain': 'FULL', %s}""".formatted(PERSON));
		assertThat(request.period()).hasToString("2013");
		assertThat(request.jurisdiction()).isEqualTo("beijing");
		assertThat(request.programs()).containsExactly("living-subsidy", "stacking");
		assertThat(request.knownAt()).isEqualTo(Instant.parse("2013-06-30T16:00:00Z"));
		assertThat(request.explain()).isEqualTo(Explain.FULL);
	}

	@Test
	void aDateStandsForItsMonth() {
		AssessmentBody request = read("{'date': '2013-07-15', " + PERSON + "}");
		assertThat(request.period()).hasToString("2013-07");
		assertThat(request.date()).isEqualTo("2013-07-15");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-7", "2013-13", "2013-00", "13", "2013-07-01", "0000", "9999", "２０１３", "" })
	void refusesOtherPeriods(String period) {
		assertThat(refused("{'period': '" + period + "', " + PERSON + "}", 400))
			.containsExactly("period INVALID_PERIOD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-07-01", "2013-07-01T00:00:00", "now", "+999999999-01-01T00:00:00Z", "" })
	void refusesOtherInstants(String instant) {
		assertThat(refused("{'knownAt': '" + instant + "', " + PERSON + "}", 400))
			.containsExactly("knownAt INVALID_INSTANT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "'period': '2013-07', 'date': '2013-07-01'  | 400 | period PERIOD_AND_DATE",
					"'applicantId': 'a'                         | 400 | applicantId APPLICANT_AND_ID",
					"'explain': 'ALL'                           | 400 | explain UNKNOWN_CODE",
					"'programs': 'living-subsidy'               | 400 | programs WRONG_TYPE",
					"'programs': []                             | 400 | programs EMPTY_LIST",
					"'programs': ['a', 'b', 'a']                | 400 | programs[2] DUPLICATE_ITEM",
					"'programs': ['a', {'b': 1}]                | 400 | programs[1] WRONG_TYPE",
					"'jurisdiction': 5                          | 400 | jurisdiction WRONG_TYPE",
					"'peroid': '2013-07'                        | 400 | peroid UNKNOWN_PROPERTY" })
	void refusesByField(String fields, int status, String error) {
		assertThat(refused("{" + fields + ", " + PERSON + "}", status)).containsExactly(error);
	}

	@Test
	void needsAnApplicant() {
		assertThat(refused("{}", 400)).containsExactly("applicant NO_APPLICANT");
		assertThat(refused("{'applicant': null}", 400)).containsExactly("applicant NO_APPLICANT");
		assertThat(refused("{'applicant': []}", 400)).containsExactly("applicant WRONG_TYPE");
		assertThat(refused("{'applicantId': 'a17'}", 422)).containsExactly("applicantId NOT_FOUND");
		assertThat(refused("[]", 400)).containsExactly(" WRONG_TYPE");
	}

	@Test
	void findsTheErrorsOfRequestAndApplicantTogether() {
		assertThat(refused("""
				{'period': '2013-7', 'applicant': {'birthDate': '1933-02-15', 'deathDate': '1932-01-01',
				 'household': {'size': 0, 'dibao': {'type': 'Rural'}}, 'claims': [{'date': '2013-01-01'}]}}""", 400))
			.containsExactlyInAnyOrder("period INVALID_PERIOD", "applicant.deathDate DEATH_BEFORE_BIRTH",
					"applicant.household.size OUT_OF_RANGE", "applicant.household.dibao.type UNKNOWN_CODE",
					"applicant.claims[0].id REQUIRED", "applicant.claims[0].kind REQUIRED",
					"applicant.claims[0].date CLAIM_AFTER_DEATH");
	}

	private static AssessmentBody read(String json) {
		byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		return AssessmentBodyReader.read(StrictJson.read(body), TestFacts.on(TODAY));
	}

	private static List<String> refused(String json, int status) {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> read(json));
		assertThat(refusal).isNotNull();
		assertThat(refusal.status()).isEqualTo(status);
		return refusal.errors().stream().map((error) -> error.field() + " " + error.code()).toList();
	}

}
