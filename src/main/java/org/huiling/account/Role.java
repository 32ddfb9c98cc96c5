package org.huiling.account;

/** What an account may do. */
public enum Role {

	/** 经办人员: assesses, keeps records, decides. */
	CASE_WORKER,

	/** 政策编辑: drafts, checks and submits policies. */
	POLICY_EDITOR,

	/** 政策审批: approves, publishes and withdraws policies, never their own draft. */
	POLICY_APPROVER,

	/** 批处理人员: runs recalculations and makes rosters. */
	BATCH_OPERATOR,

	/** 发放审批: approves rosters and reports results, never of their own. */
	PAYMASTER,

	/** 审计: reads everything, changes nothing. */
	AUDITOR,

	/** 管理员: keeps accounts and sees no applicant. */
	ADMIN;

	/**
	 * The name under which Spring Security knows it.
	 * @return such as {@code ROLE_ADMIN}
	 */
	public String authority() {
		return "ROLE_" + name();
	}

}
