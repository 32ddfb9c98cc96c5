package org.huiling.engine.finder.sample;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.jspecify.annotations.Nullable;

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
public record Dimension(int place, String name, String zh, String en,
		boolean ordered) implements Comparable<Dimension> {

	public static final Dimension BIRTH = new Dimension(0, "birth", "年龄", "the age", true);

	static final Dimension ALIVE = new Dimension(1, "alive", "在世", "being alive", false);

	static final Dimension SEX = new Dimension(2, "sex", "性别", "the sex", false);

	static final Dimension HUKOU_REGION = new Dimension(3, "hukou_region", "户籍地", "the hukou region", false);

	static final Dimension HUKOU_TYPE = new Dimension(4, "hukou_type", "户籍性质", "the hukou type", false);

	static final Dimension HUKOU_SINCE = new Dimension(5, "hukou_since", "户籍迁入日期", "the day of hukou", true);

	static final Dimension RESIDENCE_REGION = new Dimension(6, "residence_region", "居住地", "the region of residence",
			false);

	static final Dimension RESIDENCE_SINCE = new Dimension(7, "residence_since", "居住起始日期", "the day of residence",
			true);

	static final Dimension SIZE = new Dimension(8, "size", "家庭人数", "the household's size", true);

	static final Dimension INCOME = new Dimension(9, "income", "收入", "the income", true);

	static final Dimension TEKUN = new Dimension(14, "tekun", "特困", "tekun", false);

	static final Dimension LOW_INCOME = new Dimension(15, "low_income", "低收入", "the low-income status", false);

	static final Dimension SPECIAL_FAMILY = new Dimension(16, "special_family", "特殊家庭", "the special-family status",
			false);

	static final Dimension SEVERE_ILLNESS = new Dimension(17, "severe_illness", "重大疾病", "the severe illness", false);

	static final Dimension VETERAN = new Dimension(18, "veteran", "优抚", "the veteran status", false);

	static final Dimension CATEGORY = new Dimension(19, "category", "残疾类别", "the disability category", false);

	public static final Dimension GRADE = new Dimension(20, "grade", "残疾等级", "the disability grade", true);

	static final Dimension PENSION = new Dimension(22, "pension", "养老金", "the pension", true);

	static final Dimension SCHEME = new Dimension(23, "scheme", "参保险种", "the insurance scheme", false);

	static final Dimension INSURANCE_YEAR = new Dimension(24, "insurance_year", "参保年度", "the insurance year", false);

	static final Dimension CONTRIBUTION = new Dimension(25, "contribution", "缴费", "the contribution", false);

	static final Dimension CLAIM_KIND = new Dimension(26, "claim_kind", "费用种类", "the kind of claim", false);

	static final Dimension TIER = new Dimension(27, "tier", "医院级别", "the hospital tier", false);

	static final Dimension TOTAL = new Dimension(28, "total", "总费用", "the total cost", true);

	static final Dimension COST = new Dimension(29, "cost", "合规费用", "the eligible cost", true);

	public static final Dimension EARLIER = new Dimension(30, "earlier", "以前的费用", "earlier claims", false);

	public static final Dimension PERIOD = new Dimension(31, "period", "期间", "the period", true);

	static final Dimension AWARDS = new Dimension(32, "awards", "各项待遇", "the awards", false);

	private static final int AWARD = 33;

	private static final int DECLARED = 1_000;

	/** What another program awards. */
	static Dimension award(String program) {
		return new Dimension(AWARD, program, program + " 的待遇", "the award of " + program, true);
	}

	/** The program whose award it is, null if it is no award. */
	@Nullable String program() {
		return (this.place == AWARD) ? this.name : null;
	}

	/** A declared fact by itself. */
	static Dimension of(Fact fact) {
		boolean ordered = switch (fact.type()) {
			case INTEGER, DECIMAL, MONEY, DATE -> true;
			default -> false;
		};
		return new Dimension(DECLARED, fact.path(), fact.naming().label().zh(), fact.naming().label().en(), ordered);
	}

	/** A declared list by itself. */
	static Dimension of(FactList list) {
		return new Dimension(DECLARED, list.path(), list.naming().label().zh(), list.naming().label().en(), false);
	}

	/** A field of the items of a declared list, all else being equal. */
	static Dimension of(FactList list, Fact field) {
		return new Dimension(DECLARED, field.path(),
				list.naming().inSentence().zh() + "的" + field.naming().inSentence().zh(),
				"the " + field.naming().inSentence().en() + " of " + list.naming().inSentence().en(), true);
	}

	@Override
	public int compareTo(Dimension other) {
		int byPlace = Integer.compare(this.place, other.place);
		return (byPlace != 0) ? byPlace : this.name.compareTo(other.name);
	}

	/** By what orders them, as the search looks up many thousands. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Dimension dimension && compareTo(dimension) == 0);
	}

	@Override
	public int hashCode() {
		return 31 * this.place + this.name.hashCode();
	}

}
