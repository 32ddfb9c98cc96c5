package org.huiling.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RegionScopeTests {

	@Test
	void reachesWhatLiesBelowAPrefix() {
		RegionScope regions = new RegionScope(List.of("379901", "379902003"));
		assertThat(regions.covers("379901")).isTrue();
		assertThat(regions.covers("379901003001")).isTrue();
		assertThat(regions.covers("379902003")).isTrue();
		assertThat(regions.covers("379902")).isFalse();
		assertThat(regions.covers("37990")).isFalse();
	}

	@Test
	void reachesEverywhereOrNowhere() {
		assertThat(RegionScope.EVERYWHERE.covers("110101")).isTrue();
		assertThat(RegionScope.NOWHERE.covers("110101")).isFalse();
		assertThat(RegionScope.EVERYWHERE.condition("region")).isEqualTo("true");
		assertThat(RegionScope.NOWHERE.condition("region")).isEqualTo("false");
	}

	@Test
	void becomesAConditionOfAQuery() {
		assertThat(new RegionScope(List.of("379901", "37990")).condition("h.region"))
			.isEqualTo("(h.region like '379901%' or h.region like '37990%')");
	}

	@Test
	void takesDigitsOnly() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionScope(List.of("1' or '1'='1")));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionScope(List.of("3799%")));
	}

}
