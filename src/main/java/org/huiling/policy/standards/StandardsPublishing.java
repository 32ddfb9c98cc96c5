package org.huiling.policy.standards;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.StandardsRevision;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck.Checked;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Puts checked standards in force. Whoever lives where a policy goes by them counts as
 * touched.
 */
@Component
public class StandardsPublishing {

	private final StandardsStore standards;

	private final PolicyStore store;

	private final DictionaryInForce dictionary;

	private final AuditTrail trail;

	StandardsPublishing(StandardsStore standards, PolicyStore store, DictionaryInForce dictionary, AuditTrail trail) {
		this.standards = standards;
		this.store = store;
		this.dictionary = dictionary;
		this.trail = trail;
	}

	/**
	 * Publishes standards, in the caller's transaction if there is one. They are in force
	 * when that commits and {@link org.huiling.policy.PolicyPublishing#takeIn} has
	 * returned.
	 * @param checked what was found right
	 * @param hands who answers for it, null for what the rules directory brings
	 * @return the revision; none if something else was published since the check, so that
	 * it has to be made again and the transaction is rolled back
	 */
	@Transactional
	public Optional<StandardsRevision> publish(Checked checked, DictionaryInForce.@Nullable Hands hands) {
		boolean words = this.dictionary.hold() == checked.dictionary();
		Optional<StandardsRevision> published = words
				? this.standards.publish(checked.jurisdiction(), checked.content(), checked.after(), hands)
				: Optional.empty();
		// the revision itself counts as one change
		if (published.isEmpty() || this.store.revision() != checked.catalogue() + 1) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
			return Optional.empty();
		}
		StandardsRevision revision = published.get();
		if (revision.number() > 1) {
			this.standards.touch(revision, touched(checked));
		}
		this.trail.record(AuditAction.STANDARDS_PUBLISHED, checked.jurisdiction(),
				(hands != null)
						? Map.of("revision", revision.number(), "digest", revision.digest(), "draft",
								hands.draft().toString(), "approvedBy", hands.approvedBy())
						: Map.of("revision", revision.number(), "digest", revision.digest()));
		return published;
	}

	/** Where a version that goes by them is assessed. */
	private Set<String> touched(Checked checked) {
		Set<String> touched = new TreeSet<>();
		for (PublishedVersion version : checked.affected()) {
			String owner = version.id().jurisdiction();
			touched.add(owner);
			boolean below = this.store.programs()
				.stream()
				.filter((one) -> one.jurisdiction().equals(owner))
				.map(PolicyStore.OwnedProgram::program)
				.anyMatch((program) -> program.id().equals(version.id().program()) && program.appliesBelow());
			if (below) {
				addBelow(owner, touched);
			}
		}
		return touched;
	}

	private void addBelow(String owner, Set<String> touched) {
		Jurisdiction enclosing = this.store.jurisdictions()
			.stream()
			.filter((one) -> one.id().equals(owner))
			.findFirst()
			.orElseThrow();
		this.store.jurisdictions()
			.stream()
			.filter((one) -> one.isBelow(enclosing))
			.map(Jurisdiction::id)
			.forEach(touched::add);
	}

}
