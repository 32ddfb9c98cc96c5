package org.huiling.policy.factfiles;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.policy.factfiles.FactFileCheck.Checked;
import org.huiling.policy.published.PolicyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Puts checked fact files in force as the next revision of the dictionary. Whoever lives
 * where a policy may answer otherwise by it counts as touched.
 */
@Component
public class FactFilePublishing {

	private final DictionaryInForce dictionary;

	private final FactFileCheck checks;

	private final PolicyStore policies;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	FactFilePublishing(DictionaryInForce dictionary, FactFileCheck checks, PolicyStore policies, AuditTrail trail,
			JdbcClient jdbc) {
		this.dictionary = dictionary;
		this.checks = checks;
		this.policies = policies;
		this.trail = trail;
		this.jdbc = jdbc;
	}

	/**
	 * Publishes fact files, in the caller's transaction if there is one. They are in
	 * force when that commits and {@link org.huiling.policy.PolicyPublishing#takeIn} has
	 * returned.
	 * @param checked what was found right
	 * @param factFile the name of the file that changed, or of all those that did
	 * @param hands who answers for it, null for what the rules directory brings
	 * @return the revision; none if another one, or a version, was published since the
	 * check, or somebody was recorded with what it takes away, so that it has to be made
	 * again and the transaction is rolled back
	 */
	@Transactional
	public Optional<Published> publish(Checked checked, String factFile, DictionaryInForce.@Nullable Hands hands) {
		String digest = Objects.requireNonNull(checked.dictionary()).digest();
		Optional<DictionaryInForce.Published> published = this.dictionary.publish(checked.files(), digest,
				checked.revision(), hands);
		// the revision itself counts as one change
		if (published.isEmpty() || this.policies.revision() != checked.catalogue() + 1
				|| this.checks.isUsedByNow(checked)) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
			return Optional.empty();
		}
		int revision = published.get().revision();
		checked.affected()
			.stream()
			.map((version) -> version.id().jurisdiction())
			.distinct()
			.forEach((jurisdiction) -> this.jdbc
				.sql("insert into dictionary_touch (revision, jurisdiction) values (?, ?)")
				.params(revision, jurisdiction)
				.update());
		this.trail.record(AuditAction.FACT_FILE_PUBLISHED, factFile,
				(hands != null) ? Map.of("revision", revision, "digest", digest, "draft", hands.draft().toString(),
						"approvedBy", hands.approvedBy()) : Map.of("revision", revision, "digest", digest));
		return Optional.of(new Published(revision, digest, published.get().at()));
	}

	/**
	 * A revision that was put in force.
	 *
	 * @param revision its number
	 * @param digest over all its files
	 * @param at since when it is known
	 */
	public record Published(int revision, String digest, Instant at) {
	}

}
