package org.huiling.crosscheck;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A column of an outside list, by the names that people give it. */
enum ListColumn {

	/** 身份证号码. */
	RESIDENT_ID("residentId", "id", "resident id", "id number", "身份证号", "身份证号码", "居民身份证号", "居民身份证号码", "公民身份号码",
			"公民身份证号码", "身份证", "证件号码", "证件号"),

	/** 姓名. */
	NAME("name", "姓名", "死者姓名", "逝者姓名"),

	/** 出生日期. */
	BIRTH_DATE("birthDate", "birth date", "date of birth", "出生日期", "出生年月日", "生日"),

	/** The day that the list is about. */
	DATE("date", "deathDate", "death date", "date of death", "日期", "死亡日期", "死亡时间", "去世日期");

	private final String path;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final List<String> names;

	ListColumn(String path, String... others) {
		this.path = path;
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

	/** The one that a header names, null if it is of no interest. */
	static @Nullable ListColumn of(String header) {
		String name = Normalizer.normalize(header.replace("\uFEFF", ""), Normalizer.Form.NFKC)
			.strip()
			.toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter((column) -> column.names.contains(name)).findFirst().orElse(null);
	}

}
