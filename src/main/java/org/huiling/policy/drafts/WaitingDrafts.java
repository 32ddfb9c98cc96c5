package org.huiling.policy.drafts;

import java.util.List;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/** Drafts that wait for whoever asks. */
@Component
public class WaitingDrafts {

	private static final int MOST = 50;

	private final DraftRepository repository;

	private final Drafting drafting;

	private final CurrentUser user;

	WaitingDrafts(DraftRepository repository, Drafting drafting, CurrentUser user) {
		this.repository = repository;
		this.drafting = drafting;
		this.user = user;
	}

	/**
	 * What waits, the last changed first; at most 50 of each.
	 *
	 * @param toApprove handed in by others, where the user may approve
	 * @param toPublish approved, where the user may publish
	 * @param rejected written by the user and turned down
	 * @param failed written by the user, whose last check found something to mend
	 */
	public record Waiting(List<DraftView.Item> toApprove, List<DraftView.Item> toPublish, List<DraftView.Item> rejected,
			List<DraftView.Item> failed) {

		public Waiting {
			toApprove = List.copyOf(toApprove);
			toPublish = List.copyOf(toPublish);
			rejected = List.copyOf(rejected);
			failed = List.copyOf(failed);
		}

		/**
		 * Whether nothing waits.
		 * @return true if all are empty
		 */
		public boolean isEmpty() {
			return this.toApprove.isEmpty() && this.toPublish.isEmpty() && this.rejected.isEmpty()
					&& this.failed.isEmpty();
		}

	}

	/**
	 * What waits for the current user.
	 * @return by what is to be done with it
	 */
	public Waiting here() {
		String me = this.user.name();
		boolean approver = this.user.has(Role.POLICY_APPROVER);
		return new Waiting(approver ? judged(DraftState.SUBMITTED, me) : List.of(),
				approver ? judged(DraftState.APPROVED, me) : List.of(),
				this.repository.written(DraftState.REJECTED, false, me, MOST),
				this.repository.written(DraftState.DRAFT, true, me, MOST));
	}

	private List<DraftView.Item> judged(DraftState state, String me) {
		return this.repository.writtenByOthers(state, me, MOST)
			.stream()
			.filter((item) -> isInRegion(item.id()))
			.toList();
	}

	private boolean isInRegion(UUID id) {
		try {
			this.drafting.requireRegion(this.drafting.get(id));
			return true;
		}
		catch (Refusal ex) {
			return false;
		}
	}

}
