package org.huiling.policy.drafts.trial;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.policy.drafts.store.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a policy or of standards as it was when somebody tried it: it stays the same
 * when the draft is changed.
 *
 * @param id the draft's id
 * @param digest of its files
 * @param jurisdiction its jurisdiction's id
 * @param program its program's id, null for one of standards
 * @param version what it would be published as, null for one of standards
 * @param files by path
 */
public record TriedDraft(UUID id, String digest, String jurisdiction, @Nullable String program,
		@Nullable String version, Map<String, byte[]> files) {

	public TriedDraft {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	static TriedDraft of(Draft draft) {
		Draft.Target target = draft.target();
		return (target != null)
				? new TriedDraft(draft.id(), draft.digest(), target.jurisdiction(), target.program(), target.version(),
						draft.contents())
				: new TriedDraft(draft.id(), draft.digest(), standards(draft).jurisdiction(), null, null,
						draft.contents());
	}

	private static Draft.StandardsTarget standards(Draft draft) {
		return java.util.Objects.requireNonNull(draft.standards());
	}

}
