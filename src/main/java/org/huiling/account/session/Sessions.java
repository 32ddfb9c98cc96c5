package org.huiling.account.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where accounts are signed in, for whoever may see and end that: everybody their own,
 * administrators everybody's. What was ended is on the trail.
 */
@Service
public class Sessions {

	private final KeptSessions kept;

	private final SessionStore store;

	private final CurrentUser user;

	private final AuditTrail trail;

	Sessions(KeptSessions kept, SessionStore store, CurrentUser user, AuditTrail trail) {
		this.kept = kept;
		this.store = store;
		this.user = user;
		this.trail = trail;
	}

	/**
	 * Where the current user is signed in.
	 * @param paging which page
	 * @return the session seen last comes first
	 */
	public Listing<SignedInSession> own(Paging paging) {
		return this.kept.page(this.user.name(), paging);
	}

	/**
	 * Where others are signed in; for administrators and auditors.
	 * @param account whose, null for everybody's
	 * @param paging which page
	 * @return the session seen last comes first
	 */
	public Listing<SignedInSession> all(@Nullable String account, Paging paging) {
		return this.kept.page(account, paging);
	}

	/**
	 * Ends a session; one that is over already stays so, and one that is not the user's
	 * to end stays as it is.
	 * @param id of the session
	 */
	@Transactional
	public void end(UUID id) {
		this.store.find(id).filter((session) -> mayEnd(session.account())).ifPresent((session) -> {
			if (this.store.end(id) == 1) {
				this.trail.record(AuditAction.SESSIONS_ENDED, session.account(),
						Map.of("count", 1, "address", session.address()));
				over(List.of(id));
			}
		});
	}

	/**
	 * Ends every session of an account, if it is the user's to end.
	 * @param account whose
	 * @param but the one that stays, null for none
	 */
	@Transactional
	public void endAll(String account, @Nullable UUID but) {
		List<UUID> ended = mayEnd(account) ? this.store.end(account, but) : List.of();
		if (!ended.isEmpty()) {
			this.trail.record(AuditAction.SESSIONS_ENDED, account, Map.of("count", ended.size()));
			over(ended);
		}
	}

	private boolean mayEnd(String account) {
		return account.equals(this.user.name()) || this.user.has(Role.ADMIN);
	}

	private void over(List<UUID> ended) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				ended.forEach(Sessions.this.kept::forgotten);
			}

		});
	}

}
