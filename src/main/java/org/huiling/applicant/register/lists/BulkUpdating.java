package org.huiling.applicant.register.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.recording.ElsewhereLimit;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.SealedIdentity;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.storage.BinaryCopy;
import org.huiling.storage.RecordedTime;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what lists say about people on file, many at once: each line as {@code PUT
 * /applicants/{id}/records} would, in the order of the lines, so that a second line about
 * a person sees what came of the first.
 */
@Component
public class BulkUpdating {

	private final FileOpening opening;

	private final PersonStore store;

	private final PersonHashes hashes;

	private final Namesakes namesakes;

	private final BulkRecording bulk;

	private final PlannedRecords planned;

	private final SealedIdentity identity;

	private final RecordedTime time;

	private final ElsewhereLimit limit;

	private final AuditTrail audit;

	private final DataSource dataSource;

	BulkUpdating(FileOpening opening, PersonStore store, PersonHashes hashes, Namesakes namesakes, BulkRecording bulk,
			PlannedRecords planned, SealedIdentity identity, RecordedTime time, ElsewhereLimit limit, AuditTrail audit,
			DataSource dataSource) {
		this.opening = opening;
		this.store = store;
		this.hashes = hashes;
		this.namesakes = namesakes;
		this.bulk = bulk;
		this.planned = planned;
		this.identity = identity;
		this.time = time;
		this.limit = limit;
		this.audit = audit;
		this.dataSource = dataSource;
	}

	/**
	 * Takes lines.
	 * @param lines in their order
	 * @param order for whom and when
	 * @return what became of each
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<LineOutcome> take(List<PersonLine> lines, ListOrder order) {
		OpenFiles files = this.opening.open(lines, order);
		LineTaking taking = new LineTaking(files, this.hashes, this.bulk, order,
				order.dryRun() ? Integer.MAX_VALUE : this.limit.left(order.by()));
		List<LineOutcome> outcomes = lines.stream().map(taking::take).toList();
		if (order.dryRun()) {
			this.planned.keep(order.run(), taking.planned());
		}
		else {
			write(files, order);
		}
		tell(taking, order);
		return warned(lines, outcomes, this.namesakes.of(taking.others(), order.run(), order.own()));
	}

	private static List<LineOutcome> warned(List<PersonLine> lines, List<LineOutcome> outcomes,
			Map<Long, RecordWarning> same) {
		if (same.isEmpty()) {
			return outcomes;
		}
		List<LineOutcome> warned = new ArrayList<>();
		for (int i = 0; i < outcomes.size(); i++) {
			RecordWarning warning = same.get(lines.get(i).number());
			warned.add((warning != null) ? outcomes.get(i).with(warning) : outcomes.get(i));
		}
		return warned;
	}

	/** Who was found is noted, and who is on file elsewhere is counted. */
	private void tell(LineTaking taking, ListOrder order) {
		if (!taking.found().isEmpty()) {
			this.audit.recordOf(AuditAction.RESIDENT_ID_FOUND, order.run().toString(), Map.of("by", "IMPORT"),
					taking.found());
		}
		if (!this.limit.count(order.by(), taking.foundElsewhere(),
				Map.of("by", "IMPORT", "import", order.run().toString()))) {
			throw new PessimisticLockingFailureException("another import of the account was told meanwhile");
		}
	}

	/** Stamped last: whoever records waits from then on until this is committed. */
	private void write(OpenFiles files, ListOrder order) {
		List<Newcomer> begun = files.all()
			.stream()
			.map(OpenFile::newcomer)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.toList();
		List<OpenFile> changed = files.changed();
		if (!begun.isEmpty()) {
			this.bulk.begin(begun, order.run());
		}
		find(changed);
		Stamps stamps = new Stamps(this.time);
		if (!begun.isEmpty()) {
			this.bulk.record(begun, order.by(), stamps.of(0));
		}
		records(changed, stamps);
		changed.forEach((file) -> file.additions()
			.forEach((addition) -> this.audit.record(addition.action(), file.id().toString(), addition.details())));
	}

	/** What people are found by from now on. */
	private void find(List<OpenFile> changed) {
		List<UUID> as = new ArrayList<>();
		List<Integer> grown = new ArrayList<>();
		for (OpenFile file : changed) {
			if (!file.isFoundAnew()) {
				as.add(file.id());
				grown.add(file.additions().size());
			}
			else if (!this.store.update(file.id(), file.additions().size(), this.hashes.of(file.history().last()))) {
				throw new PessimisticLockingFailureException("somebody took a resident id at this very moment");
			}
			file.additions()
				.forEach(
						(addition) -> this.store.addRegions(file.id(), PersonStore.regions(addition.record().facts())));
		}
		this.store.grow(as, grown);
	}

	private void records(List<OpenFile> changed, Stamps stamps) {
		if (changed.isEmpty()) {
			return;
		}
		BinaryCopy rows = new BinaryCopy(
				"applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts, identity)", 7);
		for (OpenFile file : changed) {
			int before = (file.newcomer() != null) ? 1 : 0;
			for (int i = 0; i < file.additions().size(); i++) {
				StoredRecord record = file.additions().get(i).record();
				rows.row()
					.uuid(file.id())
					.uuid(record.id())
					.date(record.validFrom())
					.instant(stamps.of(before + i))
					.text(record.recordedBy())
					.jsonb(PersonStore.MAPPER.writeValueAsBytes(this.identity.without(record.facts())))
					.bytes(this.identity.seal(record.id(), record.facts()));
			}
		}
		rows.send(this.dataSource);
	}

	/** A first, second … instant, for the records of one person in their order. */
	private static final class Stamps {

		private final List<Instant> given = new ArrayList<>();

		private final RecordedTime time;

		Stamps(RecordedTime time) {
			this.time = time;
		}

		Instant of(int place) {
			while (this.given.size() <= place) {
				this.given.add(this.time.stamp());
			}
			return this.given.get(place);
		}

	}

}
