package org.huiling.crosscheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches the next block of a list: tasks, lines and progress in one transaction, so that
 * whatever happens a block is done once or not at all.
 */
@Component
class CrossCheckBlocks {

	/** How many lines are matched in one transaction. */
	static final int BLOCK = 500;

	private final CrossCheckStore store;

	private final LineFindings findings;

	private final AuditTrail audit;

	CrossCheckBlocks(CrossCheckStore store, LineFindings findings, AuditTrail audit) {
		this.store = store;
		this.findings = findings;
		this.audit = audit;
	}

	/**
	 * Matches the next block.
	 * @param id of the cross-check
	 * @return false if there is none, or somebody else is at it
	 */
	@Transactional
	public boolean next(UUID id) {
		Optional<CrossCheck> open = this.store.take(id);
		if (open.isEmpty()) {
			return false;
		}
		CrossCheck check = open.get();
		int before = this.store.matchedUntil(id);
		List<ListLine> lines = this.store.accepted(id, before, BLOCK);
		boolean last = lines.size() < BLOCK;
		int until = lines.isEmpty() ? before : lines.get(lines.size() - 1).number();
		LineFindings.Found found = this.findings.of(check, lines);
		this.store.came(id, found.lines());
		this.store.went(id, until, lines.size(), last);
		this.store.found(id, found.matched(), found.opened());
		if (last) {
			this.audit.record(AuditAction.CROSS_CHECK_COMPLETED, id.toString(),
					Map.of("kind", check.kind().name(), "lines", check.lines()));
		}
		return !last;
	}

}
