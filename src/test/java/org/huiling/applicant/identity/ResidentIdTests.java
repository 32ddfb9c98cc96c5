package org.huiling.applicant.identity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.huiling.TestFacts;
import org.huiling.facts.MadeUpIds;
import org.huiling.facts.Sex;
import org.huiling.input.StrictJson;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ResidentIdTests {

	private static final LocalDate BIRTH = LocalDate.of(1933, 2, 15);

	private static final String ID = MadeUpIds.of(BIRTH, 2);

	@Test
	void knowsItsParts() {
		ResidentId id = new ResidentId(ID);
		assertThat(id.hasRightCheckDigit()).isTrue();
		assertThat(id.birthDate()).isEqualTo(BIRTH);
		assertThat(id.sex()).isEqualTo(Sex.FEMALE);
		assertThat(id.region()).isEqualTo("379901");
		assertThat(id.masked()).isEqualTo("379901************");
		assertThat(id).hasToString(id.masked());
	}

	@Test
	void knowsThePublishedExampleOfTheStandard() {
		assertThat(new ResidentId("11010519491231002X").hasRightCheckDigit()).isTrue();
		assertThat(new ResidentId("440524188001010014").hasRightCheckDigit()).isTrue();
	}

	@Test
	void everyOtherCheckDigitIsWrong() {
		for (char digit : "0123456789X".toCharArray()) {
			ResidentId id = new ResidentId(ID.substring(0, 17) + digit);
			assertThat(id.hasRightCheckDigit()).isEqualTo(ID.charAt(17) == digit);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", " %s ", "\u3000%s\u00a0", "%s\\t" })
	void takesSpacesAway(String form) {
		assertThat(errors(form.formatted(ID), "FEMALE")).isEmpty();
	}

	@Test
	void takesFullWidthAndLowerCase() {
		String id = MadeUpIds.checked(xDigits());
		assertThat(id).endsWith("X");
		assertThat(ResidentId.normalise(id.toLowerCase(Locale.ROOT))).isEqualTo(id);
		StringBuilder wide = new StringBuilder();
		id.toLowerCase(Locale.ROOT).chars().forEach((c) -> wide.append((char) (c + '！' - '!')));
		assertThat(ResidentId.normalise(wide.toString())).isEqualTo(id);
		assertThat(ResidentId.normalise(id.substring(0, 6) + " " + id.substring(6))).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "37990119330215002, RESIDENT_ID_FORMAT, 0", "3799011933021500222, RESIDENT_ID_FORMAT, 0",
			"X79901193302150022, RESIDENT_ID_FORMAT, 0", "张三, RESIDENT_ID_FORMAT, 0", "'', RESIDENT_ID_FORMAT, 0",
			"3.79901E+17, RESIDENT_ID_FORMAT, 1", "3.79901193302150e17, RESIDENT_ID_FORMAT, 1" })
	void refusesOtherForms(String text, String code, int spreadsheet) {
		assertThat(errors(text, "FEMALE")).containsExactly(FieldError.of("residentId", code, spreadsheet));
	}

	@Test
	void refusesOldMaskedAndDamagedIds() {
		assertThat(errors("379901330215002", "FEMALE")).containsExactly(FieldError.of("residentId", "RESIDENT_ID_15"));
		assertThat(errors("379901********0022", "FEMALE"))
			.containsExactly(FieldError.of("residentId", "RESIDENT_ID_MASKED"));
		assertThat(errors("379901193302151000", "MALE")).containsExactly(FieldError.of("residentId", "CHECK_DIGIT", 1));
	}

	@Test
	void refusesAWrongCheckDigitWithoutHintingAtTheRightOne() {
		char wrong = (ID.charAt(17) == '5') ? '6' : '5';
		assertThat(errors(ID.substring(0, 17) + wrong, "FEMALE"))
			.containsExactly(FieldError.of("residentId", "CHECK_DIGIT", 0));
	}

	@Test
	void refusesADayThatNeverWas() {
		assertThat(errors(MadeUpIds.checked("37990119330229002"), "FEMALE"))
			.containsExactly(FieldError.of("residentId", "RESIDENT_ID_DATE"));
		assertThat(errors(MadeUpIds.checked("37990117330215002"), "FEMALE"))
			.containsExactly(FieldError.of("residentId", "RESIDENT_ID_DATE"));
	}

	@Test
	void refusesAnotherBirthDateOrSex() {
		assertThat(errors(MadeUpIds.of(BIRTH.plusDays(1), 2), "FEMALE"))
			.containsExactly(FieldError.of("residentId", "BIRTH_DATE_MISMATCH", "birthDate"));
		assertThat(errors(ID, "MALE")).containsExactly(FieldError.of("residentId", "SEX_MISMATCH", "sex"));
	}

	@ParameterizedTest
	@CsvSource({ "3799, true", "3700, true", "9999, true", "3702, false", "1101, false", "4290, false", "8100, false",
			"8300, false", "8101, true", "5002, false", "3771, true" })
	void warnsOfARegionNobodyWasAssigned(String prefix, boolean warned) {
		ResidentId id = new ResidentId(MadeUpIds.checked(prefix + "0119330215002"));
		assertThat(IssuingRegion.isKnown(id)).isEqualTo(!warned);
	}

	@Test
	void neverEchoesTheId() {
		char wrong = (ID.charAt(17) == '5') ? '6' : '5';
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
				() -> read(ID.substring(0, 17) + wrong, "MALE"));
		assertThat(refusal.getMessage() + refusal.errors()).doesNotContain(ID.substring(0, 8), "19330215");
	}

	private static String xDigits() {
		for (int sequence = 1; sequence <= 999; sequence++) {
			String id = MadeUpIds.of(BIRTH, sequence);
			if (id.endsWith("X")) {
				return id.substring(0, 17);
			}
		}
		throw new AssertionError();
	}

	private static List<FieldError> errors(String id, String sex) {
		try {
			read(id, sex);
			return List.of();
		}
		catch (InvalidInput refusal) {
			assertThat(refusal.status()).isEqualTo(422);
			return refusal.errors();
		}
	}

	private static void read(String id, String sex) {
		byte[] body = "{\"birthDate\": \"%s\", \"sex\": \"%s\", \"residentId\": \"%s\"}".formatted(BIRTH, sex, id)
			.getBytes(StandardCharsets.UTF_8);
		TestFacts.on(LocalDate.of(2013, 10, 1)).read(StrictJson.read(body));
	}

}
