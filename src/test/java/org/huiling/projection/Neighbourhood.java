package org.huiling.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.huiling.account.TestCallers;
import org.huiling.facts.MadeUpIds;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Made-up people of every kind, of whom not everything is known. */
final class Neighbourhood {

	private static final String COLUMNS = "residentId,birthDate,sex,hukou.region,hukou.type,hukou.since,residence.region,"
			+ "residence.since,household.size,household.monthlyIncome,household.livingAlone,household.dibao.type,"
			+ "disability.grade,careLevel,pension.monthlyAmount,lifeCheck.lastPassed,insurance.scheme,insurance.year,"
			+ "insurance.contributionPaid,statuses,choices,claims[0].id,claims[0].date,claims[0].kind,"
			+ "claims[0].hospitalTier,claims[0].totalCost,claims[0].eligibleCost,applications[0].program,"
			+ "applications[0].date,applications[1].program,applications[1].date\n";

	private Neighbourhood() {
	}

	/** People between 57 and 101 years of age in 2013, in five streets. */
	static List<String> of(int people, Random random, RestTestClient client, JdbcClient jdbc) {
		StringBuilder csv = new StringBuilder(COLUMNS);
		for (int i = 0; i < people; i++) {
			csv.append(person(i, people, random)).append('\n');
		}
		byte[] answer = client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, "worker;CASE_WORKER;379901")
			.contentType(MediaType.parseMediaType("text/csv"))
			.body(csv.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new JsonMapper().readTree(answer).get("refused").intValue()).isZero();
		return jdbc.sql("select distinct applicant::text from applicant_region where region like '379901%' order by 1")
			.query(String.class)
			.list();
	}

	private static String person(int number, int people, Random random) {
		LocalDate birth = LocalDate.of(1912, 1, 1).plusDays(number * 16_000L / people + people % 7);
		boolean man = number % 2 == 0;
		boolean known = random.nextInt(4) != 0;
		boolean claims = random.nextInt(4) == 0;
		int cost = 500 + random.nextInt(40_000);
		String month = "%02d".formatted(1 + random.nextInt(12));
		String subsidy = random.nextBoolean() ? ",," : ",living-subsidy,2013-%s-11".formatted(month);
		String applied = (random.nextInt(3) == 0) ? subsidy + ",,"
				: ",old-age-allowance,2012-%s-20".formatted(month) + subsidy;
		return String.join(",", MadeUpIds.of(birth, 1 + number % 998 / 2 * 2 + (man ? 0 : 1)), birth.toString(),
				man ? "MALE" : "FEMALE", "37990100" + (1 + random.nextInt(5)), random.nextBoolean() ? "RURAL" : "URBAN",
				"1960-01-01", "379901003", "1960-01-01", String.valueOf(1 + random.nextInt(3)),
				known ? random.nextInt(2_000) + ".50" : "", String.valueOf(random.nextBoolean()),
				(random.nextInt(5) == 0) ? "RURAL" : known ? "NONE" : "", (random.nextInt(8) == 0) ? "2" : "0",
				String.valueOf(random.nextInt(4)), (random.nextInt(3) == 0) ? "0" : String.valueOf(random.nextInt(400)),
				"2012-" + month + "-05", "NCMS", "2013", "true", "[]", "[]",
				claims ? "c1,2013-" + month + "-14,INPATIENT,COUNTY," + cost + ".00," + cost * 9 / 10 + ".00" : ",,,,,")
				+ applied;
	}

}
