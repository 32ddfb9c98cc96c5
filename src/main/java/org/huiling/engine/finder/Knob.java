package org.huiling.engine.finder;

/**
 * What can be set about an applicant and their claim, each by itself. Properties that
 * rules read are made of one or two of these.
 */
enum Knob {

	BIRTH("年龄", "the age", true), ALIVE("在世", "being alive", false), SEX("性别", "the sex", false),
	HUKOU_REGION("户籍地", "the hukou region", false), HUKOU_TYPE("户籍性质", "the hukou type", false),
	HUKOU_SINCE("户籍迁入日期", "the day of hukou", true), RESIDENCE_REGION("居住地", "the region of residence", false),
	RESIDENCE_SINCE("居住起始日期", "the day of residence", true), SIZE("家庭人数", "the household's size", true),
	INCOME("收入", "the income", true), LIVING_ALONE("独居", "living alone", false),
	DIBAO_TYPE("低保类别", "the dibao type", false), DIBAO_SINCE("低保起始日", "the day of dibao", true),
	DIBAO_AMOUNT("低保金", "the dibao amount", true), TEKUN("特困", "tekun", false),
	LOW_INCOME("低收入", "the low-income status", false), SPECIAL_FAMILY("特殊家庭", "the special-family status", false),
	SEVERE_ILLNESS("重大疾病", "the severe illness", false), VETERAN("优抚", "the veteran status", false),
	CATEGORY("残疾类别", "the disability category", false), GRADE("残疾等级", "the disability grade", true),
	CARE_LEVEL("能力等级", "the care level", true), PENSION("养老金", "the pension", true),
	SCHEME("参保险种", "the insurance scheme", false), INSURANCE_YEAR("参保年度", "the insurance year", false),
	CONTRIBUTION("缴费", "the contribution", false), CLAIM_KIND("费用种类", "the kind of claim", false),
	TIER("医院级别", "the hospital tier", false), TOTAL_COST("总费用", "the total cost", true),
	ELIGIBLE_COST("合规费用", "the eligible cost", true), EARLIER("以前的费用", "earlier claims", false),
	PERIOD("期间", "the period", true), AWARDS("各项待遇", "the awards", false);

	private final String zh;

	private final String en;

	private final boolean ordered;

	Knob(String zh, String en, boolean ordered) {
		this.zh = zh;
		this.en = en;
		this.ordered = ordered;
	}

	String zh() {
		return this.zh;
	}

	String en() {
		return this.en;
	}

	/** Whether its values lie on a line, so that bands can leave a gap. */
	boolean ordered() {
		return this.ordered;
	}

}
