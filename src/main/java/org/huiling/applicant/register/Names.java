package org.huiling.applicant.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are looked up. */
final class Names {

	/** 复姓 of two characters that are in use. */
	private static final Set<String> COMPOUND = Set.of("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒",
			"司空", "夏侯", "长孙", "宇文", "轩辕", "端木", "独孤", "南宫", "西门", "东郭", "百里", "呼延", "濮阳", "淳于", "单于", "太史", "申屠", "公冶",
			"仲孙", "钟离", "闻人", "澹台", "赫连", "万俟", "闾丘", "拓跋", "纳兰", "第五");

	private static final Pattern DOTS = Pattern.compile("[·•‧∙⋅・.]");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private Names() {
	}

	/**
	 * One way to write a name: no spaces between Chinese characters, one kind of middle
	 * dot, no full-width forms, no capitals.
	 */
	static String normalise(String name) {
		if (name.chars().allMatch((character) -> character >= 0x4E00 && character <= 0x9FFF)) {
			return name;
		}
		String one = DOTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
			.replaceAll("·")
			.toLowerCase(Locale.ROOT)
			.strip();
		boolean latin = one.chars().allMatch((character) -> character < 0x250 || character == '·');
		return SPACES.matcher(one).replaceAll(latin ? " " : "");
	}

	/** The surname of a normalised name: what stands first. */
	static String surname(String name) {
		int end = name.indexOf('·');
		if (end < 0) {
			end = name.indexOf(' ');
		}
		if (end > 0) {
			return name.substring(0, end);
		}
		if (name.length() > 2 && COMPOUND.contains(name.substring(0, 2))) {
			return name.substring(0, 2);
		}
		return name.substring(0, name.offsetByCodePoints(0, 1));
	}

}
