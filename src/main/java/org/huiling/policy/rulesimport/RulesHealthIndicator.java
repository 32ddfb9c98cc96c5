package org.huiling.policy.rulesimport;

import org.huiling.policy.PolicyCatalogue;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Shows what is wrong with the rules; the service is up all the same. */
@Component("rulesHealthIndicator")
class RulesHealthIndicator extends AbstractHealthIndicator {

	private final RulesReport report;

	private final PolicyCatalogue catalogue;

	RulesHealthIndicator(RulesReport report, PolicyCatalogue catalogue) {
		this.report = report;
		this.catalogue = catalogue;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up()
			.withDetail("published", this.catalogue.current().versions().size())
			.withDetail("problems", this.report.findings());
	}

}
