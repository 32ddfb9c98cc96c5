package org.huiling.applicant.identity;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How file numbers are written and read. */
class FileNumberTests {

	private static final String CHARACTERS = "23456789CDFHJKMNPRTVWXY";

	@Test
	void theSameFileKeepsItsNumberForEver() {
		assertThat(new FileNumber(1)).hasToString("M6XM7PXM");
		assertThat(new FileNumber(2)).hasToString("7DW7HFVC");
		assertThat(new FileNumber(1_000_000)).hasToString("YPWJ2PHM");
	}

	@Test
	void readsWhatItWrites() {
		for (long count = 0; count < 3_404_825_447L; count += 1_234_567) {
			assertThat(FileNumber.read(new FileNumber(count).toString())).isEqualTo(new FileNumber(count));
		}
		FileNumber last = new FileNumber(3_404_825_446L);
		assertThat(FileNumber.read(last.toString())).isEqualTo(last);
		assertThatIllegalArgumentException().isThrownBy(() -> new FileNumber(3_404_825_447L));
	}

	@Test
	void noTwoFilesShareOne() {
		Set<String> numbers = new HashSet<>();
		for (long count = 1; count <= 200_000; count++) {
			assertThat(numbers.add(new FileNumber(count).toString())).as("file %d", count).isTrue();
		}
	}

	@Test
	void noticesEveryWrongCharacterAndEveryTwoThatChangedPlaces() {
		for (long count = 1; count < 3_000_000_000L; count += 99_999_989) {
			String number = new FileNumber(count).toString();
			for (int i = 0; i < number.length(); i++) {
				for (char wrong : CHARACTERS.toCharArray()) {
					if (wrong != number.charAt(i)) {
						assertWrong(number.substring(0, i) + wrong + number.substring(i + 1));
					}
				}
				for (int j = i + 1; j < number.length(); j++) {
					if (number.charAt(i) != number.charAt(j)) {
						assertWrong(number.substring(0, i) + number.charAt(j) + number.substring(i + 1, j)
								+ number.charAt(i) + number.substring(j + 1));
					}
				}
			}
		}
	}

	@Test
	void lowerCaseSpacesHyphensAndFullWidthAreNoMatter() {
		FileNumber number = new FileNumber(4711);
		String written = number.toString();
		String grouped = written.substring(0, 4) + "-" + written.substring(4);
		assertThat(FileNumber.read(grouped.toLowerCase())).isEqualTo(number);
		assertThat(FileNumber.read(" " + written.substring(0, 4) + " " + written.substring(4))).isEqualTo(number);
		StringBuilder wide = new StringBuilder();
		written.chars().forEach((character) -> wide.append((char) (character - '!' + '！')));
		assertThat(FileNumber.read(wide.toString())).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2", "22222222222", "0000000O", "欧阳锋", "2222222A", "00000000" })
	void refusesOtherForms(String text) {
		assertThat(catchThrowableOfType(FileNumber.Misread.class, () -> FileNumber.read(text)).code())
			.isEqualTo("FILE_NUMBER_FORM");
	}

	@ParameterizedTest
	@ValueSource(strings = { "欧阳锋", "John Smith", "买买提·吐尔逊", "Ng", "O'Neil", "" })
	void aNameIsNoNumber(String name) {
		assertThat(FileNumber.isMeant(name)).isFalse();
	}

	@Test
	void noSpreadsheetTakesOneForADateOrAPowerOfTen() {
		for (long count = 1; count < 100_000; count++) {
			assertThat(new FileNumber(count).toString()).doesNotContainPattern("[AEIOU01]");
		}
	}

	private static void assertWrong(String number) {
		assertThat(catchThrowableOfType(FileNumber.Misread.class, () -> FileNumber.read(number)).code()).as(number)
			.isEqualTo("FILE_NUMBER_CHECK");
	}

}
