package org.huiling.payment;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.payment.ResultHistory.Entry;
import org.huiling.payment.ResultHistory.OfLine;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.proposal.ProposalAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * 冲销发放结果: the last result of a line was wrong. What counted before counts again; where
 * that is nothing, the line may be reported anew.
 */
@Component
class ResultContra implements ProposalAction {

	private static final int CONFLICT = 409;

	private static final int FORBIDDEN = 403;

	private final Rosters rosters;

	private final OpenDrafts drafts;

	private final ResultHistory history;

	private final SetOff setOff;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final ProposedPayment proposed;

	ResultContra(Rosters rosters, OpenDrafts drafts, ResultHistory history, SetOff setOff, PolicyCatalogue catalogue,
			AuditTrail audit, CurrentUser user, ProposedPayment proposed) {
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
	 * What is proposed.
	 * @throws Refusal 404 if there is no such roster or line, 409 if it has no result
	 */
	JsonNode values(UUID roster, int line, String reason) {
		Entry now = now(this.rosters.visible(roster).id(), line);
		ObjectNode values = JsonNodeFactory.instance.objectNode();
		values.put("roster", roster.toString()).put("line", line).put("result", now.result());
		return values.put("entry", now.entry()).put("reason", reason);
	}

	@Override
	public String name() {
		return "RESULT_CONTRA";
	}

	@Override
	public Set<Role> proposers() {
		return Set.of(Role.PAYMASTER);
	}

	@Override
	public Set<Role> confirmers() {
		return Set.of(Role.PAYMASTER, Role.POLICY_APPROVER);
	}

	@Override
	public Scope check(JsonNode values) {
		Roster roster = this.rosters.visible(roster(values));
		if (roster.madeBy().equals(this.user.name())) {
			throw new Refusal(FORBIDDEN, "OWN_ROSTER");
		}
		this.drafts.refuse(roster.jurisdiction());
		OfLine said = said(roster.id(), line(values));
		if (now(roster.id(), line(values)).entry() != values.get("entry").intValue()) {
			throw new Refusal(CONFLICT, "RESULT_CHANGED");
		}
		if (said.follows()) {
			throw new Refusal(CONFLICT, "RECOVERY_FOLLOWS");
		}
		return new Scope(roster.id().toString(),
				this.catalogue.jurisdiction(roster.jurisdiction()).orElseThrow().regionPrefix());
	}

	@Override
	public TakenBack confirm(JsonNode values, String proposedBy) {
		UUID roster = roster(values);
		int line = line(values);
		OfLine said = said(roster, line);
		String takenBack = String.valueOf(now(roster, line).result());
		this.history.takeBack(roster, line, said, values.get("reason").stringValue(), proposedBy, this.user.name());
		this.setOff.follow(roster);
		this.audit.record(AuditAction.RESULT_TAKEN_BACK, said.applicant().toString(),
				Map.of("roster", roster.toString(), "line", line, "result", takenBack));
		return new TakenBack(roster, line, takenBack, said(roster, line).now().map(Entry::result).orElse(null));
	}

	@Override
	public Map<String, ?> effects(JsonNode values) {
		return this.proposed.line(roster(values), line(values));
	}

	@Override
	public Set<UUID> people(JsonNode values) {
		return this.proposed.ofLine(roster(values), line(values));
	}

	/** The reason may speak of somebody. */
	@Override
	public JsonNode recorded(JsonNode values) {
		return ((ObjectNode) values.deepCopy()).without("reason");
	}

	private OfLine said(UUID roster, int line) {
		return this.history.of(roster, line).orElseThrow(() -> Refusal.notFound("LINE_NOT_FOUND"));
	}

	private Entry now(UUID roster, int line) {
		return said(roster, line).now().orElseThrow(() -> new Refusal(CONFLICT, "NO_RESULT"));
	}

	private static UUID roster(JsonNode values) {
		return UUID.fromString(values.get("roster").stringValue());
	}

	private static int line(JsonNode values) {
		return values.get("line").intValue();
	}

}
