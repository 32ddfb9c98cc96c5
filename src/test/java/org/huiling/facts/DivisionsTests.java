package org.huiling.facts;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What counties are called. */
class DivisionsTests {

	@Test
	void aCountyIsCalledWithItsProvinceAndCity() {
		assertThat(Divisions.county("230803")).isEqualTo("黑龙江省佳木斯市向阳区");
		assertThat(Divisions.county("230803001")).isEqualTo("黑龙江省佳木斯市向阳区");
		assertThat(Divisions.county("110105")).isEqualTo("北京市朝阳区");
	}

	@Test
	void aCodeThatWasGivenUpKeepsItsName() {
		assertThat(Divisions.county("110228")).isEqualTo("北京市密云县");
		assertThat(Divisions.county("110118")).isEqualTo("北京市密云区");
	}

	@Test
	void whatIsNoCountyHasNoName() {
		assertThat(Divisions.county("379901003")).isNull();
		assertThat(Divisions.county("11")).isNull();
		assertThat(Divisions.county("")).isNull();
	}

	@Test
	void countiesBelowAPrefixAreThoseOnly() {
		assertThat(Divisions.below("2308")).containsEntry("230803", "黑龙江省佳木斯市向阳区")
			.doesNotContainKeys("230800", "230103");
		assertThat(Divisions.below("")).isEmpty();
		assertThat(Divisions.below("230803001")).containsOnlyKeys("230803");
	}

}
