package org.huiling.applicant.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lists.BulkRecording;
import org.huiling.applicant.register.lists.BulkUpdating;
import org.huiling.applicant.register.lists.ListOrder;
import org.huiling.applicant.register.recording.ElsewhereLimit;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes batches, each in one transaction with how far the import came: a line is on file
 * if and only if it is counted.
 */
@Component
class BatchWriter {

	/** Warnings that are listed; further ones are counted only. */
	static final int MOST_WARNINGS = 1000;

	private static final int TRIES = 5;

	private final BulkRecording bulk;

	private final BulkUpdating updating;

	private final Namesakes namesakes;

	private final ImportStore store;

	private final ElsewhereLimit limit;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	BatchWriter(BulkRecording bulk, BulkUpdating updating, Namesakes namesakes, ImportStore store, ElsewhereLimit limit,
			AuditTrail audit, PlatformTransactionManager transactions) {
		this.bulk = bulk;
		this.updating = updating;
		this.namesakes = namesakes;
		this.store = store;
		this.limit = limit;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Somebody may record one of the people at the very same moment. */
	void write(ImportOrder order, ImportRun run, Batch batch, long line, byte[] digest, ApplicantReader reading) {
		for (int attempt = 1;; attempt++) {
			try {
				this.transaction.executeWithoutResult((status) -> once(order, run, batch, line, digest, reading));
				return;
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	private void once(ImportOrder order, ImportRun run, Batch batch, long line, byte[] digest,
			ApplicantReader reading) {
		long left = Math.max(0, MOST_WARNINGS - this.store.read(run.id()).warnings());
		Batch.Outcome outcome = order.mode().updates() ? update(order, run, batch, left, reading)
				: add(order, run, batch, left);
		List<LineRemark> remarks = outcome.count().remarks();
		this.store.note(run.id(), remarks);
		this.namesakes.told(remarks.stream().filter(LineRemark::isOfNamesake).map(LineRemark::namesake).toList(),
				run.id());
		this.store.advance(run.id(), line, digest, outcome.count());
	}

	private Batch.Outcome update(ImportOrder order, ImportRun run, Batch batch, long warningsLeft,
			ApplicantReader reading) {
		return batch.outcome(
				this.updating.take(batch.people(),
						new ListOrder(run.id(), order.by(), order.regions(), reading, order.dryRun())),
				this.limit.again(), warningsLeft);
	}

	private Batch.Outcome add(ImportOrder order, ImportRun run, Batch batch, long warningsLeft) {
		Map<UUID, BulkRecording.Holder> onFile = this.bulk.onFile(batch.newcomers(), run.id(), order.regions());
		if (order.dryRun()) {
			// a trial tells nothing of files elsewhere, and whoever is told is counted
			onFile.values().removeIf(BulkRecording.Holder::isElsewhere);
		}
		int elsewhere = order.dryRun() ? Integer.MAX_VALUE : this.limit.left(order.by());
		Map<UUID, RecordWarning> same = this.namesakes.of(batch.strangers(), run.id(), order.regions());
		Batch.Outcome outcome = batch.outcome(onFile, same, elsewhere, this.limit.again(), warningsLeft);
		if (!order.dryRun()) {
			this.bulk.write(outcome.accepted(), run.id(), order.by());
		}
		if (!outcome.found().isEmpty()) {
			this.audit.recordOf(AuditAction.RESIDENT_ID_FOUND, run.id().toString(), Map.of("by", "IMPORT"),
					outcome.found());
		}
		if (!this.limit.count(order.by(), outcome.foundElsewhere(),
				Map.of("by", "IMPORT", "import", run.id().toString()))) {
			throw new PessimisticLockingFailureException("another import of the account was told meanwhile");
		}
		return outcome;
	}

}
