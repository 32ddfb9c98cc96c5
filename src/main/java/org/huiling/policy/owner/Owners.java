package org.huiling.policy.owner;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Over;
import org.huiling.engine.Program;
import org.huiling.engine.files.Layering;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.policy.LayeredCurrencies;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.rulesimport.OwnerImport;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds jurisdictions and programs; every one is recorded. */
@Component
class Owners {

	private static final int CONFLICT = 409;

	private final PolicyStore store;

	private final PublishedPolicyWriter writer;

	private final CurrentUser user;

	private final AuditTrail trail;

	private final DictionaryInForce dictionary;

	private final LayeredCurrencies layers;

	Owners(PolicyStore store, PublishedPolicyWriter writer, CurrentUser user, AuditTrail trail,
			DictionaryInForce dictionary, LayeredCurrencies layers) {
		this.layers = layers;
		this.dictionary = dictionary;
		this.store = store;
		this.writer = writer;
		this.user = user;
		this.trail = trail;
	}

	/**
	 * Refuses a jurisdiction that cannot be added.
	 * @param wanted the jurisdiction
	 * @throws Refusal 409 {@code JURISDICTION_EXISTS}, {@code PREFIX_TAKEN} or
	 * {@code CURRENCY_BELOW}
	 */
	void requireFree(Jurisdiction wanted) {
		for (Jurisdiction other : this.store.jurisdictions()) {
			if (other.id().equals(wanted.id())) {
				throw new Refusal(CONFLICT, "JURISDICTION_EXISTS", wanted.id());
			}
			requireOtherPrefix(wanted, other);
		}
		refuse(this.layers.conflict(wanted));
	}

	private static void refuse(Optional<Layering> conflict) {
		conflict.ifPresent((one) -> {
			throw new Refusal(CONFLICT, "CURRENCY_BELOW", one.enclosing().id() + "/" + one.program().id(),
					one.enclosing().currency(), one.below().id(), one.below().currency());
		});
	}

	/**
	 * Refuses a program that is not paid as its jurisdiction pays, or that would apply
	 * below where is paid otherwise.
	 * @param jurisdiction the jurisdiction's id
	 * @param wanted the program
	 * @throws org.huiling.problem.InvalidInput 422 if its unit is not the currency
	 * @throws Refusal 409 {@code CURRENCY_BELOW}
	 */
	void requireCurrency(String jurisdiction, Program wanted) {
		Jurisdiction owner = get(jurisdiction);
		if (!owner.currency().equals(wanted.unit())) {
			throw OwnerFault.UNIT_OTHER_CURRENCY.refusal("unit", owner.currency());
		}
		refuse(this.layers.conflict(owner, wanted));
	}

	private static void requireOtherPrefix(Jurisdiction wanted, Jurisdiction other) {
		if (other.regionPrefix().equals(wanted.regionPrefix())) {
			throw new Refusal(CONFLICT, "PREFIX_TAKEN", wanted.regionPrefix(), other.id());
		}
	}

	/**
	 * Adds a jurisdiction. One below another's prefix takes its people over.
	 * @param wanted the jurisdiction
	 * @throws Refusal 409 {@code JURISDICTION_EXISTS} or {@code PREFIX_TAKEN}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(Jurisdiction wanted) {
		if (!this.writer.add(wanted)) {
			requireFree(wanted);
			throw new IllegalStateException(wanted.id() + " is free and cannot be added");
		}
		this.trail.record(AuditAction.JURISDICTION_CREATED, wanted.id(), details(wanted));
	}

	private static Map<String, Object> details(Jurisdiction jurisdiction) {
		return Map.of("name", jurisdiction.name(), "regionPrefix", jurisdiction.regionPrefix(), "currency",
				jurisdiction.currency());
	}

	/**
	 * A jurisdiction.
	 * @param id its id
	 * @return the jurisdiction
	 * @throws Refusal 404 {@code JURISDICTION_NOT_FOUND}
	 */
	Jurisdiction get(String id) {
		return this.store.jurisdictions()
			.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("JURISDICTION_NOT_FOUND", id));
	}

	/**
	 * Refuses to describe a jurisdiction anew as long as anything rests on what it is.
	 * @param wanted as it is to be
	 * @throws Refusal 404 {@code JURISDICTION_NOT_FOUND}, 409 {@code PREFIX_TAKEN},
	 * {@code CURRENCY_BELOW}, or {@code JURISDICTION_FIXED} if its prefix or currency
	 * would change and something was published
	 */
	void requireCorrectable(Jurisdiction wanted) {
		Jurisdiction known = get(wanted.id());
		this.user.requireRegion(known.regionPrefix());
		if (known.regionPrefix().equals(wanted.regionPrefix()) && known.currency().equals(wanted.currency())) {
			return;
		}
		if (this.writer.isPublished(wanted.id(), null)) {
			throw new Refusal(CONFLICT, "JURISDICTION_FIXED", wanted.id(), known.regionPrefix(), known.currency());
		}
		this.store.jurisdictions()
			.stream()
			.filter((other) -> !other.id().equals(wanted.id()))
			.forEach((other) -> requireOtherPrefix(wanted, other));
		refuse(this.layers.conflict(wanted));
	}

	/**
	 * Describes a jurisdiction anew; {@link #requireCorrectable} was asked before.
	 * @param wanted as it is to be
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void correct(Jurisdiction wanted) {
		Jurisdiction before = get(wanted.id());
		this.writer.correct(wanted);
		this.trail.record(AuditAction.JURISDICTION_CORRECTED, wanted.id(),
				Map.of("before", details(before), "after", details(wanted)));
	}

	/**
	 * Refuses to describe a program anew as long as anything rests on what it is.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @throws Refusal 409 {@code PROGRAM_FIXED} if a version of it was published
	 */
	void requireCorrectable(String jurisdiction, String program) {
		if (known(jurisdiction, program).isEmpty() || this.writer.isPublished(jurisdiction, program)) {
			throw new Refusal(CONFLICT, "PROGRAM_FIXED", jurisdiction + "/" + program);
		}
	}

	/**
	 * Describes a program anew; {@link #requireCorrectable} was asked before.
	 * @param jurisdiction the jurisdiction's id
	 * @param wanted as it is to be
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void correct(String jurisdiction, Program wanted) {
		Program before = known(jurisdiction, wanted.id()).orElseThrow();
		this.writer.correct(jurisdiction, wanted);
		this.trail.record(AuditAction.PROGRAM_CORRECTED, jurisdiction + "/" + wanted.id(),
				Map.of("before", details(before), "after", details(wanted)));
	}

	private static Map<String, Object> details(Program program) {
		Map<String, Object> details = new TreeMap<>(Map.of("name", program.name(), "cycle", program.cycle(), "unit",
				program.unit(), "order", program.order(), "paidTo", program.paidTo()));
		if (!program.over().isClaims()) {
			details.put("over", program.over().list());
		}
		if (program.subject() != Subject.PERSON) {
			details.put(Subject.FIELD, program.subject().word());
		}
		if (program.appliesBelow()) {
			details.put("appliesBelow", true);
		}
		return details;
	}

	/**
	 * Refuses a program that goes over a list whose items are no claims.
	 * @param wanted the program
	 * @throws org.huiling.problem.InvalidInput 422 if it names such a list
	 */
	void requireList(Program wanted) {
		Dictionary declared = requireSubject(wanted);
		Over over = wanted.over();
		if (over.isClaims() && (wanted.subject() == Subject.PERSON || wanted.cycle() != Cycle.CLAIM)) {
			return;
		}
		if (wanted.cycle() != Cycle.CLAIM) {
			throw OwnerFault.OVER_FOR_CLAIMS.refusal("over");
		}
		Over.Flaw flaw = over.flaw(declared);
		if (flaw != null) {
			throw OwnerFault.valueOf("OVER_" + flaw.name()).refusal("over", over.list());
		}
	}

	/** What is declared of whom a program is about. */
	private Dictionary requireSubject(Program wanted) {
		Dictionary declared = this.dictionary.current().of(wanted.subject());
		if (declared == null) {
			throw OwnerFault.NO_SUBJECT_FACTS.refusal(Subject.FIELD);
		}
		if (!wanted.paidTo().isFor(wanted.subject())) {
			throw OwnerFault.PAID_TO_OTHERS.refusal("paidTo");
		}
		if (wanted.subject() != Subject.PERSON && Program.STACKING.equals(wanted.id())) {
			throw OwnerFault.STACKING_OF_PEOPLE.refusal(Subject.FIELD);
		}
		return declared;
	}

	/**
	 * Whether there is a program.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @return true if there is
	 */
	boolean has(String jurisdiction, String program) {
		return known(jurisdiction, program).isPresent();
	}

	/**
	 * Refuses a program that there is.
	 * @param jurisdiction the jurisdiction's id
	 * @param program the program's id
	 * @throws Refusal 409 {@code PROGRAM_EXISTS}
	 */
	void requireFree(String jurisdiction, String program) {
		if (known(jurisdiction, program).isPresent()) {
			throw exists(jurisdiction, program);
		}
	}

	/**
	 * Adds a program.
	 * @param jurisdiction the jurisdiction's id
	 * @param wanted the program
	 * @throws Refusal 409 {@code PROGRAM_EXISTS}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(String jurisdiction, Program wanted) {
		if (!this.writer.add(jurisdiction, wanted)) {
			throw exists(jurisdiction, wanted.id());
		}
		this.trail.record(AuditAction.PROGRAM_CREATED, jurisdiction + "/" + wanted.id(), details(wanted));
	}

	private static Refusal exists(String jurisdiction, String program) {
		return new Refusal(CONFLICT, "PROGRAM_EXISTS", jurisdiction + "/" + program);
	}

	/**
	 * Renames a program; what decisions rest on stays as it was.
	 * @param jurisdiction the jurisdiction's id
	 * @param wanted the program
	 * @return false if there is no such program, or more than its name would change
	 * @throws Refusal 403 {@code OUTSIDE_REGION}, 404 {@code JURISDICTION_NOT_FOUND}
	 */
	@Transactional
	public boolean rename(String jurisdiction, Program wanted) {
		this.user.requireRegion(get(jurisdiction).regionPrefix());
		Optional<Program> known = known(jurisdiction, wanted.id());
		if (known.isEmpty() || !OwnerImport.withNameOf(wanted, known.get()).equals(wanted)) {
			return false;
		}
		this.writer.put(jurisdiction, wanted);
		this.trail.record(AuditAction.PROGRAM_RENAMED, jurisdiction + "/" + wanted.id(),
				Map.of("before", known.get().name(), "name", wanted.name()));
		return true;
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
