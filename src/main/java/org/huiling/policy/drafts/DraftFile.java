package org.huiling.policy.drafts;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A file of a draft.
 *
 * @param content its bytes
 */
@Table("policy_draft_file")
record DraftFile(byte[] content) {
}
