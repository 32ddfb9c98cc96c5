package org.huiling.payment.roster;

import org.huiling.payment.calculation.OpenReason;
import org.huiling.problem.FileError;

/** Why a line of a draft is not paid as it stands. */
enum StaleReason {

	/** Held back. */
	HELD("此人已停发或缓发", "payments to the person are held back"),

	/** Died before the period. */
	DECEASED("此人在该期之前已去世", "the person had died before the period"),

	/** The life check does not hold any more. */
	SUSPENDED("生存认证已过期", "the life check is overdue"),

	/** The file was merged into another one. */
	MERGED("档案已并入另一份", "the file was merged into another one"),

	/** Nothing is due any more. */
	ENDED("按现有资料不再应发", "by what is known now nothing is due"),

	/** Less is due. */
	LOWERED("按现有资料应发得更少", "by what is known now less is due"),

	/** Less is to be set off. */
	RECOVERY_CHANGED("按现有资料应扣回得更少", "by what is known now less is to be set off"),

	/** Name, id or account are others. */
	PAYEE_CHANGED("姓名、证件号码或收款账户已变更", "name, id or account of the payee changed"),

	/** The version of the policy was withdrawn. */
	VERSION_WITHDRAWN("所依据的政策版本已撤回", "the version of the policy was withdrawn"),

	/** Another jurisdiction's roster with the same item was approved first. */
	PAID_BY_ANOTHER("另一辖区已批准的名册为同一项目、同一期间发给此人",
			"an approved roster of another jurisdiction pays the person for the same program and period");

	private final String zh;

	private final String en;

	StaleReason(String zh, String en) {
		this.zh = zh;
		this.en = en;
	}

	/** As it is told of a line. */
	FileError of(int line) {
		return new FileError(null, line, null, name(), this.zh, this.en);
	}

	/** Why an item of which some was to be paid is left open. */
	static StaleReason of(OpenReason reason) {
		if (reason.isHold()) {
			return HELD;
		}
		return switch (reason) {
			case DECEASED -> DECEASED;
			case SUSPENDED -> SUSPENDED;
			default -> ENDED;
		};
	}

}
