package org.huiling.engine;

/** Asks the model district's shipped programs one by one. */
final class ModelDistrict {

	static final String ALLOWANCE = "old-age-allowance";

	static final String TOP_UP = "low-income-top-up";

	static final String LIVING = "living-subsidy";

	private ModelDistrict() {
	}

	static Shelf book() {
		return ShippedPolicies.book("model-district");
	}

	static Verdict allowance(String month, People person) {
		return book().ask(ALLOWANCE, month, person);
	}

	static Verdict topUp(String month, People person) {
		return book().ask(TOP_UP, month, person);
	}

	static Verdict living(String month, People person) {
		return book().ask(LIVING, month, person);
	}

	static Verdict homeCare(String month, People person) {
		return book().ask("home-care-service", month, person);
	}

	static Verdict waiver(String year, People person) {
		return book().ask("contribution-waiver", year, person);
	}

	static Verdict accident(String year, People person) {
		return book().ask("accident-insurance", year, person);
	}

	static Verdict medical(String claim, String year, People person) {
		return book().claim("medical-reimbursement", claim, year, person.always());
	}

	static Verdict relief(String claim, String year, People person) {
		return book().claim("hardship-relief", claim, year, person.always());
	}

}
