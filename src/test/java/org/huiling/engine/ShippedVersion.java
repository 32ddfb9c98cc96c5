package org.huiling.engine;

import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Stream;

import org.huiling.facts.Period;

/**
 * A version that is shipped, on its jurisdiction's shelf.
 *
 * @param shelf all versions of the jurisdiction
 * @param policy one of them
 */
record ShippedVersion(Shelf shelf, CompiledPolicy policy) {

	static Stream<ShippedVersion> all() {
		return ShippedPolicies.jurisdictions()
			.stream()
			.map(ShippedPolicies::book)
			.flatMap((shelf) -> shelf.versions().stream().map((policy) -> new ShippedVersion(shelf, policy)));
	}

	/** A month of the version's first year, or the year after. */
	Period month(Random random) {
		return Period.of(YearMonth.from(this.policy.header().effectiveFrom()).plusMonths(random.nextInt(18)));
	}

	@Override
	public String toString() {
		return this.shelf.jurisdiction().id() + "/" + this.policy.program().id() + "/" + this.policy.version();
	}

}
