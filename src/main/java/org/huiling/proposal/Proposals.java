package org.huiling.proposal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.account.FourEyes;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.huiling.proposal.ProposalAction.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four eyes: what one account proposes takes effect when another one confirms it, who may
 * as well. Every step is recorded with all values.
 */
@Component
public class Proposals {

	private static final int FORBIDDEN = 403;

	private static final int CONFLICT = 409;

	private final ProposalStore store;

	private final Map<String, ProposalAction> actions;

	private final CurrentUser user;

	private final AuditTrail trail;

	private final JsonMapper json;

	private final TransactionTemplate transaction;

	Proposals(ProposalStore store, List<ProposalAction> actions, CurrentUser user, AuditTrail trail, JsonMapper json,
			PlatformTransactionManager transactions) {
		this.store = store;
		this.actions = new TreeMap<>(
				actions.stream().collect(Collectors.toMap(ProposalAction::name, Function.identity())));
		this.user = user;
		this.trail = trail;
		this.json = json;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Proposes something, in the caller's transaction or one of its own.
	 * @param action what
	 * @param values with which values
	 * @return the proposal, waiting for somebody else
	 * @throws Refusal 403 {@code ROLE_MISSING} or {@code OUTSIDE_REGION}, 409
	 * {@code PROPOSAL_WAITS} if the same is proposed already; whatever the action's check
	 * refuses
	 */
	public Proposal propose(ProposalAction action, JsonNode values) {
		requireOneOf(action.proposers());
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Scope scope = checked(action, values);
			UUID id = this.store.add(action.name(), scope, values, this.user.name())
				.orElseThrow(() -> new Refusal(CONFLICT, "PROPOSAL_WAITS",
						this.store.waiting(action.name(), scope, values).map(UUID::toString).orElse("")));
			Proposal proposal = this.store.find(id).orElseThrow();
			record(AuditAction.PROPOSED, proposal);
			return proposal;
		}));
	}

	/**
	 * Proposes something whose values are a record.
	 * @param action what
	 * @param values with which values
	 * @param <V> the record
	 * @return the proposal, waiting for somebody else
	 * @throws Refusal as {@link #propose(ProposalAction, JsonNode)}
	 */
	public <V extends Record> Proposal propose(RecordAction<V> action, V values) {
		return propose(action, action.written(values));
	}

	/**
	 * Does what another account proposed.
	 * @param id the proposal's id
	 * @return what came of it, as JSON
	 * @throws Refusal 403 {@code OWN_PROPOSAL}, {@code ROLE_MISSING} or
	 * {@code OUTSIDE_REGION}, 404 {@code PROPOSAL_NOT_FOUND}, 409 {@code PROPOSAL_STATE};
	 * whatever the action's check refuses
	 */
	public String confirm(UUID id) {
		ProposalAction action = action(get(id));
		String answer = Objects.requireNonNull(this.transaction.execute((status) -> {
			Proposal proposal = lockToJudge(id);
			checked(action, proposal.values());
			String done = this.json.writeValueAsString(action.confirm(proposal.values(), proposal.by()));
			this.store.close(id, ProposalState.CONFIRMED, this.user.name(), null, done);
			record(AuditAction.PROPOSAL_CONFIRMED, proposal);
			return done;
		}));
		action.confirmed();
		return answer;
	}

	/**
	 * Turns down what another account proposed.
	 * @param id the proposal's id
	 * @param reason why
	 * @return the proposal, closed
	 * @throws Refusal as {@link #confirm}
	 */
	public Proposal reject(UUID id, String reason) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Proposal proposal = lockToJudge(id);
			this.store.close(id, ProposalState.REJECTED, this.user.name(), reason, null);
			record(AuditAction.PROPOSAL_REJECTED, proposal);
			return get(id);
		}));
	}

	/**
	 * Takes one's own proposal back.
	 * @param id the proposal's id
	 * @return the proposal, closed
	 * @throws Refusal 403 {@code NOT_YOUR_PROPOSAL}, 404 {@code PROPOSAL_NOT_FOUND}, 409
	 * {@code PROPOSAL_STATE}
	 */
	public Proposal withdraw(UUID id) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Proposal proposal = lockWaiting(id);
			if (!isOwn(proposal)) {
				throw new Refusal(FORBIDDEN, "NOT_YOUR_PROPOSAL");
			}
			this.store.close(id, ProposalState.WITHDRAWN, this.user.name(), null, null);
			record(AuditAction.PROPOSAL_WITHDRAWN, proposal);
			return get(id);
		}));
	}

	/**
	 * A proposal that the current user may see.
	 * @param id its id
	 * @return the proposal
	 * @throws Refusal 404 {@code PROPOSAL_NOT_FOUND}, also for those of others' roles and
	 * regions
	 */
	public Proposal get(UUID id) {
		return this.store.find(id)
			.filter((proposal) -> this.user.regions().covers(proposal.region()))
			.filter((proposal) -> visible().anyMatch(proposal.action()::equals))
			.orElseThrow(() -> Refusal.notFound("PROPOSAL_NOT_FOUND"));
	}

	/**
	 * A proposal that the current user may see, with what would come of it; reading one
	 * about people is recorded.
	 * @param id its id
	 * @return the proposal
	 * @throws Refusal as {@link #get}
	 */
	public Proposal look(UUID id) {
		Proposal proposal = get(id);
		noteReading(List.of(proposal));
		return (proposal.state() == ProposalState.PROPOSED) ? proposal.with(action(proposal).effects(proposal.values()))
				: proposal;
	}

	/**
	 * The proposals that the current user may see; reading those about people is
	 * recorded.
	 * @param state in this state, null for all
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<Proposal> page(@Nullable ProposalState state, Paging paging) {
		Listing<Proposal> page = this.store.page(visible().toList(), this.user.regions(), state, paging);
		noteReading(page.items());
		return page;
	}

	/**
	 * Whether the current user may confirm or reject a proposal.
	 * @param proposal one they may see
	 * @return false for their own, and for one that is closed
	 */
	public boolean mayJudge(Proposal proposal) {
		return proposal.state() == ProposalState.PROPOSED && !isOwn(proposal) && has(action(proposal).confirmers())
				&& this.user.regions().covers(proposal.region());
	}

	/**
	 * Whether the current user may withdraw a proposal.
	 * @param proposal one they may see
	 * @return true for their own while it waits
	 */
	public boolean mayWithdraw(Proposal proposal) {
		return proposal.state() == ProposalState.PROPOSED && isOwn(proposal);
	}

	/** Who may propose or confirm an action sees what is proposed of it. */
	private Stream<String> visible() {
		boolean auditor = this.user.has(Role.AUDITOR);
		return this.actions.values()
			.stream()
			.filter((action) -> auditor || has(action.proposers()) || has(action.confirmers()))
			.map(ProposalAction::name);
	}

	private Scope checked(ProposalAction action, JsonNode values) {
		Scope scope = action.check(values);
		this.user.requireRegion(scope.region());
		return scope;
	}

	private Proposal lockToJudge(UUID id) {
		Proposal proposal = lockWaiting(id);
		FourEyes.refuse(isOwn(proposal), "OWN_PROPOSAL");
		requireOneOf(action(proposal).confirmers());
		return proposal;
	}

	private Proposal lockWaiting(UUID id) {
		get(id);
		Proposal proposal = this.store.lock(id).orElseThrow(() -> Refusal.notFound("PROPOSAL_NOT_FOUND"));
		if (proposal.state() != ProposalState.PROPOSED) {
			throw new Refusal(CONFLICT, "PROPOSAL_STATE", proposal.state().name(), String.valueOf(proposal.closedBy()));
		}
		return proposal;
	}

	private ProposalAction action(Proposal proposal) {
		return Objects.requireNonNull(this.actions.get(proposal.action()), proposal.action());
	}

	private boolean isOwn(Proposal proposal) {
		return proposal.by().equals(this.user.name());
	}

	private boolean has(Set<Role> roles) {
		return roles.stream().anyMatch(this.user::has);
	}

	private void requireOneOf(Set<Role> roles) {
		if (!has(roles)) {
			throw new Refusal(FORBIDDEN, "ROLE_MISSING",
					roles.stream().map(Role::name).sorted().collect(Collectors.joining(", ")));
		}
	}

	private void record(AuditAction event, Proposal proposal) {
		ProposalAction action = action(proposal);
		Map<String, ?> details = Map.of("action", proposal.action(), "proposal", proposal.id(), "proposedBy",
				proposal.by(), "values", action.recorded(proposal.values()));
		Set<UUID> people = action.people(proposal.values());
		if (people.isEmpty()) {
			this.trail.record(event, proposal.subject(), details);
		}
		else {
			this.trail.recordOf(event, proposal.subject(), details, people);
		}
	}

	private void noteReading(List<Proposal> proposals) {
		Set<UUID> people = proposals.stream()
			.flatMap((proposal) -> action(proposal).people(proposal.values()).stream())
			.collect(Collectors.toSet());
		if (!people.isEmpty()) {
			this.transaction.executeWithoutResult(
					(status) -> this.trail.recordOf(AuditAction.PROPOSALS_READ, "proposals", Map.of(), people));
		}
	}

}
