package org.huiling.recalculation;

import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a roster makes up for earlier months, where runs decided. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RosterReasonsIntegrationTests {

	private static final String ROSTERS = "/api/v1/rosters";

	@Autowired
	RestTestClient client;

	private People people;

	private People paymaster;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.paymaster = People.as(this.client, "paymaster;PAYMASTER;379901");
		this.runs = Runs.as(this.client);
	}

	private String eighty(String lastPassed) {
		return this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "%s"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""".formatted(lastPassed));
	}

	private void run() {
		this.runs.ended(this.runs
			.order("""
					{"jurisdiction": "model-district", "programs": ["old-age-allowance"], "from": "2013-01", "to": "2013-08",
					 "mode": "COMMIT", "reason": "monthly"}""")
			.is(202)
			.text("/id"));
	}

	private String paid(String month) {
		String roster = this.runs.operator()
			.post(ROSTERS, "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}")
			.is(201)
			.text("/id");
		this.paymaster.post(ROSTERS + "/" + roster + "/approve", "{}").is(200);
		return roster;
	}

	private List<String> lines(String roster, String applicant) {
		return StreamSupport
			.stream(this.runs.operator()
				.get(ROSTERS + "/" + roster + "/lines?size=200")
				.is(200)
				.body()
				.get("items")
				.spliterator(), false)
			.filter((line) -> applicant.equals(line.get("applicantId").stringValue()))
			.map((line) -> line.get("period").stringValue() + " " + line.get("kind").stringValue() + " "
					+ line.get("because").asString("-"))
			.toList();
	}

	@Test
	void whoWasAwayPaysBackAndWhoIsFoundAgainIsPaid() {
		String away = eighty("2013-01-20");
		String missed = eighty("2012-04-30");
		run();
		assertThat(lines(paid("2013-06"), missed)).hasSize(4).allMatch((line) -> !line.startsWith("2013-05"));
		this.people.recorded(away,
				"""
						{"validFrom": "2013-04-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}}, "reason": "away"}""");
		this.people.recorded(away,
				"""
						{"validFrom": "2013-05-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}}, "reason": "back"}""");
		this.people.recorded(missed,
				"""
						{"validFrom": "2013-07-02", "facts": {"lifeCheck": {"lastPassed": "2013-07-02"}}, "reason": "passed"}""");
		run();
		String july = paid("2013-07");
		assertThat(lines(july, away)).containsExactly("2013-07 REGULAR -", "2013-04 RECOVERY MOVED_OUT");
		assertThat(lines(july, missed)).containsExactlyInAnyOrder("2013-05 ARREARS LIFE_CHECK_PASSED",
				"2013-06 ARREARS LIFE_CHECK_PASSED", "2013-07 REGULAR -");
	}

}
