package org.huiling.applicant.imports;

import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.register.BulkRecording;
import org.huiling.applicant.register.ElsewhereLimit;
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

	private final ImportStore store;

	private final ElsewhereLimit limit;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	BatchWriter(BulkRecording bulk, ImportStore store, ElsewhereLimit limit, AuditTrail audit,
			PlatformTransactionManager transactions) {
		this.bulk = bulk;
		this.store = store;
		this.limit = limit;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Somebody may record one of the people at the very same moment. */
	void write(ImportOrder order, ImportRun run, Batch batch, long line, byte[] digest) {
		for (int attempt = 1;; attempt++) {
			try {
				this.transaction.executeWithoutResult((status) -> once(order, run, batch, line, digest));
				return;
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	private void once(ImportOrder order, ImportRun run, Batch batch, long line, byte[] digest) {
		Map<UUID, BulkRecording.Holder> onFile = this.bulk.onFile(batch.newcomers(), run.id(), order.regions());
		if (order.dryRun()) {
			// a trial tells nothing of files elsewhere, and whoever is told is counted
			onFile.values().removeIf(BulkRecording.Holder::isElsewhere);
		}
		int elsewhere = order.dryRun() ? Integer.MAX_VALUE : this.limit.left(order.by());
		long listed = this.store.read(run.id()).warnings();
		Batch.Outcome outcome = batch.outcome(onFile, elsewhere, this.limit.again(),
				Math.max(0, MOST_WARNINGS - listed));
		if (!order.dryRun()) {
			this.bulk.write(outcome.accepted(), run.id(), order.by());
		}
		this.store.note(run.id(), outcome.remarks());
		this.store.advance(run.id(), line, digest, outcome.accepted().size(), outcome.refused(), outcome.warnings());
		if (!outcome.found().isEmpty()) {
			this.audit.record("RESIDENT_ID_FOUND", run.id().toString(),
					Map.of("by", "IMPORT", "applicants", outcome.found()));
		}
		if (!this.limit.count(order.by(), outcome.foundElsewhere(),
				Map.of("by", "IMPORT", "import", run.id().toString()))) {
			throw new PessimisticLockingFailureException("another import of the account was told meanwhile");
		}
	}

}
