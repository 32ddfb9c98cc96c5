package org.huiling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A test that misspells a fact fails; it does not test somebody of whom less is known.
 */
class TestPersonTests {

	private static final TestPerson PERSON = TestPerson.born("1933-05-04")
		.named("试例甲")
		.with("hukou.region", "379901")
		.with("household.dibao", Map.of("type", "RURAL", "since", LocalDate.of(2012, 3, 1)))
		.with("pension.monthlyAmount", "80")
		.with("careLevel", 2)
		.with("statuses", List.of())
		.claim((claim) -> claim.with("id", "c1").with("date", "2013-06-03").with("kind", "INPATIENT"));

	@Test
	void isToldInPathsAndPlainValues() {
		assertThat(PERSON.toString()).isEqualTo("""
				{"birthDate":"1933-05-04","name":"试例甲","hukou":{"region":"379901"},\
				"household":{"dibao":{"type":"RURAL","since":"2012-03-01"}},"pension":{"monthlyAmount":80.00},\
				"careLevel":2,"statuses":[],"claims":[{"id":"c1","date":"2013-06-03","kind":"INPATIENT"}]}""");
		assertThat(RecordJson.of(PERSON.record())).isEqualTo(PERSON.json());
		assertThat(TestPerson.of(PERSON.record())).isEqualTo(PERSON).hasSameHashCodeAs(PERSON);
		assertThat(TestPerson.of(PERSON.json())).isEqualTo(PERSON);
	}

	@Test
	void eachChangeGivesAnotherPerson() {
		TestPerson other = PERSON.with("claims[0].totalCost", "12.5")
			.without("household.dibao.since", "careLevel", "residence.region");
		assertThat(other.at("claims[0].totalCost").decimalValue()).isEqualTo("12.50");
		assertThat(other.known()).containsExactly("birthDate", "name", "hukou", "hukou.region", "household",
				"household.dibao", "household.dibao.type", "pension", "pension.monthlyAmount", "statuses", "claims",
				"claims[0].id", "claims[0].date", "claims[0].kind", "claims[0].totalCost");
		assertThat(PERSON.at("claims[0].totalCost").isMissingNode()).isTrue();
		assertThat(PERSON.at("careLevel").intValue()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "hokou.region, 379901", "hukou.regoin, 379901", "hukou.region.code, 379901", "hukou[0].region, 379901",
			"claims.totalCost, 1.00", "claims[0].tier, CITY", "household.dibao.kind, RURAL", "hukou, 379901",
			"birthDate, 1933-02-30", "deathDate, soon", "sex, female", "household.dibao.type, RUARL",
			"claims[0].hospitalTier, VILLAGE", "pension.monthlyAmount, 1.005", "careLevel, two",
			"household.livingAlone, yes", "statuses, TEKUN" })
	void aPathWithoutAFactAndAValueThatItCannotHaveAreRefused(String path, String value) {
		assertThatThrownBy(() -> PERSON.with(path, value)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void whatIsNoFactIsRefusedHoweverItIsTold() {
		assertThatThrownBy(() -> PERSON.without("hukou.regoin")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PERSON.with("household.dibao", Map.of("kind", "RURAL")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PERSON.claim((claim) -> claim.with("tier", "CITY")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> TestPerson.of(TestPerson.facts().with("birthday", "1933-05-04")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> TestPerson.of(PERSON.json().put("careLevle", 1)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PERSON.with("claims[0].date", "2013-06-31"))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
