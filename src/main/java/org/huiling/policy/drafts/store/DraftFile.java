package org.huiling.policy.drafts.store;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A file of a draft.
 *
 * @param content its bytes
 */
@Table("policy_draft_file")
@SuppressWarnings("ArrayRecordComponent") // a row as it is; files are compared by digest
record DraftFile(byte[] content) {
}
