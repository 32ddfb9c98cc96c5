package org.huiling.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made-up people for whom months differ: birthdays on any day, statuses and dibao that
 * begin and end, deaths, claims of several months, records that change in the middle of a
 * month.
 */
final class ChangingPeople {

	private static final LocalDate FIRST = LocalDate.of(2012, 7, 1);

	private static final int DAYS = 900;

	private final Random random;

	private ChangingPeople(Random random) {
		this.random = random;
	}

	/** Puts some on file beside whoever is there. */
	static void of(int people, Random random, RestTestClient client, JdbcClient jdbc) {
		ChangingPeople made = new ChangingPeople(random);
		StringJoiner lines = new StringJoiner("\n");
		for (int i = 0; i < people; i++) {
			lines.add(made.person(i));
		}
		byte[] answer = client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, People.WORKER)
			.contentType(MediaType.parseMediaType("application/x-ndjson"))
			.body(lines.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new JsonMapper().readTree(answer).get("refused").intValue())
			.as("%s", new String(answer, StandardCharsets.UTF_8))
			.isZero();
		People worker = People.as(client, People.WORKER);
		jdbc.sql("select distinct applicant::text from applicant_region where region like '379901%' order by 1")
			.query(String.class)
			.list()
			.forEach((id) -> {
				if (random.nextInt(8) == 0) {
					worker.record(id, "{\"validFrom\": \"%s\", \"facts\": %s}".formatted(made.day(), made.change()));
				}
			});
	}

	private LocalDate day() {
		LocalDate day = FIRST.plusDays(this.random.nextInt(DAYS));
		return (this.random.nextInt(3) == 0) ? day.withDayOfMonth(1) : day;
	}

	private String change() {
		return Stream.of("{\"careLevel\": %d}".formatted(this.random.nextInt(4)),
				"{\"household\": {\"dibao\": {\"type\": \"URBAN\", \"since\": \"%s\"}}}".formatted(day()),
				"{\"pension\": null}", "{\"disability\": {\"grade\": 1}}", "{\"statuses\": %s}".formatted(statuses()))
			.skip(this.random.nextInt(5))
			.findFirst()
			.orElseThrow();
	}

	/** None, one or two of them, with ends. */
	private String statuses() {
		return Stream.of("LOW_INCOME", "SEVERE_ILLNESS", "VETERAN", "SPECIAL_FAMILY")
			.filter((kind) -> this.random.nextInt(4) == 0)
			.map((kind) -> {
				LocalDate from = day().minusDays(200);
				String to = this.random.nextBoolean()
						? ", \"to\": \"%s\"".formatted(from.plusDays(this.random.nextInt(400))) : "";
				return "{\"kind\": \"%s\", \"from\": \"%s\"%s}".formatted(kind, from, to);
			})
			.collect(Collectors.joining(", ", "[", "]"));
	}

	private String dibao() {
		if (this.random.nextInt(3) != 0) {
			return "{\"type\": \"NONE\"}";
		}
		LocalDate since = day().minusDays(300);
		String to = this.random.nextBoolean() ? ", \"to\": \"%s\"".formatted(since.plusDays(this.random.nextInt(600)))
				: "";
		return "{\"type\": \"RURAL\", \"since\": \"%s\"%s}".formatted(since, to);
	}

	private String claims() {
		StringJoiner claims = new StringJoiner(", ", "[", "]");
		for (int i = this.random.nextInt(4); i > 0; i--) {
			int cost = 500 + this.random.nextInt(40_000);
			claims.add(("{\"id\": \"c%d\", \"date\": \"%s\", \"kind\": \"INPATIENT\", \"hospitalTier\": \"COUNTY\","
					+ " \"totalCost\": %d, \"eligibleCost\": %d}")
				.formatted(i, day(), cost, cost * 9 / 10));
		}
		return claims.toString();
	}

	/** Of a hundred, of eighty, and of every age between sixty and that. */
	private String person(int number) {
		LocalDate birth = switch (this.random.nextInt(4)) {
			case 0 -> LocalDate.of(2013, 1, 1)
				.minusYears(List.of(60, 80, 90, 100).get(this.random.nextInt(4)))
				.plusMonths(this.random.nextInt(24));
			case 1 -> LocalDate.of(1912 + 4 * this.random.nextInt(11), 2, 29);
			default -> LocalDate.of(1912, 1, 1).plusDays(this.random.nextInt(15_000));
		};
		boolean man = number % 2 == 0;
		String claims = claims();
		String death = ("[]".equals(claims) && this.random.nextInt(4) == 0) ? "\"deathDate\": \"%s\",".formatted(day())
				: "";
		return ("{\"birthDate\": \"%s\", %s \"sex\": \"%s\","
				+ " \"hukou\": {\"region\": \"379901003\", \"type\": \"RURAL\", \"since\": \"%s\"},"
				+ " \"residence\": {\"region\": \"379901003\", \"since\": \"%s\"},"
				+ " \"household\": {\"size\": 2, \"monthlyIncome\": %d, \"livingAlone\": true, \"dibao\": %s},"
				+ " \"statuses\": %s, \"careLevel\": %d, \"disability\": {\"grade\": 0},"
				+ " \"pension\": {\"monthlyAmount\": %d}, \"claims\": %s,"
				+ " \"insurance\": {\"scheme\": \"NCMS\", \"year\": 2013, \"contributionPaid\": true},"
				+ " \"applications\": [{\"program\": \"living-subsidy\", \"date\": \"%s\"}]}")
			.formatted(birth, death, man ? "MALE" : "FEMALE",
					(this.random.nextInt(4) == 0) ? day() : LocalDate.of(1960, 1, 1),
					(this.random.nextInt(4) == 0) ? day() : LocalDate.of(1960, 1, 1), this.random.nextInt(2_000),
					dibao(), statuses(), this.random.nextInt(4), this.random.nextInt(300), claims, day());
	}

}
