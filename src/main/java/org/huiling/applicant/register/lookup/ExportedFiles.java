package org.huiling.applicant.register.lookup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a person for an export of everything, which is noted. */
@Component
public class ExportedFiles {

	private final PersonStore store;

	private final Visibility visibility;

	private final EndedFiles ended;

	private final RevealLimit reveals;

	private final AuditTrail audit;

	ExportedFiles(PersonStore store, Visibility visibility, EndedFiles ended, RevealLimit reveals, AuditTrail audit) {
		this.store = store;
		this.visibility = visibility;
		this.ended = ended;
		this.reveals = reveals;
		this.audit = audit;
	}

	/**
	 * The file that goes on, and those merged into it; also of somebody who was erased.
	 * @throws org.huiling.problem.Refusal 404 if they are not on file or lie outside of
	 * the caller's regions; 410 if the file was merged; 429 if too many numbers were
	 * revealed to the caller today
	 */
	@Transactional
	public Found find(UUID id, Reveal reveal) {
		PersonRow person = this.store.find(id, this.visibility.condition(), false).orElseThrow(Visibility::notFound);
		this.ended.requireUnmerged(person, null);
		if (!reveal.isNothing()) {
			this.reveals.count(this.visibility.name());
		}
		this.audit.record(AuditAction.APPLICANT_EXPORTED, id.toString(), reveal.details());
		Set<UUID> files = this.store.files(id);
		return new Found(person, this.store.filed(files, Filed::new), this.store.histories(files, true));
	}

	/**
	 * What was found.
	 *
	 * @param row the file that goes on
	 * @param rows all of them, that one among them
	 * @param histories what is recorded in each
	 */
	public record Found(PersonRow row, List<Filed> rows, Map<UUID, History> histories) {

		/** What is recorded in one of them. */
		public History history(UUID file) {
			return Objects.requireNonNull(this.histories.get(file));
		}

	}

	/**
	 * A file with where it lies and where it came from.
	 *
	 * @param row the file
	 * @param regions below which it is kept
	 * @param importRun the import that brought it, null if none did
	 */
	public record Filed(PersonRow row, List<String> regions, @Nullable UUID importRun) {
	}

}
