package org.huiling.applicant.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.facts.MadeUpIds;
import org.huiling.input.StrictJson;
import org.huiling.recorded.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordWarningTests {

	@Test
	void warnsOfAnUnassignedRegion() {
		String id = MadeUpIds.of(LocalDate.of(1933, 2, 15), 2);
		assertThat(warnings("'residentId': '" + id + "'"))
			.containsExactly(new RecordWarning("REGION_UNKNOWN", "residentId", List.of()));
	}

	@Test
	void doesNotWarnOfTheRegionOfAJurisdictionThatIsHere() {
		String id = MadeUpIds.of(LocalDate.of(1933, 2, 15), 2);
		assertThat(new ApplicantReader(TestFacts.READING, LocalDate.of(2014, 1, 1), id.substring(0, 6)::equals)
			.read(StrictJson.read(("{\"birthDate\": \"1933-02-15\", \"residentId\": \"" + id + "\"}")
				.getBytes(StandardCharsets.UTF_8)))
			.warnings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
			"-                                           | RURAL |                                         | true",
			"'from': '2010-01-01', 'to': '2012-12-31'    | URBAN | , 'since': '2013-01-01'                 | false",
			"'from': '2010-01-01', 'to': '2013-01-01'    | URBAN | , 'since': '2013-01-01'                 | true",
			"'from': '2013-01-01'                        | RURAL | , 'since': '2010-01-01', 'to': '2012-12-31' | false",
			"'from': '2013-01-01'                        | NONE  |                                         | false" })
	void warnsOfTekunAndDibaoAtOneTime(String status, String type, String dibao, boolean warned) {
		String json = "'household': {'dibao': {'type': '%s'%s}}, 'statuses': [{'kind': 'TEKUN'%s}]".formatted(type,
				(dibao != null) ? dibao : "", (status != null) ? ", " + status : "");
		assertThat(Told.warnings(warnings(json))).isEqualTo(warned ? "statuses TEKUN_AND_DIBAO [household.dibao]" : "");
	}

	@Test
	void warnsOfADisasterWithABill() {
		assertThat(Told.warnings(warnings(
				"'claims': [{'id': 'a', 'date': '2013-01-01', 'kind': 'DISASTER', 'totalCost': 5, 'eligibleCost': 5}]")))
			.isEqualTo("claims[0].eligibleCost DISASTER_WITH_BILL []");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "1900-01-01, -, BIRTH_PLACEHOLDER", "1901-01-01, -, BIRTH_PLACEHOLDER",
			"2000-01-01, -, BIRTH_PLACEHOLDER", "1899-12-30, -, BIRTH_PLACEHOLDER", "1970-01-01, -, BIRTH_PLACEHOLDER",
			"1900-01-02, -, -", "1950-01-01, -, -", "1850-01-01, -, BIRTH_LONG_AGO", "1897-10-01, -, BIRTH_LONG_AGO",
			"1897-10-02, -, -", "1850-01-01, 1931-05-01, -" })
	void warnsOfABirthThatNobodyKnew(String birth, @Nullable String death, @Nullable String code) {
		String json = "{'birthDate': '" + birth + "'" + ((death != null) ? ", 'deathDate': '" + death + "'" : "") + "}";
		assertThat(read(json)).extracting((warning) -> warning.field() + " " + warning.code())
			.isEqualTo((code != null) ? List.of("birthDate " + code) : List.of());
	}

	@Test
	void aResidentIdConfirmsAPlaceholderButNoAge() {
		assertThat(read("{'birthDate': '1970-01-01', 'residentId': '"
				+ MadeUpIds.of(LocalDate.of(1970, 1, 1), 2).replace('X', 'x') + "'}"))
			.extracting(RecordWarning::code)
			.containsExactly("REGION_UNKNOWN");
		assertThat(
				read("{'birthDate': '1850-01-01', 'residentId': '" + MadeUpIds.of(LocalDate.of(1850, 1, 1), 2) + "'}"))
			.extracting(RecordWarning::code)
			.contains("BIRTH_LONG_AGO");
	}

	@ParameterizedTest
	@CsvSource({ "王?, true", "王？, true", "李\uE12D, true", "李�, true", "张*, true", "王□, true", "䶮甲, false", "𠮷甲, false",
			"古丽米热·艾比布力, false", "Li Ming, false" })
	void warnsOfANameThatACodePageDamaged(String name, boolean warned) {
		assertThat(warnings("'name': '" + name + "'").contains(new RecordWarning("NAME_DAMAGED", "name", List.of())))
			.isEqualTo(warned);
		assertThat(warnings("'payee': {'name': '" + name + "'}")
			.contains(new RecordWarning("NAME_DAMAGED", "payee.name", List.of()))).isEqualTo(warned);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "卡六, BANK, 代领人甲, true", "卡六, -, 代领人甲, true", "卡六, BANK, 卡六, false", "卡 六, BANK, 卡六, false",
					"古丽米热·艾比布力, BANK, 古丽米热.艾比布力, false", "古丽米热·艾比布力, BANK, 古丽米热艾比布力, false",
					"LI MING, BANK, Ｌｉ Ｍｉｎｇ, false", "卡六, AGENT, 代领人甲, false", "卡六, 监护人, 代领人甲, false",
					"卡六, institution, 示范敬老院, false", "-, BANK, 代领人甲, false", "卡六, BANK, -, false" })
	void warnsOfAHolderWhoIsSomebodyElse(@Nullable String name, @Nullable String kind, @Nullable String holder,
			boolean warned) {
		String payee = ((kind != null) ? "'kind': '" + kind + "'" : "'bank': '示范银行'")
				+ ((holder != null) ? ", 'name': '" + holder + "'" : "");
		assertThat(warnings(((name != null) ? "'name': '" + name + "', " : "") + "'payee': {" + payee + "}")).isEqualTo(
				warned ? List.of(new RecordWarning("HOLDER_DIFFERS", "payee.name", List.of("name"))) : List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"INPATIENT, COUNTY, 6000, 5300, 2013-03-01 | INPATIENT, COUNTY, 6000.00, 5300, 2013-03-01 | SAME_STAY",
			"DISASTER, -, 6000, -, 2013-03-01          | DISASTER, -, 6000, -, 2013-03-01              | SAME_STAY",
			"OUTPATIENT, COUNTY, 60, 50, 2013-03-01    | OUTPATIENT, COUNTY, 60, 50, 2013-03-01        | SAME_STAY",
			"OUTPATIENT, COUNTY, 60, 50, 2013-03-01    | OUTPATIENT, COUNTY, 61, 50, 2013-03-01        | -",
			"OUTPATIENT, COUNTY, -, -, 2013-03-01      | OUTPATIENT, COUNTY, -, -, 2013-03-01          | -",
			"INPATIENT, COUNTY, 6000, 5300, 2013-03-01 | INPATIENT, CITY, 6000, 5300, 2013-03-01       | STAYS_OVERLAP",
			"INPATIENT, COUNTY, 1, 1, 2013-03-01..2013-03-10 | INPATIENT, COUNTY, 2, 2, 2013-03-09..2013-03-20 | STAYS_OVERLAP",
			"INPATIENT, COUNTY, 1, 1, 2013-03-01..2013-03-10 | INPATIENT, COUNTY, 2, 2, 2013-03-05 | STAYS_OVERLAP",
			"INPATIENT, COUNTY, 1, 1, 2013-03-01..2013-03-10 | INPATIENT, COUNTY, 2, 2, 2013-03-10..2013-03-20 | -",
			"INPATIENT, COUNTY, 1, 1, 2013-03-01..2013-03-10 | OUTPATIENT, COUNTY, 2, 2, 2013-03-05 | -" })
	void warnsOfBothStaysThatDoNotGoTogether(String first, String second, @Nullable String code) {
		List<RecordWarning> warnings = warnings("'claims': [" + claim("a", first) + ", " + claim("b", second) + "]");
		assertThat(warnings).isEqualTo(
				(code == null) ? List.of() : List.of(new RecordWarning(code, "claims[0].date", List.of("claims[1]")),
						new RecordWarning(code, "claims[1].date", List.of("claims[0]"))));
	}

	private static String claim(String id, String text) {
		String[] parts = text.strip().split(", ");
		String[] days = parts[4].split("\\.\\.");
		return "{'id': '%s', 'kind': '%s', 'hospitalTier': %s, 'totalCost': %s, 'eligibleCost': %s, 'date': '%s'%s}"
			.formatted(id, parts[0], "-".equals(parts[1]) ? "null" : "'" + parts[1] + "'",
					"-".equals(parts[2]) ? "null" : parts[2], "-".equals(parts[3]) ? "null" : parts[3],
					days[days.length - 1], (days.length > 1) ? ", 'admitted': '" + days[0] + "'" : "");
	}

	private static List<RecordWarning> warnings(String fields) {
		return read("{'birthDate': '1933-02-15', " + fields + "}");
	}

	private static List<RecordWarning> read(String json) {
		byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		return TestFacts.on(LocalDate.of(2013, 10, 1)).read(StrictJson.read(body)).warnings();
	}

}
