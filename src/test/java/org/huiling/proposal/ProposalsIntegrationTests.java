package org.huiling.proposal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.People.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What one account proposes takes effect when another confirms it. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ProposalsIntegrationTests {

	private static final String PROPOSALS = "/api/v1/proposals/";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatIsProposedTakesEffectWhenAnotherConfirmsIt() {
		Answer answer = propose("editor;POLICY_EDITOR;97", "north", "970001").is(202);
		String id = answer.text("/id");
		assertThat(answer.headers().getLocation()).hasPath(PROPOSALS + id);
		assertThat(answer.text("/state")).isEqualTo("PROPOSED");
		assertThat(answer.text("/action")).isEqualTo("JURISDICTION_ADD");
		assertThat(answer.text("/by")).isEqualTo("editor");
		assertThat(answer.text("/at")).isNotEmpty();
		assertThat(answer.text("/values/regionPrefix")).isEqualTo("970001");
		assertThat(jurisdictions()).doesNotContain("north");

		Answer done = as("approver;POLICY_APPROVER;97").post(PROPOSALS + id + "/confirm", "").is(200);
		assertThat(done.text("/id")).isEqualTo("north");
		assertThat(done.text("/people")).isEqualTo("0");
		assertThat(jurisdictions()).contains("north");
		Answer closed = as("editor;POLICY_EDITOR;97").get(PROPOSALS + id).is(200);
		assertThat(closed.text("/state")).isEqualTo("CONFIRMED");
		assertThat(closed.text("/closedBy")).isEqualTo("approver");
		assertThat(closed.body().get("answer")).isEqualTo(done.body());
		assertThat(as("another;POLICY_APPROVER;97").post(PROPOSALS + id + "/confirm", "").is(409).text("/type"))
			.endsWith(":proposal-state");
		assertThat(this.jdbc
			.sql("select action || ' ' || done_by || ' ' || coalesce(details::json #>> '{values,regionPrefix}', '')"
					+ " from audit_event where subject = 'north' and action like 'PROPOS%' order by id")
			.query(String.class)
			.list()).containsExactly("PROPOSED editor 970001", "PROPOSAL_CONFIRMED approver 970001");
	}

	@Test
	void whoProposedItNeverConfirmsIt() {
		String both = "both;POLICY_EDITOR,POLICY_APPROVER;97";
		String id = propose(both, "own", "970002").is(202).text("/id");
		assertThat(as(both).post(PROPOSALS + id + "/confirm", "").is(403).text("/type")).endsWith(":own-proposal");
		assertThat(as(both).post(PROPOSALS + id + "/reject", "{\"reason\": \"x\"}").is(403).text("/type"))
			.endsWith(":own-proposal");
		assertThat(as("editor;POLICY_EDITOR;97").post(PROPOSALS + id + "/confirm", "").is(403).text("/type"))
			.endsWith(":role-missing");
		assertThat(as("editor;POLICY_EDITOR;97").post(PROPOSALS + id + "/withdraw", "").is(403).text("/type"))
			.endsWith(":not-your-proposal");
		as("far;POLICY_APPROVER;11").post(PROPOSALS + id + "/confirm", "").is(404);
		as("street;POLICY_APPROVER;970002001").post(PROPOSALS + id + "/confirm", "").is(404);
		as("paymaster;PAYMASTER;97").post(PROPOSALS + id + "/confirm", "").is(404);
		assertThat(jurisdictions()).doesNotContain("own");
		assertThat(as(both).post(PROPOSALS + id + "/withdraw", "").is(200).text("/state")).isEqualTo("WITHDRAWN");
		as("approver;POLICY_APPROVER;97").post(PROPOSALS + id + "/confirm", "").is(409);
	}

	@Test
	void whatIsRejectedHasAReasonAndMayBeProposedAnew() {
		String id = propose("editor;POLICY_EDITOR;97", "wrong", "970003").is(202).text("/id");
		People approver = as("approver;POLICY_APPROVER;97");
		approver.post(PROPOSALS + id + "/reject", "{}").is(400);
		assertThat(propose("other;POLICY_EDITOR;97", "wrong", "970003").is(409).text("/detail")).contains(id);
		Answer rejected = approver.post(PROPOSALS + id + "/reject", "{\"reason\": \"前缀写错\"}").is(200);
		assertThat(rejected.text("/state")).isEqualTo("REJECTED");
		assertThat(rejected.text("/reason")).isEqualTo("前缀写错");
		propose("editor;POLICY_EDITOR;97", "wrong", "970003").is(202);
	}

	@Test
	void whatBecameImpossibleMeanwhileIsRefusedWhenItIsConfirmed() {
		String first = propose("editor;POLICY_EDITOR;97", "first", "970004").is(202).text("/id");
		String second = propose("editor;POLICY_EDITOR;97", "second", "970004").is(202).text("/id");
		People approver = as("approver;POLICY_APPROVER;97");
		approver.post(PROPOSALS + first + "/confirm", "").is(200);
		assertThat(approver.post(PROPOSALS + second + "/confirm", "").is(409).text("/type")).endsWith(":prefix-taken");
		assertThat(approver.get(PROPOSALS + second).is(200).text("/state")).isEqualTo("PROPOSED");
		assertThat(propose("editor;POLICY_EDITOR;97", "third", "970004").is(409).text("/type"))
			.endsWith(":prefix-taken");
	}

	@Test
	void ofTwoWhoConfirmAtOnceOneDoes() throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < 5; round++) {
				String id = propose("editor;POLICY_EDITOR;97", "race-" + round, "97005" + round).is(202).text("/id");
				List<Callable<Integer>> calls = IntStream.range(0, 2)
					.<Callable<Integer>>mapToObj((number) -> () -> as("approver" + number + ";POLICY_APPROVER;97")
						.post(PROPOSALS + id + "/confirm", "")
						.status())
					.toList();
				List<Integer> answers = both.invokeAll(calls).stream().map(ProposalsIntegrationTests::result).toList();
				assertThat(answers).containsExactlyInAnyOrder(200, 409);
			}
		}
		finally {
			both.shutdown();
		}
	}

	private static int result(Future<Integer> answer) {
		try {
			return answer.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void proposalsAreSeenByWhoMayProposeOrConfirmThemAndByAuditors() {
		String id = propose("editor;POLICY_EDITOR;97", "seen", "970006").is(202).text("/id");
		for (String caller : List.of("e;POLICY_EDITOR;97", "a;POLICY_APPROVER;970006", "x;AUDITOR;")) {
			assertThat(listed(caller, "PROPOSED")).as(caller).contains(id);
			as(caller).get(PROPOSALS + id).is(200);
		}
		for (String caller : List.of("p;PAYMASTER;97", "e;POLICY_EDITOR;11", "x;AUDITOR;970006001")) {
			assertThat(listed(caller, "PROPOSED")).as(caller).doesNotContain(id);
			as(caller).get(PROPOSALS + id).is(404);
		}
		assertThat(listed("e;POLICY_EDITOR;97", "CONFIRMED")).doesNotContain(id);
		as("e;POLICY_EDITOR;97").get("/api/v1/proposals?state=OPEN").is(400);
		as("e;POLICY_EDITOR;97").get(PROPOSALS + "x").is(404);
		as("e;POLICY_EDITOR;97").get(PROPOSALS + UUID.randomUUID()).is(404);
	}

	@Test
	void theDatabaseKeepsWhatWasProposed() {
		UUID id = UUID.fromString(propose("editor;POLICY_EDITOR;97", "kept", "970007").is(202).text("/id"));
		Stream.of("update proposal set proposed = '{}' where id = ?",
				"update proposal set state = 'CONFIRMED', closed_by = proposed_by, closed_at = now(), answer = '{}' where id = ?",
				"update proposal set state = 'CONFIRMED', closed_by = 'x', closed_at = now(), answer = '{}', region = '' where id = ?",
				"delete from proposal where id = ?")
			.forEach((sql) -> assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.jdbc.sql(sql).param(id).update()));
		as("editor;POLICY_EDITOR;97").post(PROPOSALS + id + "/withdraw", "").is(200);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc
			.sql("update proposal set state = 'PROPOSED', closed_by = null, closed_at = null where id = ?")
			.param(id)
			.update());
	}

	private People as(String caller) {
		return People.as(this.client, caller);
	}

	private Answer propose(String caller, String id, String prefix) {
		return as(caller).post("/api/v1/jurisdictions", """
				{"id": "%s", "name": {"zh": "新区", "en": "New"}, "regionPrefix": "%s"}""".formatted(id, prefix));
	}

	private List<String> listed(String caller, String state) {
		return ids(as(caller).get("/api/v1/proposals?size=200&state=" + state).is(200).body());
	}

	private List<String> jurisdictions() {
		return ids(as("e;POLICY_EDITOR;").get("/api/v1/jurisdictions?size=200").is(200).body());
	}

	private static List<String> ids(JsonNode list) {
		return list.get("items").valueStream().map((item) -> item.get("id").asString()).toList();
	}

}
