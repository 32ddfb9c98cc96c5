package org.huiling.audit;

import java.util.List;

import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKeys;

import org.springframework.stereotype.Component;

/** Compares the chain with its key, its stored end, and what this process has written. */
@Component
class AuditVerifier {

	private final AuditReads reads;

	private final ChainKeys keys;

	private final WrittenSoFar written;

	AuditVerifier(AuditReads reads, ChainKeys keys, WrittenSoFar written) {
		this.reads = reads;
		this.keys = keys;
		this.written = written;
	}

	/**
	 * Reads the whole chain.
	 * @return what was done to it behind the service's back
	 */
	Verification verify() {
		long known = this.written.last();
		ChainCheck check = new ChainCheck(this.keys);
		List<ChainEnd> heads = this.reads.walk(check::accept);
		return check.end(heads.isEmpty() ? null : heads.get(0), known);
	}

}
