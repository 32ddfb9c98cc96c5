package org.huiling.applicant.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The form and the check character of unified social credit codes. */
class CreditCodeTests {

	/** Codes of well-known companies, as their public registers show them. */
	@ParameterizedTest
	@ValueSource(strings = { "91110000802100433B", "91440300708461136T", "914403001922038216", "91330100799655058B",
			"52379901MA00000018" })
	void theCheckCharacterFits(String code) {
		assertThat(new CreditCode(code).hasRightCheckCharacter()).isTrue();
	}

	/** Any other character in any place but one is found. */
	@Test
	void anyOtherCharacterIsFound() {
		String code = "52379901MA00000018";
		for (int i = 0; i < code.length(); i++) {
			char other = (code.charAt(i) == '7') ? '6' : '7';
			String wrong = code.substring(0, i) + other + code.substring(i + 1);
			assertThat(new CreditCode(wrong).hasRightCheckCharacter()).as(wrong).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "52379901MA0000001", "52379901MA000000180", "52379901MI00000018", "52379901MO00000018",
			"52379901MS00000018", "52379901MV00000018", "52379901MZ00000018", "5237990AMA00000018",
			"52379901ma00000018" })
	void anotherFormIsNone(String text) {
		assertThat(CreditCode.hasForm(text)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode(text));
	}

	@ParameterizedTest
	@CsvSource({ "' 52379901ma00000018 ', 52379901MA00000018", "５２３７９９０１ＭＡ００００００１８, 52379901MA00000018",
			"52379901-MA00000018, 52379901-MA00000018" })
	void isReadAsItIsTyped(String typed, String code) {
		assertThat(CreditCode.normalise(typed)).isEqualTo(code);
	}

}
