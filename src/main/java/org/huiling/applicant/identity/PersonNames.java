package org.huiling.applicant.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared and looked up. */
public final class PersonNames {

	/** 复姓 of two characters that are in use. */
	private static final Set<String> COMPOUND = Set.of("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒",
			"司空", "夏侯", "长孙", "宇文", "轩辕", "端木", "独孤", "南宫", "西门", "东郭", "百里", "呼延", "濮阳", "淳于", "单于", "太史", "申屠", "公冶",
			"仲孙", "钟离", "闻人", "澹台", "赫连", "万俟", "闾丘", "拓跋", "纳兰", "第五");

	/** Whatever is typed for the middle dot, which not every keyboard has. */
	private static final Pattern DOTS = Pattern.compile("[·•‧∙⋅・.。･]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

	private static final Pattern SEPARATORS = Pattern.compile("[· ]+");

	/** From four characters on, the surname may be one or two of them. */
	private static final int SURNAME_UNCLEAR = 4;

	private PersonNames() {
	}

	/**
	 * What two ways to write one name have in common.
	 * @param name as it was typed
	 * @return without spaces and middle dots, full-width forms and capitals
	 */
	public static String key(String name) {
		return isPlain(name) ? name : SEPARATORS.matcher(normalise(name)).replaceAll("");
	}

	/**
	 * What stands first: the surname, or what is before the first middle dot or blank.
	 * @param name as it was typed
	 * @return the key of that part
	 */
	public static String surname(String name) {
		return parts(name).get(0);
	}

	/**
	 * A name as a list that everybody reads may have it.
	 * @param name as it was typed
	 * @return the surname and one star, however much follows, such as {@code 欧阳*}
	 */
	public static String masked(String name) {
		return surname(name) + "*";
	}

	/**
	 * The parts of a name by which people are looked for: the surname and the given name,
	 * or what stands between middle dots or blanks. A name of four characters may have a
	 * surname of one or two: both given names are among them.
	 * @param name as it was typed
	 * @return their keys, the surname first
	 */
	public static List<String> parts(String name) {
		String normal = normalise(name);
		List<String> separated = SEPARATORS.splitAsStream(normal).filter((part) -> !part.isEmpty()).toList();
		if (separated.size() != 1) {
			return separated.isEmpty() ? List.of(normal) : separated;
		}
		String whole = separated.get(0);
		int length = whole.codePointCount(0, whole.length());
		if (length == 1 || isLatin(whole)) {
			return separated;
		}
		int end = whole.offsetByCodePoints(0, (length > 2 && COMPOUND.contains(whole.substring(0, 2))) ? 2 : 1);
		List<String> parts = new ArrayList<>(List.of(whole.substring(0, end), whole.substring(end)));
		if (length >= SURNAME_UNCLEAR && end == whole.offsetByCodePoints(0, 1)) {
			parts.add(whole.substring(whole.offsetByCodePoints(0, 2)));
		}
		return parts;
	}

	/**
	 * Whether a name has characters that a code page could not say: question marks,
	 * replacement and private-use characters, and those that are put where one is
	 * missing.
	 * @param name as it was typed
	 * @return true if no bank will take it for the name it was
	 */
	public static boolean isDamaged(String name) {
		return !isPlain(name) && name.codePoints()
			.anyMatch((character) -> "?？�□■〓*＊".indexOf(character) >= 0
					|| Character.getType(character) == Character.PRIVATE_USE);
	}

	/** One kind of middle dot; blanks between Latin letters only. */
	private static String normalise(String name) {
		if (isPlain(name)) {
			return name;
		}
		String visible = INVISIBLE.matcher(name).replaceAll("");
		String one = DOTS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
			.replaceAll("·")
			.toLowerCase(Locale.ROOT)
			.strip();
		return SPACES.matcher(one).replaceAll(isLatin(one) ? " " : "");
	}

	/** As nearly all names are. */
	private static boolean isPlain(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) < 0x4E00 || name.charAt(i) > 0x9FFF) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLatin(String name) {
		return name.chars().allMatch((character) -> character < 0x250);
	}

}
