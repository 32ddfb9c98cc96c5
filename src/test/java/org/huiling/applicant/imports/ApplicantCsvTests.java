package org.huiling.applicant.imports;

import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.ImportMode;
import org.huiling.applicant.ApplicantReader;
import org.huiling.applicant.ApplicantJson;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.Sex;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ApplicantCsvTests {

	private static final LocalDate TODAY = LocalDate.of(2013, 10, 1);

	@Test
	void readsPathsAndNumberedItems() {
		ApplicantRecord read = read(
				new String[] { "birthDate", "household.dibao.type", "claims[0].id", "claims[0].date", "claims[0].kind",
						"claims[1].id", "claims[1].date", "claims[1].kind", "statuses", "choices" },
				"1933-02-15", "NONE", "c1", "2013-01-05", "INPATIENT", "", "", "", "[]", "");
		assertThat(at(read, "/household/dibao/type")).isEqualTo("NONE");
		assertThat(read.claims()).hasSize(1);
		assertThat(read.statuses()).isEmpty();
		assertThat(read.choices()).isNull();
		assertThat(read.hukou()).isNull();
	}

	@Test
	void readsChineseHeadersAndValues() {
		ApplicantRecord read = read(
				new String[] { "姓名", "出生日期", "性别", "低保类别", "独居", "残疾等级", "身份类别[0]", "身份起始日期[0]", "养老金" }, "试例甲",
				"1933年2月15日", "女", "农村", "否", "二级", "特困", "2010/1/1", "无");
		assertThat(read.name()).isEqualTo("试例甲");
		assertThat(read.birthDate()).isEqualTo("1933-02-15");
		assertThat(read.sex()).isEqualTo(Sex.FEMALE);
		assertThat(at(read, "/household/dibao/type")).isEqualTo("RURAL");
		assertThat(at(read, "/household/livingAlone")).isEqualTo("false");
		assertThat(at(read, "/disability/grade")).isEqualTo("2");
		assertThat(at(read, "/statuses/0/kind")).isEqualTo("TEKUN");
		assertThat(at(read, "/pension/monthlyAmount")).isEqualTo("0.00");
	}

	@ParameterizedTest
	@CsvSource({ "1933/2/15", "1933-2-15", "1933.2.15", "19330215", "1933年2月15日", "１９３３-02-15", "1933/2/15 0:00",
			"1933-02-15 00:00:00", "1933-02-15T00:00:00", "1933年02月15号", "1933-02-15 00:00:00.000" })
	void takesDatesThatMeanOneDay(String cell) {
		assertThat(read(new String[] { "birthDate" }, cell).birthDate()).isEqualTo("1933-02-15");
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
		ApplicantRecord read = read(new String[] { "birthDate", "养老金" }, "1933-02-15", cell);
		assertThat(at(read, "/pension/monthlyAmount")).isEqualTo("1200.00");
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
				() -> ApplicantCsv.of(ImportMode.ADD, "姓名", "name", "foo"));
		assertThat(refusal.errors()).containsExactly(FieldError.of("name", "DUPLICATE_COLUMN", "name"),
				FieldError.of("birthDate", "REQUIRED"));
		assertThat(ApplicantCsv.ignored(List.of("序号", "姓名", "", "claims[].id", "claims[1000].id",
				"claims[0].claims[0].id", "身份证号马", "import.line")))
			.containsExactly("序号", "#3", "claims[].id", "claims[1000].id", "claims[0].claims[0].id", "身份证号马");
		assertThat(CsvColumns.meant("身份证号马")).isIn("身份证号码", "身份证号");
		assertThat(CsvColumns.meant("出生年月")).isEqualTo("出生日期");
		for (String other : List.of("序号", "备注", "联系电话", "年龄", "民族", "#3")) {
			assertThat(CsvColumns.meant(other)).as(other).isNull();
		}
	}

	private static ApplicantRecord read(String[] header, String... cells) {
		return ApplicantReader.read(ApplicantCsv.of(ImportMode.ADD, header).applicant(List.of(cells)), TODAY).record();
	}

	private static String at(ApplicantRecord applicant, String pointer) {
		return ApplicantJson.of(applicant).at(pointer).asString();
	}

	private static InvalidInput refusal(String[] header, String... cells) {
		return catchThrowableOfType(InvalidInput.class, () -> read(header, cells));
	}

}
