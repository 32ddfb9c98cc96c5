package org.huiling.applicant;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.huiling.facts.MadeUpIds;
import org.huiling.input.StrictJson;
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
		RecordWarning warning = new RecordWarning("TEKUN_AND_DIBAO", "statuses", List.of("household.dibao"));
		assertThat(warnings(json)).isEqualTo(warned ? List.of(warning) : List.of());
	}

	@Test
	void warnsOfADisasterWithABill() {
		assertThat(warnings(
				"'claims': [{'id': 'a', 'date': '2013-01-01', 'kind': 'DISASTER', 'totalCost': 5, 'eligibleCost': 5}]"))
			.containsExactly(new RecordWarning("DISASTER_WITH_BILL", "claims[0].eligibleCost", List.of()));
	}

	private static List<RecordWarning> warnings(String fields) {
		byte[] body = ("{'birthDate': '1933-02-15', " + fields + "}").replace('\'', '"')
			.getBytes(StandardCharsets.UTF_8);
		return ApplicantReader.read(StrictJson.read(body), LocalDate.of(2013, 10, 1)).warnings();
	}

}
