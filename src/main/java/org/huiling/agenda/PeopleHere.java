package org.huiling.agenda;

import java.util.Set;

import org.huiling.policy.PolicyCatalogue;

import org.springframework.stereotype.Component;

/** Whose people somebody is: one who moved away is looked after where they are now. */
@Component
class PeopleHere {

	private final PolicyCatalogue catalogue;

	PeopleHere(PolicyCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Whether a jurisdiction looks after somebody.
	 * @param jurisdiction its id
	 * @param regions where they live and are registered; none if that is not known
	 * @return true if one of the regions is its own, and not that of another one below it
	 */
	boolean are(String jurisdiction, Set<String> regions) {
		return regions.isEmpty() || regions.stream()
			.anyMatch((region) -> this.catalogue.jurisdictionOf(region)
				.filter((one) -> one.id().equals(jurisdiction))
				.isPresent());
	}

}
