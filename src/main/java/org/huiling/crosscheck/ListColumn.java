package org.huiling.crosscheck;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.huiling.crosscheck.CrossCheckKind.DEATHS;
import static org.huiling.crosscheck.CrossCheckKind.OTHER_BENEFIT;
import static org.huiling.crosscheck.CrossCheckKind.POPULATION;
import static org.huiling.crosscheck.CrossCheckKind.RESIDENCE;

/** A column of an outside list, by the names that people give it. */
enum ListColumn {

	/** 身份证号码. */
	RESIDENT_ID("residentId", EnumSet.allOf(CrossCheckKind.class), "id", "resident id", "id number", "身份证号", "身份证号码",
			"居民身份证号", "居民身份证号码", "公民身份号码", "公民身份证号码", "身份证", "证件号码", "证件号"),

	/** 姓名. */
	NAME("name", EnumSet.allOf(CrossCheckKind.class), "姓名", "死者姓名", "逝者姓名"),

	/** 出生日期. */
	BIRTH_DATE("birthDate", EnumSet.allOf(CrossCheckKind.class), "birth date", "date of birth", "出生日期", "出生年月日", "生日"),

	/** 死亡日期. */
	DEATH_DATE("date", EnumSet.of(DEATHS), "deathDate", "death date", "date of death", "日期", "死亡日期", "死亡时间", "去世日期"),

	/** 户籍所在地. */
	HUKOU("hukou.region", EnumSet.of(RESIDENCE, POPULATION), "hukou region", "hukou in", "region", "户籍所在地", "户籍区划代码",
			"户籍地", "户籍地区划代码", "区划代码", "行政区划代码"),

	/** 居住地. */
	RESIDENCE_IN("residence.region", EnumSet.of(RESIDENCE, POPULATION), "region of residence", "lives in", "居住地",
			"居住地区划代码", "现居住地", "现居住地区划代码", "常住地"),

	/** Since when somebody is registered or lives there. */
	MOVED("date", EnumSet.of(RESIDENCE), "since", "moved on", "日期", "迁移日期", "迁出日期", "迁入日期", "变动日期", "起始日期"),

	/** What somebody draws elsewhere. */
	PROGRAM("program", EnumSet.of(OTHER_BENEFIT), "benefit", "program elsewhere", "项目", "项目名称", "待遇", "待遇名称", "补贴名称",
			"补贴项目"),

	/** The first month in which they draw it. */
	FROM("from", EnumSet.of(OTHER_BENEFIT), "from month", "first month", "起始月份", "开始月份", "起始月", "享受起始月份", "发放起始月份",
			"起始日期"),

	/** The last month in which they draw it. */
	TO("to", EnumSet.of(OTHER_BENEFIT), "to month", "last month", "终止月份", "截止月份", "结束月份", "终止月", "截止日期", "终止日期"),

	/** How much they draw a month. */
	AMOUNT("amount", EnumSet.of(OTHER_BENEFIT), "monthly amount", "金额", "月金额", "发放金额", "待遇金额");

	private final String path;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Set<CrossCheckKind> kinds;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final List<String> names;

	ListColumn(String path, Set<CrossCheckKind> kinds, String... others) {
		this.path = path;
		this.kinds = kinds;
		this.names = Stream.concat(Stream.of(path), Stream.of(others))
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.toList();
	}

	/** What errors call it. */
	String path() {
		return this.path;
	}

	/** Its names, to be told. */
	String told() {
		return String.join(", ", this.names);
	}

	/** The one that a header names in a list of a kind, null if it is of no interest. */
	static @Nullable ListColumn of(String header, CrossCheckKind kind) {
		String name = Normalizer.normalize(header.replace("\uFEFF", ""), Normalizer.Form.NFKC)
			.strip()
			.toLowerCase(Locale.ROOT);
		return Stream.of(values())
			.filter((column) -> column.kinds.contains(kind) && column.names.contains(name))
			.findFirst()
			.orElse(null);
	}

}
