package org.huiling.policy.rulesimport;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.RulesReport;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Shows what is wrong with the rules; the service is up all the same. */
@Component("rulesHealthIndicator")
class RulesHealthIndicator extends AbstractHealthIndicator {

	private final RulesReport report;

	private final PolicyCatalogue catalogue;

	private final DictionaryInForce dictionary;

	RulesHealthIndicator(RulesReport report, PolicyCatalogue catalogue, DictionaryInForce dictionary) {
		this.report = report;
		this.catalogue = catalogue;
		this.dictionary = dictionary;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up()
			.withDetail("published", this.catalogue.current().versions().size())
			.withDetail("problems", this.report.findings())
			.withDetail("factFiles",
					this.dictionary.problems()
						.stream()
						.map((problem) -> problem.in(FactFiles.DIRECTORY).toString())
						.toList());
	}

}
