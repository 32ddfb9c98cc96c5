package org.huiling.engine.finder;

import java.util.Comparator;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;

/**
 * What can be set about an applicant and their claim, each by itself. Properties that
 * rules read are made of one or two of these. A fact that nothing here knows is one by
 * itself.
 *
 * @param place its place in the order of the search
 * @param name what tells it from others
 * @param zh what it is called
 * @param en what it is called in English
 * @param ordered whether its values lie on a line, so that bands can leave a gap
 */
record Knob(int place, String name, String zh, String en, boolean ordered) implements Comparable<Knob> {

	static final Knob BIRTH = new Knob(0, "birth", "年龄", "the age", true);

	static final Knob ALIVE = new Knob(1, "alive", "在世", "being alive", false);

	static final Knob SEX = new Knob(2, "sex", "性别", "the sex", false);

	static final Knob HUKOU_REGION = new Knob(3, "hukou_region", "户籍地", "the hukou region", false);

	static final Knob HUKOU_TYPE = new Knob(4, "hukou_type", "户籍性质", "the hukou type", false);

	static final Knob HUKOU_SINCE = new Knob(5, "hukou_since", "户籍迁入日期", "the day of hukou", true);

	static final Knob RESIDENCE_REGION = new Knob(6, "residence_region", "居住地", "the region of residence", false);

	static final Knob RESIDENCE_SINCE = new Knob(7, "residence_since", "居住起始日期", "the day of residence", true);

	static final Knob SIZE = new Knob(8, "size", "家庭人数", "the household's size", true);

	static final Knob INCOME = new Knob(9, "income", "收入", "the income", true);

	static final Knob TEKUN = new Knob(14, "tekun", "特困", "tekun", false);

	static final Knob LOW_INCOME = new Knob(15, "low_income", "低收入", "the low-income status", false);

	static final Knob SPECIAL_FAMILY = new Knob(16, "special_family", "特殊家庭", "the special-family status", false);

	static final Knob SEVERE_ILLNESS = new Knob(17, "severe_illness", "重大疾病", "the severe illness", false);

	static final Knob VETERAN = new Knob(18, "veteran", "优抚", "the veteran status", false);

	static final Knob CATEGORY = new Knob(19, "category", "残疾类别", "the disability category", false);

	static final Knob GRADE = new Knob(20, "grade", "残疾等级", "the disability grade", true);

	static final Knob PENSION = new Knob(22, "pension", "养老金", "the pension", true);

	static final Knob SCHEME = new Knob(23, "scheme", "参保险种", "the insurance scheme", false);

	static final Knob INSURANCE_YEAR = new Knob(24, "insurance_year", "参保年度", "the insurance year", false);

	static final Knob CONTRIBUTION = new Knob(25, "contribution", "缴费", "the contribution", false);

	static final Knob CLAIM_KIND = new Knob(26, "claim_kind", "费用种类", "the kind of claim", false);

	static final Knob TIER = new Knob(27, "tier", "医院级别", "the hospital tier", false);

	static final Knob TOTAL = new Knob(28, "total", "总费用", "the total cost", true);

	static final Knob COST = new Knob(29, "cost", "合规费用", "the eligible cost", true);

	static final Knob EARLIER = new Knob(30, "earlier", "以前的费用", "earlier claims", false);

	static final Knob PERIOD = new Knob(31, "period", "期间", "the period", true);

	static final Knob AWARDS = new Knob(32, "awards", "各项待遇", "the awards", false);

	private static final int DECLARED = 1_000;

	private static final Comparator<Knob> ORDER = Comparator.comparingInt(Knob::place).thenComparing(Knob::name);

	/** A declared fact by itself. */
	static Knob of(Fact fact) {
		boolean ordered = switch (fact.type()) {
			case INTEGER, DECIMAL, MONEY, DATE -> true;
			default -> false;
		};
		return new Knob(DECLARED, fact.path(), fact.naming().label().zh(), fact.naming().label().en(), ordered);
	}

	/** A declared list by itself. */
	static Knob of(FactList list) {
		return new Knob(DECLARED, list.path(), list.naming().label().zh(), list.naming().label().en(), false);
	}

	@Override
	public int compareTo(Knob other) {
		return ORDER.compare(this, other);
	}

}
