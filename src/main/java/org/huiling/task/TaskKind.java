package org.huiling.task;

/** What a task is about. */
public enum TaskKind {

	/** 已故仍在发: something is decided to be paid for a month after somebody died. */
	PAID_BUT_DEAD,

	/** 未建档: somebody is entitled to something by age, and not on file. */
	NOT_ON_FILE,

	/** 已迁出: somebody is on file here and lives elsewhere. */
	MOVED_AWAY,

	/** 重复领取: somebody draws the same elsewhere. */
	PAID_TWICE,

	/** 待核实: a list may mean somebody, which a person has to find out. */
	UNCLEAR,

	/** 生存认证到期: whoever is paid something has to show soon that they live, or had to. */
	LIFE_CHECK_DUE,

	/** 身份到期: a status or dibao ends, and nothing of its kind follows. */
	STATUS_ENDS,

	/** 年龄到档: somebody completes an age that a policy in force knows. */
	BIRTHDAY,

	/** 未能认定: a run could not decide something, because a fact is missing. */
	UNDECIDED,

	/** 通知书未送达: nobody opened the notice of a decision within the working days for it. */
	NOTICE_DUE,

	/** 异议待答复: somebody objects to a decision. */
	OBJECTION_DUE,

	/** 疑似重复建档: two files may be one person's, and one of them has no id. */
	DUPLICATE,

	/** 住院重叠: claims that overlap, or may be one entered twice. */
	STAYS_OVERLAP,

	/** 出生日期疑为占位: a birth date that is put where none is known. */
	BIRTH_PLACEHOLDER,

	/** 季度核查: somebody was drawn to be called or visited. */
	VERIFICATION

}
