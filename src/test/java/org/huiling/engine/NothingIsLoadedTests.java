package org.huiling.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What watches over the hostile files would see a version that is loaded. */
class NothingIsLoadedTests {

	@Test
	void aVersionThatIsLoadedIsSeen() {
		long before = NothingIsLoaded.now();
		Shelf shelf = TinyPolicy.monthly()
			.parameter("seen", "12.34", "CNY")
			.rule("可见", "Applicant( alive == true )", "benefit.pay(P.seen);")
			.shelf();
		assertThat(NothingIsLoaded.ruleClassesSince(before)).contains("policy.rules.P")
			.anyMatch((name) -> name.startsWith("policy.rules.Rules"));
		assertThat(NothingIsLoaded.ruleClassesSince(NothingIsLoaded.now())).isEmpty();
		assertThat(shelf.versions()).isNotEmpty();
	}

	@Test
	void soIsAClassThatGoesAgain() throws Exception {
		long before = NothingIsLoaded.now();
		for (int i = 0; i < 2; i++) {
			TinyPolicy.monthly()
				.parameter("seen", "12.34", "CNY")
				.rule("可见", "Applicant( alive == true )", "benefit.pay(P.seen);")
				.shelf();
		}
		System.gc();
		assertThat(NothingIsLoaded.ruleClassesSince(before)).filteredOn("policy.rules.P"::equals).hasSizeGreaterThan(1);
	}

}
