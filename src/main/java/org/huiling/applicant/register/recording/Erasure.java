package org.huiling.applicant.register.recording;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erases a person when the records need not be kept any longer: {@code huiling.retention}
 * after the last of them was recorded. What was decided is kept elsewhere, without id,
 * name and account.
 */
@Component
public class Erasure {

	private final PersonStore store;

	private final Recording recording;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final Clock clock;

	private final Period retention;

	private final List<ErasedFiles> others;

	Erasure(PersonStore store, Recording recording, RecordedTime time, AuditTrail audit, Clock clock,
			@Value("${huiling.retention}") Period retention, List<ErasedFiles> others) {
		this.others = others;
		this.store = store;
		this.recording = recording;
		this.time = time;
		this.audit = audit;
		this.clock = clock;
		this.retention = retention;
	}

	@Transactional
	public void erase(UUID id) {
		this.recording.writable(id, null);
		History history = this.store.history(id, false);
		LocalDate last = LocalDate.ofInstant(history.known().get(history.known().size() - 1).recordedAt(),
				this.clock.getZone());
		LocalDate first = last.plus(this.retention);
		if (first.isAfter(LocalDate.now(this.clock))) {
			throw new Refusal(409, "RETENTION", first.toString());
		}
		Set<UUID> files = this.store.files(id);
		for (UUID file : files) {
			this.store.erase(file, this.time.stamp());
			this.audit.record(AuditAction.APPLICANT_ERASED, file.toString(), Map.of());
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				files.forEach((file) -> Erasure.this.others.forEach((other) -> other.erased(file)));
			}

		});
	}

}
