package org.huiling.payment.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.account.FourEyes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.DecisionsUnderWay;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.calculation.PaymentRuleBook;
import org.huiling.payment.calculation.PaymentRuleReader;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rosters: made, approved by somebody else, or discarded. */
@Component
public class Rosters {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private static final int MONTHS_AHEAD = 3;

	private static final int MONTHS_FORECAST = 36;

	private final RosterStore store;

	private final PaymentRuleReader rules;

	private final RosterMaker maker;

	private final RosterDraftCheck check;

	private final AfterApproval afterApproval;

	private final DecisionsUnderWay decisions;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	Rosters(RosterStore store, PaymentRuleReader rules, RosterMaker maker, RosterDraftCheck check,
			AfterApproval afterApproval, DecisionsUnderWay decisions, PolicyCatalogue catalogue, RecordedTime time,
			AuditTrail audit, CurrentUser user, Clock clock) {
		this.store = store;
		this.rules = rules;
		this.maker = maker;
		this.check = check;
		this.afterApproval = afterApproval;
		this.decisions = decisions;
		this.catalogue = catalogue;
		this.time = time;
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
	 * waits for approval, {@code ROSTER_GAP} if months between are missing,
	 * {@code RUN_UNDERWAY} while a run is half way through its decisions
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Roster make(RosterBody body, Instant knownAt) {
		requireJurisdiction(body.jurisdiction());
		refuseAfter(body.month(), MONTHS_AHEAD);
		this.store.lock(body.jurisdiction());
		PaymentRuleBook book = this.rules.of(body.jurisdiction());
		PayingRules paying = paying(book, body.month());
		RosterSequence order = new RosterSequence(this.store.of(body.jurisdiction()),
				(month) -> rules(book, month).paysIn(month));
		order.require(body);
		this.decisions.of(body.jurisdiction()).ifPresent((run) -> {
			throw new Refusal(CONFLICT, "RUN_UNDERWAY", run);
		});
		UUID id = this.maker.make(body, paying, knownAt, this.user.name());
		Roster made = require(id);
		this.audit.record(AuditAction.ROSTER_MADE, id.toString(),
				Map.of("jurisdiction", made.jurisdiction(), "month", made.month().toString(), "lines",
						made.totals().lines(), "total", made.totals().total(), "digest", made.digest(), "skipped",
						order.missing(body.month())));
		return made;
	}

	private void refuseAfter(YearMonth month, int ahead) {
		if (month.isAfter(YearMonth.now(this.clock).plusMonths(ahead))) {
			throw refused(RosterFault.TOO_FAR_AHEAD);
		}
	}

	private static PayingRules rules(PaymentRuleBook book, YearMonth month) {
		return book.at(month).orElseThrow(() -> refused(RosterFault.NO_PAYMENT_RULE));
	}

	private static PayingRules paying(PaymentRuleBook book, YearMonth month) {
		PayingRules rules = rules(book, month);
		if (!rules.paysIn(month)) {
			throw refused(RosterFault.NO_PAY_MONTH);
		}
		return rules;
	}

	/**
	 * What a month's roster would hold if it were made now; nothing is written.
	 * @throws InvalidInput 422 naming the field
	 */
	@Transactional(readOnly = true)
	public Forecast forecast(String jurisdiction, YearMonth month, Instant knownAt) {
		requireJurisdiction(jurisdiction);
		refuseAfter(month, MONTHS_FORECAST);
		PayingRules paying = paying(this.rules.of(jurisdiction), month);
		Forecast forecast = new Forecast();
		this.maker.calculate(jurisdiction, month, paying, knownAt, forecast);
		return forecast;
	}

	/**
	 * Looks through a draft before it is approved, while others go on recording.
	 * @return up to when what was recorded is known to change nothing in it
	 * @throws Refusal as approving does
	 */
	public Instant check(UUID id) {
		Roster roster = visible(id);
		requireApprovable(roster);
		Instant now = this.time.settled();
		this.check.require(roster, this.store.firstKnownAt(roster), now);
		return now;
	}

	/**
	 * Approves a roster, and writes off what dead people owe where the rule says so.
	 * @param checked up to when the draft was looked through; the rest is now, while
	 * those who record wait
	 * @throws Refusal 403 {@code OWN_ROSTER} to who made it, 409 if it is no draft, or
	 * {@code HELD_SINCE} or {@code ROSTER_OUTDATED} naming lines that what was recorded
	 * since it was made ends or lowers
	 */
	@Transactional
	public Roster approve(UUID id, Instant checked) {
		Roster roster = draft(id);
		requireApprovable(roster);
		this.store.lockApprovals();
		// from here on nobody else records: no hold or end comes between the look and the
		// approval
		this.check.require(roster, checked, this.time.stamp());
		this.store.approve(id, this.user.name());
		this.afterApproval.approved(roster);
		this.audit.record(AuditAction.ROSTER_APPROVED, id.toString(), Map.of("digest", roster.digest()));
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
		this.audit.record(AuditAction.ROSTER_DISCARDED, id.toString(), Map.of());
		return require(id);
	}

	private Roster draft(UUID id) {
		this.store.lock(visible(id).jurisdiction());
		Roster roster = require(id);
		requireDraft(roster);
		return roster;
	}

	/** Somebody else's draft is approved. */
	private void requireApprovable(Roster roster) {
		requireDraft(roster);
		FourEyes.refuse(roster.madeBy().equals(this.user.name()), "OWN_ROSTER");
	}

	private static void requireDraft(Roster roster) {
		if (roster.state() != RosterState.DRAFT) {
			throw new Refusal(CONFLICT, "ROSTER_NOT_DRAFT", roster.state().name());
		}
	}

	/**
	 * Those inside the caller's regions, the newest month first.
	 * @throws InvalidInput 422 if there is no such jurisdiction
	 * @throws Refusal 403 if it lies outside of the caller's regions
	 */
	public Listing<Roster> list(RosterFilter filter, Paging paging) {
		if (filter.jurisdiction() != null) {
			requireJurisdiction(filter.jurisdiction());
			return this.store.list(List.of(filter.jurisdiction()), filter, paging);
		}
		return this.store.list(this.catalogue.jurisdictions()
			.stream()
			.filter((one) -> this.user.regions().covers(one.regionPrefix()))
			.map(Jurisdiction::id)
			.toList(), filter, paging);
	}

	/**
	 * One inside the caller's regions.
	 * @throws Refusal 404 if there is none
	 */
	public Roster visible(UUID id) {
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

	public void requireJurisdiction(String id) {
		String known = this.catalogue.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.joining(", "));
		Jurisdiction named = this.catalogue.jurisdiction(id)
			.orElseThrow(() -> new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("jurisdiction", "UNKNOWN_JURISDICTION", known))));
		this.user.requireRegion(named.regionPrefix());
	}

	/**
	 * What a jurisdiction pays in.
	 * @return a code of ISO 4217
	 */
	public String currency(String jurisdiction) {
		return this.catalogue.currency(jurisdiction);
	}

	private static InvalidInput refused(RosterFault fault) {
		return new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("month", fault.name())));
	}

}
