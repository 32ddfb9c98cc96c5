package org.huiling.policy.drafts.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.huiling.engine.Bilingual;
import org.huiling.policy.CheckAnswer;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A draft as the API shows it.
 *
 * @param id its id
 * @param revision counts its changes, as its ETag does
 * @param state how far it has come
 * @param jurisdiction its jurisdiction's id; null, as what follows, for a fact file
 * @param program its program's id; null, as what follows, for standards
 * @param version the name it is, or would be, published under
 * @param effectiveFrom the first day it governs
 * @param factFile the fact file's name, null for a policy
 * @param standards whether it is of the jurisdiction's standards
 * @param owner the jurisdiction whose fact file it is, null for everybody's
 * @param title what its author calls it
 * @param basedOn the version it began with
 * @param corrects the version in whose place it would stand
 * @param retroactive whether it takes effect before today
 * @param needs the drafts of fact files that it needs
 * @param files what it holds
 * @param digest of its files
 * @param author who began it
 * @param editors everybody who changed it; none of them may approve it
 * @param createdAt when it was begun
 * @param changedAt when it last changed
 * @param submittedBy who handed it in
 * @param approvedBy who approved it
 * @param rejectedBy who turned it down
 * @param reason why it was turned down
 * @param possible what may be done now
 * @param check what the check of these files found; null if there was none since the last
 * edit
 */
public record DraftView(UUID id, int revision, DraftState state, @Nullable String jurisdiction,
		@Nullable String program, @Nullable String version, @Nullable LocalDate effectiveFrom,
		@Nullable String factFile, boolean standards, @Nullable String owner, Bilingual title, @Nullable String basedOn,
		@Nullable String corrects, boolean retroactive, SortedSet<String> needs, List<FileItem> files, String digest,
		String author, SortedSet<String> editors, Instant createdAt, Instant changedAt, @Nullable String submittedBy,
		@Nullable String approvedBy, @Nullable String rejectedBy, @Nullable String reason, List<DraftMove> possible,
		@JsonRawValue @Schema(implementation = CheckAnswer.class) @Nullable String check) {

	/**
	 * A file.
	 *
	 * @param path inside the version's directory
	 * @param size in bytes
	 * @param digest SHA-256 over its bytes
	 */
	public record FileItem(String path, int size, String digest) {
	}

	/**
	 * A draft in a list.
	 *
	 * @param id its id
	 * @param state how far it has come
	 * @param jurisdiction its jurisdiction's id; null, as what follows, for a fact file
	 * @param program its program's id
	 * @param version the name it is, or would be, published under
	 * @param effectiveFrom the first day it governs
	 * @param factFile the fact file's name, null for a policy
	 * @param standards whether it is of the jurisdiction's standards
	 * @param title what its author calls it
	 * @param basedOn the version it began with
	 * @param author who began it
	 * @param changedAt when it last changed
	 */
	public record Item(UUID id, DraftState state, @Nullable String jurisdiction, @Nullable String program,
			@Nullable String version, @Nullable LocalDate effectiveFrom, @Nullable String factFile, boolean standards,
			@Embedded.Empty(prefix = "title_") Bilingual title, @Nullable String basedOn, String author,
			Instant changedAt) {
	}

	/**
	 * Whether something may be done now.
	 * @param move what
	 * @return true if the draft's state allows it, whoever asks
	 */
	public boolean allows(String move) {
		return this.possible.contains(DraftMove.valueOf(move));
	}

	public static DraftView of(Draft draft, @Nullable String corrects, boolean retroactive) {
		Draft.Target target = draft.target();
		Draft.Hands hands = draft.hands();
		Draft.FactFileTarget facts = draft.factFile();
		return new DraftView(draft.id(), draft.revision(), draft.state(),
				(target != null) ? target.jurisdiction()
						: (draft.standards() != null) ? draft.standards().jurisdiction() : null,
				(target != null) ? target.program() : null, (target != null) ? target.version() : null,
				(target != null) ? target.effectiveFrom() : null, (facts != null) ? facts.name() : null,
				draft.standards() != null, (facts != null) ? facts.owner() : null, draft.title(),
				(target != null) ? target.basedOn() : null, corrects, retroactive, draft.needs(),
				draft.contents().entrySet().stream().map((file) -> item(file.getKey(), file.getValue())).toList(),
				draft.digest(), draft.author(), draft.editors(), draft.createdAt(), draft.changedAt(),
				hands.submittedBy(), hands.approvedBy(), hands.rejectedBy(), hands.reason(),
				DraftMove.possible(draft.state()), (draft.checked() != null) ? draft.checked().report() : null);
	}

	public static FileItem item(String path, byte[] content) {
		return new FileItem(path, content.length, Sha256.of(content).toString());
	}

}
