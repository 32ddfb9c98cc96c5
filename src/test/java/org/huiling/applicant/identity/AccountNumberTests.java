package org.huiling.applicant.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** One account is one however it is typed; what is none is refused. */
class AccountNumberTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final LocalDate TODAY = LocalDate.of(2013, 10, 1);

	@ParameterizedTest
	@ValueSource(strings = { "6228480000000018", " 6228 4800 0000 0018 ", "6228-4800-0000-0018", "6228‐4800–0000—0018",
			"６２２８４８００００００００１８", "６２２８　４８００　００００　００１８", "'6228480000000018", "’6228480000000018", "\t6228480000000018\t",
			"=\"6228480000000018\"", "＝＂6228480000000018＂", "\"6228480000000018\"", "'=\"6228480000000018\"",
			"\uFEFF6228480000000018", "6228480000\u200B000018", "\u202A6228480000000018\u202C",
			"6228\u00A04800\u00A00000\u00A00018", "6228\u00AD480000000018", "6228480000000018\r\n" })
	void oneAccountInEverySpelling(String typed) {
		TestPerson person = TestPerson.of(TestFacts.on(TODAY).read(applicant(typed)).record());
		assertThat(person.at("payee.account").asString()).isEqualTo("6228480000000018");
	}

	@ParameterizedTest
	@CsvSource({ "6.22848E+18, ACCOUNT_DAMAGED", "6.22848e18, ACCOUNT_DAMAGED", "６．２２８４８Ｅ＋１８, ACCOUNT_DAMAGED",
			"6228480000000018.0, ACCOUNT_DAMAGED", "6228480000000018., ACCOUNT_DAMAGED", "存折, ACCOUNT_FORM",
			"现金发放, ACCOUNT_FORM", "62284800000000l8, ACCOUNT_FORM", "********0018, ACCOUNT_MASKED",
			"622848******0018, ACCOUNT_MASKED", "-, ACCOUNT_FORM", "0000000, ACCOUNT_LENGTH",
			"622848000000001862284800000000186, ACCOUNT_LENGTH", "#N/A, ACCOUNT_FORM",
			"6228480000000018/6228480000000019, ACCOUNT_FORM" })
	void whatIsNoAccountIsRefused(String typed, String code) {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
				() -> TestFacts.on(TODAY).read(applicant(typed)));
		assertThat(refusal.errors()).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("payee.account");
			assertThat(error.code()).isEqualTo(code);
			assertThat(error.arguments()).containsExactly(AccountNumber.SHORTEST, AccountNumber.LONGEST);
		});
	}

	@ParameterizedTest
	@CsvSource({ "10012345, false", "60123456789012345678901234567890, false", "6228480000000018, true",
			"6228480000000010, true", "6228480402564890018, false", "6228480402564880000, true",
			"622848040256489001, false", "4228480000000010, false" })
	void aWrongCheckDigitOfACardIsAWarningAtMost(String account, boolean warned) {
		ReadApplicant read = TestFacts.on(TODAY).read(applicant(account));
		List<RecordWarning> warnings = read.warnings();
		assertThat(warnings).extracting(RecordWarning::code)
			.isEqualTo(warned ? List.of("ACCOUNT_CHECK_DIGIT") : List.of());
		if (warned) {
			assertThat(warnings.get(0).arguments()).containsExactly(account.endsWith("0000") ? 1 : 0);
		}
	}

	@Test
	void whatIsOnFileFromBeforeStaysReadable() {
		InputErrors errors = new InputErrors();
		ObjectNode body = MAPPER.createObjectNode();
		body.set("facts", applicant("存折"));
		ReadApplicant read = Objects
			.requireNonNull(TestFacts.on(TODAY).readOnFile(JsonFields.of(body, Set.of("facts"), errors), "facts"));
		errors.throwIfAny();
		assertThat(TestPerson.of(read.record()).at("payee.account").asString()).isEqualTo("存折");
		assertThat(read.warnings()).containsExactly(new RecordWarning("ACCOUNT_UNUSABLE", "facts.payee.account",
				List.of(AccountNumber.SHORTEST, AccountNumber.LONGEST)));
		assertThat(AccountNumber.onFile("6228 4800 0000 0018")).isEqualTo("6228480000000018");
		assertThat(AccountNumber.onFile("存折")).isEqualTo("存折");
	}

	@Test
	void aResidentIdIsGuardedInTheSameWays() {
		for (String typed : new String[] { "\t379901193302158016", "'379901193302158016", "=\"379901193302158016\"",
				"\uFEFF379901193302158016\u200B", "３７９９０１ 19330215 8016" }) {
			ObjectNode applicant = MAPPER.createObjectNode().put("birthDate", "1933-02-15").put("residentId", typed);
			assertThat(TestPerson.of(TestFacts.on(TODAY).read(applicant).record()).at("residentId").asString())
				.as(typed)
				.isEqualTo("379901193302158016");
		}
	}

	private static ObjectNode applicant(String account) {
		ObjectNode applicant = MAPPER.createObjectNode().put("birthDate", "1933-02-15");
		applicant.putObject("payee").put("account", account);
		return applicant;
	}

}
