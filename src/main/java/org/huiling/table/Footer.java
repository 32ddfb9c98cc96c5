package org.huiling.table;

import java.util.regex.Pattern;

/**
 * 合计、落款: what people write below a list, a sum or who made it. It is told by the first
 * cell that is filled.
 */
final class Footer {

	private static final String NUMERAL = "[0-9,.一二三四五六七八九十百千万零〇两]+";

	/** A sum, however many cells follow. */
	private static final Pattern SUM = Pattern
		.compile("(?:本页|本表|以上)?(?:总?合计|总计|小计|共计|累计):?" + "|(?:以上|本表|本页|总?合计|总计|小计|共计|累计|总共|一共|共)+:?" + NUMERAL
				+ "(?:人|名|位|笔|条|户|行|个|件|元).*" + "|(?:grand|sub)?-?total:?[0-9,.]*", Pattern.CASE_INSENSITIVE);

	/** Who made it, said with a colon, however many cells follow. */
	private static final Pattern SIGNED = Pattern
		.compile("(?:制表|填表|填报|审核|复核|审批|经办|负责|编制|制单|报送)(?:人|人员|者|单位|部门|日期|时间)?(?:签字|签章|签名|盖章)?:.*"
				+ "|(?:prepared|checked|reviewed|approved|signed)by:.*", Pattern.CASE_INSENSITIVE);

	/** What may begin a row as well, if it is a full one. */
	private static final Pattern BEGINS = Pattern.compile("合计|总计|小计|共计|制表|填表|填报|审核|经办|负责人|单位盖章|说明:|注:|备注:");

	/** Beside a word of whoever made it stands a name, and nothing more. */
	private static final Pattern WORD = Pattern.compile("(?:制表|填表|填报|审核|复核|经办|负责)(?:人|人员|者|单位|日期)(?:签字|签章|签名|盖章)?");

	private Footer() {
	}

	/**
	 * Whether a row stands below a list.
	 * @param cell its first filled cell
	 * @param filled how many are filled
	 * @param named how many columns of the table have a name
	 */
	static boolean is(String cell, int filled, long named) {
		char begin = cell.charAt(0);
		if (begin >= '0' && begin <= '9') {
			// as nearly all rows begin
			return false;
		}
		String first = CellText.name(cell);
		return SUM.matcher(first).matches() || SIGNED.matcher(first).matches()
				|| (filled <= 2 && WORD.matcher(first).matches())
				|| (2L * filled <= named && BEGINS.matcher(first).lookingAt());
	}

}
