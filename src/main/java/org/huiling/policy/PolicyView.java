package org.huiling.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/** What the API shows of programs and policies. */
final class PolicyView {

	private PolicyView() {
	}

	/** A program with the jurisdiction it belongs to. */
	record ProgramItem(String jurisdiction, String id, Bilingual name, Cycle cycle, String unit, int order,
			PaidTo paidTo) {

		static ProgramItem of(String jurisdiction, Program program) {
			return new ProgramItem(jurisdiction, program.id(), program.name(), program.cycle(), program.unit(),
					program.order(), program.paidTo());
		}

	}

	/** A version in a list. */
	record VersionItem(String jurisdiction, String program, String version, String digest, Bilingual title,
			LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, Instant publishedAt,
			@Nullable Instant withdrawnAt, VersionState state) {

		static VersionItem of(PublishedVersion version, VersionState state) {
			VersionId id = version.id();
			return new VersionItem(id.jurisdiction(), id.program(), id.version(), version.digest(), version.title(),
					version.effectiveFrom(), version.effectiveTo(), version.publishedAt(), version.withdrawnAt(),
					state);
		}

	}

	/** A version by itself, with all it says but its rules. */
	record VersionPage(String jurisdiction, String program, String version, String digest, Bilingual title,
			String basis, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, Instant publishedAt,
			@Nullable Instant withdrawnAt, VersionState state, List<PolicyHeader.Parameter> parameters,
			List<FileItem> files) {

		static VersionPage of(PublishedVersion version, VersionState state, PolicyHeader header, PolicyFiles files) {
			VersionId id = version.id();
			return new VersionPage(id.jurisdiction(), id.program(), id.version(), version.digest(), version.title(),
					version.basis(), version.effectiveFrom(), version.effectiveTo(), version.publishedAt(),
					version.withdrawnAt(), state, header.parameters(), FileItem.all(files));
		}

	}

	/**
	 * A file of a version.
	 *
	 * @param path inside the version's directory
	 * @param size in bytes
	 * @param digest SHA-256 over its bytes
	 */
	record FileItem(String path, int size, String digest) {

		static List<FileItem> all(PolicyFiles files) {
			return files.files()
				.entrySet()
				.stream()
				.map((file) -> new FileItem(file.getKey(), file.getValue().length, Sha256.of(file.getValue())))
				.toList();
		}

	}

}
