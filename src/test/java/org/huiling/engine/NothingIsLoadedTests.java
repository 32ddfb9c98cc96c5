package org.huiling.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What watches over the hostile files would see a version that is loaded. */
class NothingIsLoadedTests {

	@Test
	void aVersionThatIsLoadedIsSeen() throws Exception {
		int before = NothingIsLoaded.ruleClasses().size();
		Shelf shelf = TinyPolicy.monthly()
			.parameter("seen", "12.34", "CNY")
			.rule("可见", "Applicant( alive == true )", "benefit.pay(P.seen);")
			.shelf();
		assertThat(NothingIsLoaded.ruleClasses()).hasSizeGreaterThan(before);
		assertThat(shelf.versions()).isNotEmpty();
	}

}
