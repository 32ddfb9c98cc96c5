package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.jspecify.annotations.Nullable;

/** Writes the tables of {@code rules/README.md} that the dictionary says. */
final class FactTables {

	private final Dictionary dictionary;

	private final Set<String> words;

	FactTables(Dictionary dictionary) {
		this.dictionary = dictionary;
		this.words = RuleVocabulary.of(Objects.requireNonNull(TestFacts.READING.of(dictionary.subject())))
			.properties()
			.keySet();
	}

	/** A row for everything that is recorded, in the order in which it is written. */
	String facts() {
		List<String> rows = new ArrayList<>(
				List.of("| 路径 | 名称 | English | 是什么 | 规则里写 | 说明 |", "| --- | --- | --- | --- | --- | --- |"));
		this.dictionary.entries().forEach((entry) -> add(entry, rows));
		return String.join("\n", rows);
	}

	/** A row for each list of codes. */
	String codes() {
		String head = "| 类别 | 代码 |\n| --- | --- |\n";
		return head + this.dictionary.codeTypes()
			.stream()
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.map(FactTables::row)
			.collect(Collectors.joining("\n"));
	}

	private static String row(CodeType type) {
		return "| `" + type.name() + "` | "
				+ type.values()
					.stream()
					.filter((code) -> !code.withdrawn())
					.map(FactTables::code)
					.collect(Collectors.joining("、"))
				+ " |";
	}

	private static String code(CodeValue code) {
		String aliases = code.aliases().isEmpty() ? "" : "（" + String.join("、", code.aliases()) + "）";
		return "`" + code.name() + "` " + code.label().zh() + aliases;
	}

	private void add(Entry entry, List<String> rows) {
		if (entry instanceof FactGroup group) {
			group.entries().forEach((one) -> add(one, rows));
		}
		else if (entry instanceof FactList list) {
			row(rows, list.path(), list.naming(), "列表", "–", list(list));
			list.fields().forEach((field) -> add(field, rows));
		}
		else if (entry instanceof Fact fact) {
			String is = (fact.codes() != null) ? "`" + fact.codes().name() + "`" : word(fact.type());
			row(rows, fact.path(), fact.naming(), is, inRules(fact), said(fact));
		}
	}

	private static void row(List<String> rows, String path, Naming naming, String is, String rules,
			Stream<String> said) {
		String about = Stream.concat(said, Stream.ofNullable(naming.help()).map((help) -> help.zh()))
			.collect(Collectors.joining("；"));
		rows.add("| `" + path + "` | " + naming.label().zh() + " | " + naming.label().en() + " | " + is + " | " + rules
				+ " | " + about + " |");
	}

	private String inRules(Fact fact) {
		if (fact.list() == null) {
			return this.words.contains(this.dictionary.subject().pattern() + "." + fact.path())
					? "`" + fact.path() + "`" : "–";
		}
		String pattern = Objects.requireNonNull(this.dictionary.list(fact.list())).shape().pattern();
		return this.words.contains(pattern + "." + fact.name()) ? "`" + pattern + "( " + fact.name() + " )`" : "–";
	}

	private static String word(FactType type) {
		return switch (type) {
			case BOOLEAN -> "是否";
			case INTEGER -> "整数";
			case DECIMAL -> "小数";
			case MONEY -> "金额";
			case DATE -> "日期";
			case REGION -> "区划代码";
			case CODE -> "代码";
			case CODES -> "几个代码";
			case TEXT -> "文字";
		};
	}

	private static Stream<String> list(FactList list) {
		return Stream.of(list.shape().key().isEmpty() ? null
				: "以 " + list.shape().key().stream().map((one) -> "`" + one + "`").collect(Collectors.joining("、"))
						+ " 区分各项",
				list.shape().merge() ? "再次登记时保留旧项" : null, list.is(Trait.ABSENT_IS_NONE) ? "不登记就是没有" : null)
			.filter(Objects::nonNull);
	}

	private static Stream<String> said(Fact fact) {
		return Stream
			.of((fact.type() == FactType.MONEY) ? null : range(fact.bounds()), names(fact),
					(fact.unit() != null) ? "单位 `" + fact.unit() + "`" : null,
					(fact.tableKey() != null) ? "可按它查表" : null, fact.is(Trait.REQUIRED) ? "必填" : null,
					fact.is(Trait.ABSENT_IS_NONE) ? "不登记就是没有" : null, fact.is(Trait.SEALED) ? "加密保存" : null,
					validity(fact.validity()), (fact.standard() != null) ? fact.standard() : null)
			.filter(Objects::nonNull);
	}

	private static @Nullable String range(Bounds bounds) {
		BigDecimal min = bounds.min();
		BigDecimal max = bounds.max();
		if (min == null || max == null) {
			return null;
		}
		Earlier earlier = bounds.earlier();
		return min.toPlainString() + "—" + max.toPlainString()
				+ ((earlier == null) ? "" : "，" + earlier.before() + " 以前施行的版本到 " + earlier.max().toPlainString()
						+ ((earlier.standard() != null) ? "（" + earlier.standard() + "）" : ""));
	}

	private static @Nullable String names(Fact fact) {
		String names = fact.names()
			.stream()
			.flatMap((value) -> Stream.ofNullable(value.label()).map((label) -> value.value() + " " + label.zh()))
			.collect(Collectors.joining("、"));
		return names.isEmpty() ? null : names;
	}

	private static @Nullable String validity(@Nullable Validity validity) {
		return (validity == null || validity.outside() == null) ? null : "起始日以前、截止日以后读作 `" + validity.outside() + "`";
	}

}
