package org.huiling.payment.contra;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import org.huiling.account.CurrentUser;
import org.huiling.account.FourEyes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.payment.PaymasterAction;
import org.huiling.payment.PaymentEffects;
import org.huiling.payment.ProposedPayment;
import org.huiling.payment.calculation.SetOff;
import org.huiling.payment.contra.ResultHistory.Entry;
import org.huiling.payment.contra.ResultHistory.OfLine;
import org.huiling.payment.roster.OpenDrafts;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.Rosters;
import org.huiling.payment.settlement.SettlementBody;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * 冲销发放结果: the last result of a line was wrong. What counted before counts again; where
 * that is nothing, the line may be reported anew.
 */
@Component
public class ResultContra extends PaymasterAction<ResultContra.Asked> {

	private static final int CONFLICT = 409;

	private final Rosters rosters;

	private final OpenDrafts drafts;

	private final ResultHistory history;

	private final SetOff setOff;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final ProposedPayment proposed;

	ResultContra(Rosters rosters, OpenDrafts drafts, ResultHistory history, SetOff setOff, PolicyCatalogue catalogue,
			AuditTrail audit, CurrentUser user, ProposedPayment proposed, JsonMapper json) {
		super(Asked.class, json);
		this.rosters = rosters;
		this.drafts = drafts;
		this.history = history;
		this.setOff = setOff;
		this.catalogue = catalogue;
		this.audit = audit;
		this.user = user;
		this.proposed = proposed;
	}

	/**
	 * A result that was taken back.
	 *
	 * @param roster its id
	 * @param line its number
	 * @param takenBack what it was
	 * @param result what counts now, null if nothing does
	 */
	record TakenBack(UUID roster, int line, String takenBack, @Nullable String result) {
	}

	/**
	 * A result that is to be taken back.
	 *
	 * @param roster its id
	 * @param line its number
	 * @param result what it is
	 * @param entry the place of the result among those of the line
	 * @param reason why
	 */
	record Asked(@ReadBy(SettlementBody.Person.class) UUID roster, Integer line, @Size(max = 16) String result,
			Integer entry, @Size(max = ReasonBody.LONGEST) String reason) {
	}

	/**
	 * What is proposed.
	 * @throws Refusal 404 if there is no such roster or line, 409 if it has no result
	 */
	public Asked asked(UUID roster, int line, String reason) {
		Entry now = now(this.rosters.visible(roster).id(), line);
		return new Asked(roster, line, Objects.requireNonNull(now.result()), now.entry(), reason);
	}

	@Override
	public String name() {
		return "RESULT_CONTRA";
	}

	@Override
	protected Scope check(Asked asked) {
		Roster roster = this.rosters.visible(asked.roster());
		FourEyes.refuse(roster.madeBy().equals(this.user.name()), "OWN_ROSTER");
		this.drafts.refuse(roster.jurisdiction());
		OfLine said = said(roster.id(), asked.line());
		if (now(roster.id(), asked.line()).entry() != asked.entry()) {
			throw new Refusal(CONFLICT, "RESULT_CHANGED");
		}
		if (said.follows()) {
			throw new Refusal(CONFLICT, "RECOVERY_FOLLOWS");
		}
		return new Scope(roster.id().toString(),
				this.catalogue.jurisdiction(roster.jurisdiction()).orElseThrow().regionPrefix());
	}

	@Override
	protected TakenBack confirm(Asked asked, String proposedBy) {
		UUID roster = asked.roster();
		int line = asked.line();
		OfLine said = said(roster, line);
		String takenBack = String.valueOf(now(roster, line).result());
		this.history.takeBack(roster, line, said, asked.reason(), proposedBy, this.user.name());
		this.setOff.follow(roster);
		this.audit.record(AuditAction.RESULT_TAKEN_BACK, said.applicant().toString(),
				Map.of("roster", roster.toString(), "line", line, "result", takenBack));
		return new TakenBack(roster, line, takenBack, said(roster, line).now().map(Entry::result).orElse(null));
	}

	@Override
	protected PaymentEffects effects(Asked asked) {
		return this.proposed.line(asked.roster(), asked.line());
	}

	@Override
	protected Set<UUID> people(Asked asked) {
		return this.proposed.ofLine(asked.roster(), asked.line());
	}

	private OfLine said(UUID roster, int line) {
		return this.history.of(roster, line).orElseThrow(() -> Refusal.notFound("LINE_NOT_FOUND"));
	}

	private Entry now(UUID roster, int line) {
		return said(roster, line).now().orElseThrow(() -> new Refusal(CONFLICT, "NO_RESULT"));
	}

}
