package org.huiling.policy.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.facts.Subject;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

/** What the API shows of programs and policies. */
public final class PolicyView {

	private PolicyView() {
	}

	/**
	 * A program with the jurisdiction it belongs to; over what, if not the claims; about
	 * whom, if not about people.
	 */
	public record ProgramItem(String jurisdiction, String id, Bilingual name, Cycle cycle, String unit, int order,
			PaidTo paidTo, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String over,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean appliesBelow,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String subject) {

		public static ProgramItem of(String jurisdiction, Program program) {
			return new ProgramItem(jurisdiction, program.id(), program.name(), program.cycle(), program.unit(),
					program.order(), program.paidTo(), program.over().isClaims() ? null : program.over().list(),
					program.appliesBelow() ? Boolean.TRUE : null,
					(program.subject() != Subject.PERSON) ? program.subject().word() : null);
		}

	}

	/** A version in a list, or a draft of one, which has a draft's id and no digest. */
	public record VersionItem(String jurisdiction, String program, String version, @Nullable String digest,
			Bilingual title, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, @Nullable Instant publishedAt,
			@Nullable Instant withdrawnAt, VersionState state, @Nullable String corrects, boolean retroactive,
			@Nullable UUID draft) {

		public static VersionItem of(PublishedVersion version, VersionState state, ZoneId zone) {
			VersionId id = version.id();
			return new VersionItem(id.jurisdiction(), id.program(), id.version(), version.digest(), version.title(),
					version.effectiveFrom(), version.effectiveTo(), version.publishedAt(), version.withdrawnAt(), state,
					id.corrected(), version.isRetroactive(zone), null);
		}

	}

	/**
	 * What is being drafted.
	 *
	 * @param draft its id
	 * @param id the name it would be published under
	 * @param title what its author calls it
	 * @param effectiveFrom the first day it would govern
	 */
	public record DraftItem(UUID draft, VersionId id, Bilingual title, LocalDate effectiveFrom) {

		public VersionItem item(LocalDate today) {
			return new VersionItem(this.id.jurisdiction(), this.id.program(), this.id.version(), null, this.title,
					this.effectiveFrom, null, null, null, VersionState.DRAFT, this.id.corrected(),
					this.effectiveFrom.isBefore(today), this.draft);
		}

	}

	/** A version by itself, with all it says but its rules. */
	public record VersionPage(String jurisdiction, String program, String version, @Nullable String digest,
			Bilingual title, String basis, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo,
			@Nullable Instant publishedAt, @Nullable Instant withdrawnAt, VersionState state, @Nullable String corrects,
			boolean retroactive, @Nullable String publishedBy, @Nullable String approvedBy,
			@Nullable String withdrawnBy, @Nullable String withdrawalReason, List<PolicyHeader.Parameter> parameters,
			List<FileItem> files) {

		public static VersionPage of(VersionItem item, String basis, PolicyStore.Hands hands, PolicyHeader header,
				PolicyFiles files) {
			return new VersionPage(item.jurisdiction(), item.program(), item.version(), item.digest(), item.title(),
					basis, item.effectiveFrom(), item.effectiveTo(), item.publishedAt(), item.withdrawnAt(),
					item.state(), item.corrects(), item.retroactive(), hands.publishedBy(), hands.approvedBy(),
					hands.withdrawnBy(), hands.withdrawalReason(), header.parameters(), FileItem.all(files));
		}

	}

	/**
	 * A file of a version.
	 *
	 * @param path inside the version's directory
	 * @param size in bytes
	 * @param digest SHA-256 over its bytes
	 */
	public record FileItem(String path, int size, String digest) {

		static List<FileItem> all(PolicyFiles files) {
			return files.files()
				.entrySet()
				.stream()
				.map((file) -> new FileItem(file.getKey(), file.getValue().length,
						Sha256.of(file.getValue()).toString()))
				.toList();
		}

	}

}
