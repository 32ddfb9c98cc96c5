package org.huiling.policy;

import java.util.Map;
import java.util.Optional;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds jurisdictions and programs; every one is recorded. */
@Component
class Owners {

	private static final int CONFLICT = 409;

	private final PolicyStore store;

	private final PolicyPublisher publisher;

	private final CurrentUser user;

	private final AuditTrail trail;

	Owners(PolicyStore store, PolicyPublisher publisher, CurrentUser user, AuditTrail trail) {
		this.store = store;
		this.publisher = publisher;
		this.user = user;
		this.trail = trail;
	}

	/**
	 * Adds a jurisdiction. One below another's prefix takes its people over.
	 * @param wanted the jurisdiction
	 * @throws Refusal 403 {@code OUTSIDE_REGION}, 409 {@code JURISDICTION_EXISTS} or
	 * {@code PREFIX_TAKEN}
	 */
	@Transactional
	public void add(Jurisdiction wanted) {
		this.user.requireRegion(wanted.regionPrefix());
		if (this.publisher.add(wanted)) {
			this.trail.record("JURISDICTION_CREATED", wanted.id(), Map.of("regionPrefix", wanted.regionPrefix()));
			return;
		}
		Jurisdiction other = this.store.jurisdictions()
			.stream()
			.filter((each) -> each.regionPrefix().equals(wanted.regionPrefix()) && !each.id().equals(wanted.id()))
			.findFirst()
			.orElseThrow(() -> new Refusal(CONFLICT, "JURISDICTION_EXISTS", wanted.id()));
		throw new Refusal(CONFLICT, "PREFIX_TAKEN", wanted.regionPrefix(), other.id());
	}

	/**
	 * Adds a program, or renames it; what decisions rest on stays as it was.
	 * @param jurisdiction the jurisdiction's id
	 * @param wanted the program
	 * @param rename whether one that there is may be renamed
	 * @return whether it is new
	 * @throws Refusal 403 {@code OUTSIDE_REGION}, 404 {@code JURISDICTION_NOT_FOUND}, 409
	 * {@code PROGRAM_EXISTS} or {@code PROGRAM_FIXED}
	 */
	@Transactional
	public boolean put(String jurisdiction, Program wanted, boolean rename) {
		Jurisdiction owner = this.store.jurisdictions()
			.stream()
			.filter((each) -> each.id().equals(jurisdiction))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("JURISDICTION_NOT_FOUND", jurisdiction));
		this.user.requireRegion(owner.regionPrefix());
		String subject = jurisdiction + "/" + wanted.id();
		if (this.publisher.add(jurisdiction, wanted)) {
			this.trail.record("PROGRAM_CREATED", subject, Map.of("cycle", wanted.cycle().name()));
			return true;
		}
		if (!rename) {
			throw new Refusal(CONFLICT, "PROGRAM_EXISTS", subject);
		}
		if (!known(jurisdiction, wanted.id()).map((known) -> OwnerImport.withNameOf(wanted, known))
			.filter(wanted::equals)
			.isPresent()) {
			throw new Refusal(CONFLICT, "PROGRAM_FIXED", subject);
		}
		this.publisher.put(jurisdiction, wanted);
		this.trail.record("PROGRAM_RENAMED", subject, Map.of());
		return false;
	}

	private Optional<Program> known(String jurisdiction, String program) {
		return this.store.programs()
			.stream()
			.filter((each) -> each.jurisdiction().equals(jurisdiction))
			.map(PolicyStore.OwnedProgram::program)
			.filter((each) -> each.id().equals(program))
			.findFirst();
	}

}
