package org.huiling.policy.owner;

import org.springframework.stereotype.Component;

/**
 * What can be proposed about jurisdictions and programs.
 *
 * @param newJurisdiction one is added
 * @param correctedJurisdiction one is described anew
 * @param newProgram one is added
 * @param correctedProgram one is described anew
 */
@Component
record OwnerActions(NewJurisdiction newJurisdiction, CorrectedJurisdiction correctedJurisdiction, NewProgram newProgram,
		CorrectedProgram correctedProgram) {
}
