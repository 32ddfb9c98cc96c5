package org.huiling.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.huiling.audit.chain.AuditEntry;
import org.huiling.audit.chain.AuditStore;
import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKeys;
import org.jspecify.annotations.Nullable;
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
	 * @throws IllegalStateException if no key is configured: none is made here
	 */
	public OperatedTrail(Environment settings, DataSource database) throws IOException {
		Path missing = ChainKeys.missing(settings);
		if (missing != null) {
			throw new IllegalStateException("There is no audit key: neither huiling.audit-key nor " + missing + ".");
		}
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
	 * @return what was done; null if there is nothing to turn
	 */
	public @Nullable TurnedTrail turnKey() {
		Optional<TurnedTrail> turned = this.transaction.execute((status) -> {
			if (!isToBeTurned()) {
				return Optional.empty();
			}
			ChainEnd sealed = ChainEnd.in(this.client).stream().findAny().orElseThrow();
			ChainCheck check = new ChainCheck(this.keys.upTo(sealed));
			ChainEnd end = this.reads.walk(check::accept).get(0);
			Verification found = check.end(end, 0);
			long event = this.store.append(List.of(entry(AuditAction.AUDIT_KEY_TURNED,
					Map.of("checked", found.checked(), "intact", found.intact(), "last", end.last()))));
			String hash = ChainEnd.in(this.client).stream().findAny().orElseThrow().hash();
			return Optional.of(new TurnedTrail(event, hash, found.intact()));
		});
		return (turned != null) ? turned.orElse(null) : null;
	}

	/**
	 * A trail that goes on under another key.
	 *
	 * @param event the number of the event that says so
	 * @param hash its hash, to be kept elsewhere: whoever sets the trail back to before
	 * it cannot make it again
	 * @param intact whether all before it was as it had been written
	 */
	public record TurnedTrail(long event, String hash, boolean intact) {
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
