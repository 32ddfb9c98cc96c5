package org.huiling.applicant;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which regions jurisdictions have to do with. */
class RegionsInUseTests {

	/**
	 * The nation claims no region of its own, and a province is not one of its districts.
	 */
	@ParameterizedTest
	@CsvSource({ "379901, 379901, true", "379901, 3799, true", "379901, 379901003, true", "379902, 379901, false",
			"990000, '', false", "379902, 37, false" })
	void thoseOfADistrictOrPrefecture(String region, String prefix, boolean used) {
		assertThat(RegionsInUse.of(List.of("1101", prefix)).isUsed(region)).isEqualTo(used);
	}

}
