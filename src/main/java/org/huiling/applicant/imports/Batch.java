package org.huiling.applicant.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.RecordWarning;
import org.huiling.applicant.register.BulkRecording;
import org.huiling.applicant.register.Newcomer;
import org.huiling.problem.FieldError;

/** Some lines of a file, written in one transaction. */
final class Batch {

	private final List<Newcomer> newcomers = new ArrayList<>();

	private final Map<UUID, ImportLine> lines = new HashMap<>();

	private final Map<UUID, List<RecordWarning>> warnings = new HashMap<>();

	private final List<Remark> refusals = new ArrayList<>();

	private int refused;

	private int size;

	void add(Newcomer newcomer, ImportLine line, List<RecordWarning> about) {
		this.newcomers.add(newcomer);
		this.lines.put(newcomer.id(), line);
		this.warnings.put(newcomer.id(), about);
		this.size++;
	}

	void refuse(ImportLine line, List<FieldError> errors) {
		this.refusals.addAll(remarks(line, errors));
		this.refused++;
		this.size++;
	}

	int size() {
		return this.size;
	}

	List<Newcomer> newcomers() {
		return this.newcomers;
	}

	/**
	 * What becomes of the lines when it is known who is on file.
	 * @param onFile who has an id, by newcomer
	 * @param elsewhere how many may be told to be on file elsewhere; after them no line
	 * with a resident id is tried
	 * @param again when they may be tried again
	 * @param warningsLeft how many may be listed
	 */
	Outcome outcome(Map<UUID, BulkRecording.Holder> onFile, int elsewhere, LocalDate again, long warningsLeft) {
		List<Remark> remarks = new ArrayList<>(this.refusals);
		List<Newcomer> accepted = new ArrayList<>();
		Set<UUID> found = new LinkedHashSet<>();
		Set<UUID> foundElsewhere = new LinkedHashSet<>();
		int count = 0;
		for (Newcomer newcomer : this.newcomers) {
			BulkRecording.Holder holder = onFile.get(newcomer.id());
			boolean untold = holder == null || holder.isElsewhere();
			FieldError error = (untold && newcomer.residentHash() != null && foundElsewhere.size() >= elsewhere)
					? FieldError.of("residentId", ImportFault.NOT_TRIED.name(), again.toString())
					: (holder != null) ? error(holder) : null;
			if (error != null) {
				remarks.addAll(remarks(Objects.requireNonNull(this.lines.get(newcomer.id())), List.of(error)));
				if (holder != null && error.code().equals(ImportFault.ON_FILE_ELSEWHERE.name())) {
					foundElsewhere.add(holder.person());
				}
				else if (holder != null && error.code().equals(ImportFault.ON_FILE.name())) {
					found.add(holder.person());
				}
				continue;
			}
			accepted.add(newcomer);
			int number = 0;
			for (RecordWarning warning : this.warnings.getOrDefault(newcomer.id(), List.of())) {
				if (count++ < warningsLeft) {
					remarks.add(new Remark(newcomer.line(), ++number, warning.field(), warning.code(), false,
							warning.arguments(), null));
				}
			}
		}
		return new Outcome(accepted, this.refused + this.newcomers.size() - accepted.size(), count, remarks, found,
				foundElsewhere);
	}

	/**
	 * What becomes of the lines.
	 *
	 * @param accepted those to be written
	 * @param refused how many are not
	 * @param warnings how many there are about those accepted
	 * @param remarks what is to be noted
	 * @param found whom the caller sees and is told to be on file
	 * @param foundElsewhere who is told to be on file elsewhere
	 */
	record Outcome(List<Newcomer> accepted, int refused, int warnings, List<Remark> remarks, Set<UUID> found,
			Set<UUID> foundElsewhere) {
	}

	private static FieldError error(BulkRecording.Holder holder) {
		if (holder.line() != null) {
			return FieldError.of("residentId", ImportFault.DUPLICATE_IN_FILE.name(), holder.line());
		}
		return holder.visible() ? FieldError.of("residentId", ImportFault.ON_FILE.name(), holder.person().toString())
				: FieldError.of("residentId", ImportFault.ON_FILE_ELSEWHERE.name());
	}

	private static List<Remark> remarks(ImportLine line, List<FieldError> errors) {
		List<Remark> remarks = new ArrayList<>();
		for (FieldError error : errors) {
			remarks.add(new Remark(line.number(), remarks.size() + 1, error.field(), error.code(), true,
					error.arguments(), remarks.isEmpty() ? line.text() : null));
		}
		return remarks;
	}

}
