package org.huiling.web;

import java.util.List;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.view.RosterOperations;
import org.huiling.payment.roster.view.RosterView;
import org.huiling.policy.drafts.WaitingDrafts;
import org.huiling.proposal.ProposalState;
import org.huiling.proposal.Proposals;
import org.huiling.task.TaskCounts;
import org.huiling.task.TaskLists;
import org.huiling.task.TaskQuery;
import org.huiling.task.TaskState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What waits for whoever opens the first page. */
@Component
class HomeWaits {

	private static final List<Role> PROPOSING = List.of(Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.PAYMASTER);

	private final TaskLists tasks;

	private final WaitingDrafts drafts;

	private final Proposals proposals;

	private final RosterOperations rosters;

	private final CurrentUser user;

	HomeWaits(TaskLists tasks, WaitingDrafts drafts, Proposals proposals, RosterOperations rosters, CurrentUser user) {
		this.tasks = tasks;
		this.drafts = drafts;
		this.proposals = proposals;
		this.rosters = rosters;
		this.user = user;
	}

	/**
	 * What waits.
	 *
	 * @param tasks how many there are, null for whoever has none to do
	 * @param drafts by what is to be done with them, null for whoever has no hand in them
	 * @param proposals how many others proposed that the user may confirm
	 * @param rosters made by others, which the user may approve
	 */
	record Waits(@Nullable TaskCounts tasks, WaitingDrafts.@Nullable Waiting drafts, int proposals,
			List<RosterView> rosters) {

		Waits {
			rosters = List.copyOf(rosters);
		}

		/** Whether anything but tasks waits. */
		public boolean isOther() {
			return this.proposals > 0 || !this.rosters.isEmpty() || (this.drafts != null && !this.drafts.isEmpty());
		}

	}

	/** Null for whoever nothing ever waits for. */
	@Nullable Waits here() {
		boolean worker = this.user.has(Role.CASE_WORKER);
		boolean policy = this.user.has(Role.POLICY_EDITOR) || this.user.has(Role.POLICY_APPROVER);
		boolean proposing = PROPOSING.stream().anyMatch(this.user::has);
		if (!worker && !proposing) {
			return null;
		}
		return new Waits(worker ? this.tasks.counts(new TaskQuery(null, TaskState.OPEN, null, null, null)) : null,
				policy ? this.drafts.here() : null, proposing ? proposed() : 0,
				this.user.has(Role.PAYMASTER) ? toApprove() : List.of());
	}

	private List<RosterView> toApprove() {
		return this.rosters.list(null, null, "DRAFT", new Paging(0, Paging.MAXIMUM_SIZE))
			.items()
			.stream()
			.filter((roster) -> !roster.madeBy().equals(this.user.name()))
			.toList();
	}

	private int proposed() {
		return (int) this.proposals.page(ProposalState.PROPOSED, new Paging(0, Paging.MAXIMUM_SIZE))
			.items()
			.stream()
			.filter(this.proposals::mayJudge)
			.count();
	}

}
