package org.huiling.policy;

import org.huiling.applicant.RegionsInUse;
import org.huiling.engine.Jurisdiction;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The regions of the jurisdictions that are published. While the service starts, people
 * are read to check fact files against them, which the catalogue waits for: nothing is
 * published then, and nobody sees what is odd about them.
 */
@Component
class JurisdictionRegions implements RegionsInUse, SmartInitializingSingleton {

	private final ObjectProvider<PolicyCatalogue> catalogues;

	private volatile @Nullable PolicyCatalogue catalogue;

	JurisdictionRegions(ObjectProvider<PolicyCatalogue> catalogues) {
		this.catalogues = catalogues;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.catalogue = this.catalogues.getObject();
	}

	@Override
	public boolean isUsed(String region) {
		PolicyCatalogue known = this.catalogue;
		return known != null && RegionsInUse.of(known.jurisdictions().stream().map(Jurisdiction::regionPrefix).toList())
			.isUsed(region);
	}

}
