package org.huiling.changefeed;

import java.util.Locale;
import java.util.Set;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;

/** What kinds of changes there are, and who may see them. */
enum ChangeType {

	/** A decision was made, or taken back. */
	DECISION,

	/**
	 * A policy version, a fact file or standards were published, or a version withdrawn.
	 */
	PUBLICATION,

	/** A roster was approved or closed, or results of it were taken or taken back. */
	PAYMENT;

	boolean isFor(CurrentUser user) {
		return readers().stream().anyMatch(user::has);
	}

	Set<Role> readers() {
		return switch (this) {
			case DECISION -> Set.of(Role.CASE_WORKER, Role.BATCH_OPERATOR, Role.AUDITOR);
			case PUBLICATION -> Set.of(Role.CASE_WORKER, Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.BATCH_OPERATOR,
					Role.PAYMASTER, Role.AUDITOR);
			case PAYMENT -> Set.of(Role.BATCH_OPERATOR, Role.PAYMASTER, Role.AUDITOR);
		};
	}

	/** As it is asked for and answered. */
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
