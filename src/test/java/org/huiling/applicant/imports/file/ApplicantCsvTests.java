package org.huiling.applicant.imports.file;

import java.time.LocalDate;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.applicant.ImportMode;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ApplicantCsvTests {

	private static final CsvColumns COLUMNS = new CsvColumns(TestFacts.DICTIONARY);

	private static final LocalDate TODAY = LocalDate.of(2013, 10, 1);

	@Test
	void readsPathsAndNumberedItems() {
		TestPerson read = read(
				new String[] { "birthDate", "household.dibao.type", "claims[0].id", "claims[0].date", "claims[0].kind",
						"claims[1].id", "claims[1].date", "claims[1].kind", "statuses", "choices" },
				"1933-02-15", "NONE", "c1", "2013-01-05", "INPATIENT", "", "", "", "[]", "");
		assertThat(read.at("household.dibao.type").asString()).isEqualTo("NONE");
		assertThat(read.at("claims").size()).isEqualTo(1);
		assertThat(read.at("statuses").isArray()).isTrue();
		assertThat(read.at("statuses").isEmpty()).isTrue();
		assertThat(read.at("choices").isMissingNode()).isTrue();
		assertThat(read.at("hukou").isMissingNode()).isTrue();
	}

	@Test
	void readsChineseHeadersAndValues() {
		TestPerson read = read(new String[] { "姓名", "出生日期", "性别", "低保类别", "独居", "残疾等级", "身份类别[0]", "身份起始日期[0]", "养老金" },
				"试例甲", "1933年2月15日", "女", "农村", "否", "二级", "特困", "2010/1/1", "无");
		assertThat(read.at("name").asString()).isEqualTo("试例甲");
		assertThat(read.at("birthDate").asString()).isEqualTo("1933-02-15");
		assertThat(read.at("sex").asString()).isEqualTo("FEMALE");
		assertThat(read.at("household.dibao.type").asString()).isEqualTo("RURAL");
		assertThat(read.at("household.livingAlone").asString()).isEqualTo("false");
		assertThat(read.at("disability.grade").asString()).isEqualTo("2");
		assertThat(read.at("statuses[0].kind").asString()).isEqualTo("TEKUN");
		assertThat(read.at("pension.monthlyAmount").asString()).isEqualTo("0.00");
	}

	@ParameterizedTest
	@CsvSource({ "1933/2/15", "1933-2-15", "1933.2.15", "19330215", "1933年2月15日", "１９３３-02-15", "1933/2/15 0:00",
			"1933-02-15 00:00:00", "1933-02-15T00:00:00", "1933年02月15号", "1933-02-15 00:00:00.000" })
	void takesDatesThatMeanOneDay(String cell) {
		assertThat(read(new String[] { "birthDate" }, cell).at("birthDate").asString()).isEqualTo("1933-02-15");
	}

	@ParameterizedTest
	@CsvSource({ "02/03/1933", "12100", "33-2-15", "1933", "1933-02", "1933021", "193302155", "1933-0215", "193302-15",
			"1933-02-15 08:30", "1933-02-15T00:00:01" })
	void refusesDatesThatCouldMeanMore(String cell) {
		assertThat(refusal(new String[] { "birthDate" }, cell).errors())
			.containsExactly(FieldError.of("birthDate", "INVALID_DATE"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1200", "1,200.00", "￥1200", "1200元", "１２００", "1200.0", "¥ 1,200" })
	void takesMoneyThatMeansOneAmount(String cell) {
		TestPerson read = read(new String[] { "birthDate", "养老金" }, "1933-02-15", cell);
		assertThat(read.at("pension.monthlyAmount").asString()).isEqualTo("1200.00");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,2", "1.200,00", "12,00", "1 200", "一千二", "1200美元", "1e3", "NaN" })
	void neverReadsAnotherAmountThanIsWritten(String cell) {
		assertThat(refusal(new String[] { "birthDate", "养老金" }, "1933-02-15", cell).errors())
			.containsExactly(FieldError.of("pension.monthlyAmount", "WRONG_TYPE", "number"));
	}

	@Test
	void refusesAListThatIsEmptyAndHasItems() {
		assertThat(refusal(new String[] { "birthDate", "statuses", "statuses[0].kind" }, "1933-02-15", "[]", "TEKUN")
			.errors()).containsExactly(FieldError.of("statuses", "WRONG_TYPE", "array"));
	}

	@Test
	void refusesAGapInTheNumbers() {
		assertThat(refusal(new String[] { "birthDate", "statuses[1].kind" }, "1933-02-15", "TEKUN").errors())
			.containsExactly(FieldError.of("statuses[0]", "WRONG_TYPE", "object"));
	}

	@Test
	void refusesAHeaderByColumnAndPassesOverWhatItDoesNotKnow() {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
				() -> ApplicantCsv.of(COLUMNS, ImportMode.ADD, "姓名", "name", "foo"));
		assertThat(refusal.errors()).containsExactly(FieldError.of("name", "DUPLICATE_COLUMN", "name"),
				FieldError.of("birthDate", "REQUIRED"));
		assertThat(ApplicantCsv.ignored(COLUMNS,
				List.of("序号", "姓名", "", "claims[].id", "claims[1000].id", "claims[0].claims[0].id", "身份证号马",
						"import.line")))
			.containsExactly("序号", "#3", "claims[].id", "claims[1000].id", "claims[0].claims[0].id", "身份证号马");
		assertThat(COLUMNS.meant("身份证号马")).isIn("身份证号码", "身份证号");
		assertThat(COLUMNS.meant("出生年月")).isEqualTo("出生年月日");
		assertThat(COLUMNS.meant("claims.date")).as("without the number of the item").isEqualTo("claims[0].date");
		assertThat(COLUMNS.meant("claims[].date")).isEqualTo("claims[0].date");
		assertThat(COLUMNS.meant("择一项目")).isEqualTo("择一项目[0]");
		for (String other : List.of("序号", "备注", "联系电话", "年龄", "民族", "#3")) {
			assertThat(COLUMNS.meant(other)).as(other).isNull();
		}
	}

	private static TestPerson read(String[] header, String... cells) {
		return TestPerson.of(TestFacts.on(TODAY)
			.read(ApplicantCsv.of(COLUMNS, ImportMode.ADD, header).applicant(List.of(cells)))
			.record());
	}

	private static InvalidInput refusal(String[] header, String... cells) {
		return catchThrowableOfType(InvalidInput.class, () -> read(header, cells));
	}

}
