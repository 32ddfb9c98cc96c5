package org.huiling.audit;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail for whoever works on a database while no service runs. */
public final class OperatedTrail {

	private static final String SUBJECT = "keys";

	private final ChainKeys keys;

	private final JdbcClient client;

	private final AuditReads reads;

	private final AuditStore store;

	private final TransactionTemplate transaction;

	/**
	 * The trail of a database.
	 * @param settings of the service, with its keys
	 * @param database with the schema of the service
	 * @throws IOException if a file of keys cannot be read
	 */
	public OperatedTrail(Environment settings, DataSource database) throws IOException {
		this.keys = ChainKeys.of(settings);
		this.reads = new AuditReads(database);
		this.client = JdbcClient.create(database);
		this.store = new AuditStore(this.client, new JdbcTemplate(database), this.keys.current(), Clock.systemUTC());
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
	}

	/**
	 * Whether the trail ends under an earlier key than the one in use.
	 * @return false too where nothing is recorded yet
	 * @throws IllegalStateException if its end is sealed with none of the keys
	 */
	public boolean isToBeTurned() {
		ChainEnd end = ChainEnd.in(this.client).stream().findAny().orElse(null);
		if (end != null && (end.last() == 0 || this.keys.current().seals(end))) {
			return false;
		}
		if (end == null || !this.keys.areToBeTurned(end)) {
			throw new IllegalStateException("The end of the audit trail is sealed with none of the keys"
					+ " (huiling.audit-key, huiling.audit-keys-before).");
		}
		return true;
	}

	/**
	 * Goes on under the key in use: reads the trail with the earlier keys, and adds an
	 * event that says what it came to. Its hash, of the new key, is over the last one of
	 * the earlier key, which so never changes unnoticed, whoever has that key.
	 * @return the number of the event; empty if there is nothing to turn
	 */
	public OptionalLong turnKey() {
		OptionalLong event = this.transaction.execute((status) -> {
			if (!isToBeTurned()) {
				return OptionalLong.empty();
			}
			ChainCheck check = new ChainCheck(new ChainKeys(this.keys.earlier()));
			ChainEnd end = this.reads.walk(check::accept).get(0);
			Verification found = check.end(end, 0);
			return OptionalLong.of(this.store.append(List.of(entry(AuditAction.AUDIT_KEY_TURNED, Map.of("checked",
					found.checked(), "intact", found.intact(), "last", end.last(), "sealBefore", end.seal())))));
		});
		return (event != null) ? event : OptionalLong.empty();
	}

	/**
	 * Records what the operator did, in the transaction that is open.
	 * @param action what
	 * @param details what else matters; never personal data or secrets
	 */
	public void record(AuditAction action, Map<String, ?> details) {
		this.store.append(List.of(entry(action, details)));
	}

	private static AuditEntry entry(AuditAction action, Map<String, ?> details) {
		return new AuditEntry(AuditTrail.SYSTEM, action.name(), SUBJECT,
				JsonMapper.shared().writeValueAsString(new TreeMap<>(details)));
	}

}
