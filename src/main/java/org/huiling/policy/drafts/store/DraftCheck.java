package org.huiling.policy.drafts.store;

import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.standard.Standards;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.standards.StandardsCheck;
import org.jspecify.annotations.Nullable;

/**
 * What came of the check of a draft.
 *
 * @param report what was found
 * @param revision the number of the revision of the dictionary that it was made with
 * @param beside the standards that it was made with
 * @param facts the check of a fact file, else null
 * @param standards the check of standards, else null
 */
public record DraftCheck(CheckReport report, int revision, Standards beside, FactFileCheck.@Nullable Checked facts,
		StandardsCheck.@Nullable Checked standards) {
}
