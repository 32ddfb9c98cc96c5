package org.huiling.web.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.web.policy.CellTable.Row;
import org.huiling.web.policy.CellTable.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CellTableTests {

	private static final String HEADER = """
			说明,,,
			RuleSet,老年人补贴,,
			RuleTable 补贴,,,
			NAME,METADATA,CONDITION,ACTION
			,,Applicant,benefit
			,"basis(""$param"")",age >= $param,"grant(P.a, $param)"
			规则,依据,满（周岁）,
			""";

	private static final String TABLE = HEADER + """
			"甲",第一条,80,"P.a, P.b"
			乙,第二条 ,90,P.c
			""";

	private static CellTable table(String text) {
		return Objects.requireNonNull(CellTable.read(text));
	}

	/** As a form sends it that nobody typed in. */
	private static List<Sent> untouched(CellTable table) {
		return new ArrayList<>(table.rows().stream().map((row) -> new Sent(row.number(), Map.of())).toList());
	}

	@Test
	void tellsRulesFromWhatStandsAboveThem() {
		List<Row> rows = table(TABLE).rows();
		assertThat(rows).hasSize(9);
		assertThat(rows.subList(0, 7)).noneMatch(Row::isRule);
		assertThat(rows.subList(7, 9)).allMatch(Row::isRule);
		assertThat(rows.get(7).cells()).containsExactly("甲", "第一条", "80", "P.a, P.b");
		assertThat(rows.get(7).titles()).as("a column without a title has its snippet")
			.containsExactly("规则", "依据", "满（周岁）", "grant(P.a, $param)");
	}

	@Test
	void fieldsAreAsWideAsWhatStandsInThem() {
		Row row = table(TABLE).rows().get(7);
		assertThat(row.size(0)).isEqualTo(10);
		assertThat(row.size(3)).isEqualTo(10);
		assertThat(new Row(1, List.of("六十周岁以上"), List.of("x")).size(0)).isEqualTo(14);
		assertThat(new Row(1, List.of("P".repeat(999)), List.of("x")).size(0)).isEqualTo(36);
	}

	@Test
	void oneCellChangesAndNothingElse() {
		CellTable table = table(TABLE);
		List<Sent> sent = untouched(table);
		sent.set(8, new Sent(9, Map.of(2, "95")));
		assertThat(table.write(sent)).isEqualTo(TABLE.replace(",90,", ",95,"));
		sent.set(8, new Sent(9, Map.of(3, "P.a, \"x\"")));
		assertThat(table.write(sent)).isEqualTo(TABLE.replace("P.c", "\"P.a, \"\"x\"\"\""));
		sent.set(8, new Sent(9, Map.of(3, "")));
		assertThat(table.write(sent)).isEqualTo(TABLE.replace("P.c", ""));
	}

	@Test
	void aLongCellIsNotQuotedForItsLength() {
		CellTable table = table(TABLE);
		List<Sent> sent = untouched(table);
		String longer = "某某办法（本项目自拟，2013 年修订）第五条、第六条第二项";
		sent.set(8, new Sent(9, Map.of(1, longer)));
		assertThat(table.write(sent)).isEqualTo(TABLE.replace("第二条 ", longer));
	}

	@Test
	void rowsAreAddedDoubledMovedAndRemoved() {
		CellTable table = table(TABLE);
		List<Sent> sent = untouched(table);
		sent.add(8, new Sent(8, Map.of(0, "丙")));
		sent.remove(9);
		sent.add(new Sent(null, Map.of(0, "丁", 2, "100")));
		assertThat(table.write(sent)).isEqualTo(HEADER + """
				"甲",第一条,80,"P.a, P.b"
				丙,第一条,80,"P.a, P.b"
				丁,,100,
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n" })
	void linesEndAsTheyDid(String end) {
		String text = "\uFEFF" + TABLE.replace("\n", end);
		CellTable table = table(text);
		assertThat(table.write(untouched(table))).isEqualTo(text);
		String open = text.substring(0, text.length() - end.length());
		CellTable other = table(open);
		List<Sent> sent = untouched(other);
		assertThat(other.write(sent)).isEqualTo(open);
		sent.add(new Sent(null, Map.of(0, "丁")));
		assertThat(other.write(sent)).isEqualTo(open + end + "丁,,,");
	}

	@Test
	void aCellStaysACell() {
		CellTable table = table(TABLE);
		List<Sent> sent = untouched(table);
		sent.set(8, new Sent(9, Map.of(2, "1\n2,\"3\r\n4", 77, "beyond")));
		List<Row> rows = table(Objects.requireNonNull(table.write(sent))).rows();
		assertThat(rows).hasSize(9);
		assertThat(rows.get(8).cells()).containsExactly("乙", "第二条 ", "1 2,\"3 4", "P.c");
	}

	@Test
	void whatStandsAboveTheRulesCannotBeChanged() {
		CellTable table = table(TABLE);
		List<Sent> sent = untouched(table);
		sent.set(3, new Sent(4, Map.of(0, "SALIENCE")));
		assertThat(table.write(sent)).isEqualTo(TABLE);
		sent.remove(3);
		assertThat(table.write(sent)).as("a header is lacking").isNull();
		assertThat(table.write(List.of(new Sent(99, Map.of())))).as("no such row").isNull();
	}

	@Test
	void everyTableOfAFileKeepsItsHeaders() {
		String two = TABLE + HEADER.substring(HEADER.indexOf("RuleTable")) + "戊,第三条,1,P.d\n";
		CellTable table = table(two);
		assertThat(table.rows().stream().filter(Row::isRule).map(Row::number)).containsExactly(8, 9, 15);
		assertThat(table.write(untouched(table))).isEqualTo(two);
	}

	@Test
	void emptyAndShortRowsStay() {
		String text = TABLE + "\n短\n,,,\n";
		CellTable table = table(text);
		assertThat(table.write(untouched(table))).isEqualTo(text);
	}

	/** Such a file is only edited as text, so that nothing of it is lost. */
	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "a,b\n", "RuleTable x\n\"a\nb\",c\n", "RuleTable x\n\"a,b\n",
			"RuleTable x\n\"a\"b,c\n", "RuleTable x\ra,b\n" })
	void whatCannotBeToldApartIsNoGrid(String text) {
		CellTable table = CellTable.read(text);
		if (table != null) {
			assertThat(table.write(untouched(table))).isEqualTo(text);
			assertThat(text).doesNotContain("\"a");
		}
	}

	/** Writing what was read changes no shipped file. */
	@Test
	void everyShippedTableSurvives() throws IOException {
		List<Path> tables = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("rules"))) {
			files.filter((each) -> each.toString().endsWith(".drl.csv")).forEach(tables::add);
		}
		assertThat(tables).isNotEmpty();
		for (Path file : tables) {
			String text = Files.readString(file);
			CellTable table = table(text);
			assertThat(table.rows()).as(file.toString()).anyMatch(Row::isRule);
			assertThat(table.write(untouched(table))).as(file.toString()).isEqualTo(text);
		}
	}

}
