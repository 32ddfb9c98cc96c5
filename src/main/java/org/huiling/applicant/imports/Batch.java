package org.huiling.applicant.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lists.BulkRecording;
import org.huiling.applicant.register.lists.LineOutcome;
import org.huiling.applicant.register.lists.Newcomer;
import org.huiling.applicant.register.lists.PersonLine;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a file, written in one transaction: newcomers, or people who may be on
 * file.
 */
final class Batch {

	private final List<Newcomer> newcomers = new ArrayList<>();

	private final List<PersonLine> people = new ArrayList<>();

	/** By their numbers. */
	private final Map<Long, ImportLine> lines = new HashMap<>();

	private final Map<UUID, List<RecordWarning>> warnings = new HashMap<>();

	private final List<LineRemark> refusals = new ArrayList<>();

	private int refused;

	private int size;

	void add(Newcomer newcomer, ImportLine line, List<RecordWarning> about) {
		this.newcomers.add(newcomer);
		this.lines.put(line.number(), line);
		this.warnings.put(newcomer.id(), about);
		this.size++;
	}

	void add(PersonLine person, ImportLine line) {
		this.people.add(person);
		this.lines.put(line.number(), line);
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
	 * Who they are, by their ids; but for those who stand in the file twice, which is
	 * said of them already.
	 */
	Map<UUID, Namesakes.Person> strangers() {
		Map<UUID, Namesakes.Person> strangers = new LinkedHashMap<>();
		for (Newcomer newcomer : this.newcomers) {
			if (this.warnings.getOrDefault(newcomer.id(), List.of()).stream().noneMatch(Namesakes::isInFile)) {
				strangers.put(newcomer.id(), new Namesakes.Person(newcomer.id(), newcomer.hashes()));
			}
		}
		return strangers;
	}

	List<PersonLine> people() {
		return this.people;
	}

	/**
	 * What becomes of the lines when it is known who is on file.
	 * @param onFile who has an id, by newcomer
	 * @param same of whom another file may be, by newcomer
	 * @param elsewhere how many may be told to be on file elsewhere; after them no line
	 * with a resident id is tried
	 * @param again when they may be tried again
	 * @param warningsLeft how many may be listed
	 */
	Outcome outcome(Map<UUID, BulkRecording.Holder> onFile, Map<UUID, RecordWarning> same, int elsewhere,
			LocalDate again, long warningsLeft) {
		Count count = new Count(warningsLeft);
		List<Newcomer> accepted = new ArrayList<>();
		Set<UUID> found = new LinkedHashSet<>();
		Set<UUID> foundElsewhere = new LinkedHashSet<>();
		for (Newcomer newcomer : this.newcomers) {
			BulkRecording.Holder holder = onFile.get(newcomer.id());
			boolean untold = holder == null || holder.isElsewhere();
			FieldError error = (untold && newcomer.residentHash() != null && foundElsewhere.size() >= elsewhere)
					? FieldError.of(newcomer.subject().id(), ImportFault.NOT_TRIED.name(), again.toString())
					: (holder != null) ? error(holder, newcomer.subject()) : null;
			if (error == null) {
				accepted.add(newcomer);
				count.add(newcomer.line(), new LineOutcome.Added(warnings(newcomer, same.get(newcomer.id()))));
				continue;
			}
			count.add(newcomer.line(), new LineOutcome.Refused(List.of(error)));
			if (holder != null && error.code().equals(ImportFault.ON_FILE_ELSEWHERE.name())) {
				foundElsewhere.add(holder.person());
			}
			else if (holder != null && error.code().equals(ImportFault.ON_FILE.name())) {
				found.add(holder.person());
			}
		}
		return new Outcome(count, accepted, found, foundElsewhere);
	}

	/** What became of the lines about people who may be on file, in their order. */
	Outcome outcome(List<LineOutcome> outcomes, LocalDate again, long warningsLeft) {
		Count count = new Count(warningsLeft);
		for (int i = 0; i < outcomes.size(); i++) {
			LineOutcome outcome = outcomes.get(i);
			Subject subject = RecordLayout.subject(this.people.get(i).facts());
			if (outcome instanceof LineOutcome.Taken taken) {
				outcome = new LineOutcome.Refused(List.of(error(taken.holder(), subject)));
			}
			else if (outcome instanceof LineOutcome.NotTried) {
				outcome = new LineOutcome.Refused(
						List.of(FieldError.of(subject.id(), ImportFault.NOT_TRIED.name(), again.toString())));
			}
			count.add(this.people.get(i).number(), outcome);
		}
		return new Outcome(count, List.of(), Set.of(), Set.of());
	}

	private List<RecordWarning> warnings(Newcomer newcomer, @Nullable RecordWarning same) {
		List<RecordWarning> about = this.warnings.getOrDefault(newcomer.id(), List.of());
		return (same == null) ? about : Stream.concat(about.stream(), Stream.of(same)).toList();
	}

	/**
	 * What becomes of the lines.
	 *
	 * @param count how many of each
	 * @param accepted newcomers to be written
	 * @param found whom the caller sees and is told to be on file
	 * @param foundElsewhere who is told to be on file elsewhere
	 */
	record Outcome(Count count, List<Newcomer> accepted, Set<UUID> found, Set<UUID> foundElsewhere) {
	}

	/** Adds up what became of lines, and what is to be noted about them. */
	final class Count {

		private final long warningsLeft;

		private final List<LineRemark> remarks = new ArrayList<>(Batch.this.refusals);

		private int added;

		private int updated;

		private int unchanged;

		private int refusals = Batch.this.refused;

		private int warned;

		private Count(long warningsLeft) {
			this.warningsLeft = warningsLeft;
		}

		int added() {
			return this.added;
		}

		int updated() {
			return this.updated;
		}

		int unchanged() {
			return this.unchanged;
		}

		int refused() {
			return this.refusals;
		}

		int warnings() {
			return this.warned;
		}

		List<LineRemark> remarks() {
			return this.remarks;
		}

		private void add(long line, LineOutcome outcome) {
			if (outcome instanceof LineOutcome.Added one) {
				this.added++;
				warn(line, one.warnings());
			}
			else if (outcome instanceof LineOutcome.Updated one) {
				this.updated++;
				warn(line, one.warnings());
			}
			else if (outcome instanceof LineOutcome.Unchanged) {
				this.unchanged++;
			}
			else if (outcome instanceof LineOutcome.Refused refusal) {
				this.refusals++;
				this.remarks
					.addAll(Batch.remarks(Objects.requireNonNull(Batch.this.lines.get(line)), refusal.errors()));
			}
			else {
				throw new IllegalStateException("a line of which nobody says what became of it");
			}
		}

		private void warn(long line, List<RecordWarning> about) {
			int number = 0;
			for (RecordWarning warning : about) {
				boolean listed = this.warned++ < this.warningsLeft;
				if (listed || LineOutcome.OTHER_NAME.equals(warning.code())) {
					this.remarks.add(new LineRemark(line, ++number, warning.field(), warning.code(), false,
							warning.arguments(), null));
				}
			}
		}

	}

	private static FieldError error(BulkRecording.Holder holder, Subject subject) {
		String field = subject.id();
		if (holder.line() != null) {
			return FieldError.of(field, ImportFault.DUPLICATE_IN_FILE.name(), holder.line());
		}
		return holder.visible() ? FieldError.of(field, ImportFault.ON_FILE.name(), holder.person().toString())
				: FieldError.of(field, ImportFault.ON_FILE_ELSEWHERE.name());
	}

	private static List<LineRemark> remarks(ImportLine line, List<FieldError> errors) {
		List<LineRemark> remarks = new ArrayList<>();
		for (FieldError error : errors) {
			remarks.add(new LineRemark(line.number(), remarks.size() + 1, error.field(), error.code(), true,
					error.arguments(), remarks.isEmpty() ? line.text() : null));
		}
		return remarks;
	}

}
