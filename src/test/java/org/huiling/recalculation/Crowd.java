package org.huiling.recalculation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Many people of advanced age, for whom the allowance was applied in time. */
final class Crowd {

	private Crowd() {
	}

	static void of(int people, RestTestClient client) {
		StringBuilder csv = new StringBuilder(
				"residentId,birthDate,hukou.region,hukou.type,hukou.since,applications[0].program,applications[0].date\n");
		LocalDate first = LocalDate.of(1924, 6, 1);
		for (int i = 0; i < people; i++) {
			LocalDate birth = first.plusDays(i / 10);
			csv.append(MadeUpIds.of(birth, 1 + i % 10))
				.append(',')
				.append(birth)
				.append(",379901003,RURAL,1960-01-01,old-age-allowance,2013-01-04\n");
		}
		byte[] answer = client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, People.WORKER)
			.contentType(MediaType.parseMediaType("text/csv"))
			.body(csv.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new JsonMapper().readTree(answer).get("accepted").intValue()).isEqualTo(people);
	}

}
