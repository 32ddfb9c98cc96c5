package org.huiling.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rosters: made, approved by somebody else, or discarded. */
@Component
class Rosters {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private static final int FORBIDDEN = 403;

	private static final int MONTHS_AHEAD = 3;

	private final RosterStore store;

	private final RosterMaker maker;

	private final Holds holds;

	private final WriteOffs writeOffs;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	Rosters(RosterStore store, RosterMaker maker, Holds holds, WriteOffs writeOffs, PolicyCatalogue catalogue,
			AuditTrail audit, CurrentUser user, Clock clock) {
		this.store = store;
		this.maker = maker;
		this.holds = holds;
		this.writeOffs = writeOffs;
		this.catalogue = catalogue;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Makes a roster.
	 * @param knownAt what is known by then counts
	 * @throws InvalidInput 422 naming the field
	 * @throws Refusal 409 {@code ROSTER_EXISTS} if the month has one,
	 * {@code ROSTER_LATER} if a later month has, {@code ROSTER_OPEN} while an earlier one
	 * waits for approval
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Roster make(RosterBody body, Instant knownAt) {
		requireJurisdiction(body.jurisdiction());
		if (body.month().isAfter(YearMonth.now(this.clock).plusMonths(MONTHS_AHEAD))) {
			throw refused(RosterFault.TOO_FAR_AHEAD);
		}
		this.store.lock(body.jurisdiction());
		PaymentRule rule = this.store.rule(body.jurisdiction(), body.month());
		if (!rule.paysIn(body.month())) {
			throw refused(RosterFault.NO_PAY_MONTH);
		}
		this.store.of(body.jurisdiction()).forEach((other) -> refuseBeside(other, body.month()));
		UUID id = this.maker.make(body.jurisdiction(), body.month(), rule, knownAt, this.user.name());
		Roster made = require(id);
		this.audit.record("ROSTER_MADE", id.toString(),
				Map.of("jurisdiction", made.jurisdiction(), "month", made.month().toString(), "lines",
						made.totals().lines(), "total", made.totals().total(), "digest", made.digest()));
		return made;
	}

	/**
	 * What a month's roster would hold if it were made now; nothing is written.
	 * @throws InvalidInput 422 naming the field
	 */
	@Transactional(readOnly = true)
	public Forecast forecast(String jurisdiction, YearMonth month, Instant knownAt) {
		requireJurisdiction(jurisdiction);
		PaymentRule rule = this.store.rule(jurisdiction, month);
		if (!rule.paysIn(month)) {
			throw refused(RosterFault.NO_PAY_MONTH);
		}
		Forecast forecast = new Forecast();
		this.maker.settle(jurisdiction, month, rule, knownAt, forecast);
		return forecast;
	}

	/**
	 * Approves a roster, and writes off what dead people owe where the rule says so.
	 * @throws Refusal 403 {@code OWN_ROSTER} to who made it, 409 if it is no draft, or
	 * {@code HELD_SINCE} if it pays somebody whose payments were held back meanwhile
	 */
	@Transactional
	public Roster approve(UUID id) {
		Roster roster = draft(id);
		if (roster.madeBy().equals(this.user.name())) {
			throw new Refusal(FORBIDDEN, "OWN_ROSTER");
		}
		this.holds.requireNoneSince(roster);
		this.store.approve(id, this.user.name());
		this.writeOffs.of(roster);
		this.audit.record("ROSTER_APPROVED", id.toString(), Map.of("digest", roster.digest()));
		return require(id);
	}

	/**
	 * Discards a draft, so that its month can be made again.
	 * @throws Refusal 409 if it is no draft
	 */
	@Transactional
	public Roster discard(UUID id) {
		draft(id);
		this.store.end(id, RosterState.DISCARDED, this.user.name());
		this.audit.record("ROSTER_DISCARDED", id.toString(), Map.of());
		return require(id);
	}

	private Roster draft(UUID id) {
		this.store.lock(visible(id).jurisdiction());
		Roster roster = require(id);
		if (roster.state() != RosterState.DRAFT) {
			throw new Refusal(CONFLICT, "ROSTER_NOT_DRAFT", roster.state().name());
		}
		return roster;
	}

	/** Those inside the caller's regions, the newest month first. */
	List<Roster> visible() {
		return this.store.all().stream().filter(this::isVisible).toList();
	}

	/**
	 * One inside the caller's regions.
	 * @throws Refusal 404 if there is none
	 */
	Roster visible(UUID id) {
		return this.store.find(id).filter(this::isVisible).orElseThrow(() -> Refusal.notFound("ROSTER_NOT_FOUND"));
	}

	private Roster require(UUID id) {
		return this.store.find(id).orElseThrow();
	}

	private boolean isVisible(Roster roster) {
		return this.catalogue.jurisdiction(roster.jurisdiction())
			.map((one) -> this.user.regions().covers(one.regionPrefix()))
			.orElse(false);
	}

	private static void refuseBeside(Roster other, YearMonth month) {
		if (other.month().equals(month)) {
			throw new Refusal(CONFLICT, "ROSTER_EXISTS", other.id().toString(), other.state().name());
		}
		if (other.month().isAfter(month)) {
			throw new Refusal(CONFLICT, "ROSTER_LATER", other.month().toString());
		}
		if (other.state() == RosterState.DRAFT) {
			throw new Refusal(CONFLICT, "ROSTER_OPEN", other.month().toString());
		}
	}

	void requireJurisdiction(String id) {
		String known = this.catalogue.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.joining(", "));
		Jurisdiction named = this.catalogue.jurisdiction(id)
			.orElseThrow(() -> new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("jurisdiction", "UNKNOWN_JURISDICTION", known))));
		this.user.requireRegion(named.regionPrefix());
	}

	private static InvalidInput refused(RosterFault fault) {
		return new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("month", fault.name())));
	}

}
