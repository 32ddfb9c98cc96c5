package org.huiling.payment.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Past;
import org.huiling.storage.RecordedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Payments that are held back stay open with their reason until they are released. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class HoldsIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RecordedTime time;

	@Autowired
	PlatformTransactionManager transactions;

	private People people;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@Test
	void whatIsHeldBackStaysOpenAndIsPaidWhenItIsReleased() {
		String id = eighty();
		String free = eighty();
		String duplicate = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		this.desk.approved("2013-01");
		String draft = this.desk.made("2013-02").get("id").stringValue();
		String hold = hold(id, "\"program\": \"old-age-allowance\", \"from\": \"2013-01\", \"code\": \"NOT_FOUND\"")
			.is(201)
			.text("/id");
		String other = hold(duplicate, "\"from\": \"2013-03\", \"code\": \"OUT_OF_CONTACT\"").is(201).text("/id");
		assertThat(this.desk.lines(draft, id)).as("a draft made before would pay").hasSize(1);
		assertThat(this.desk.approve(draft).is(409).text("/type")).isEqualTo("urn:huiling:problem:held-since");
		this.desk.operator().post("/api/v1/rosters/" + draft + "/discard", "{}").is(200);

		String february = this.desk.approved("2013-02");
		assertThat(this.desk.lines(february, id)).as("not paid, and nothing taken back").isEmpty();
		assertThat(this.desk.open(february, id)).extracting(HoldsIntegrationTests::open)
			.containsExactly("2013-02 NOT_FOUND 100.00");
		assertThat(this.desk.lines(february, free)).hasSize(1);

		merge(id, duplicate);
		JsonNode forecast = this.desk.operator()
			.get("/api/v1/rosters/forecast?jurisdiction=model-district&month=2013-03")
			.is(200)
			.body();
		assertThat(forecast.get("lines").intValue()).isEqualTo(1);
		assertThat(forecast.get("open").toString()).contains("NOT_FOUND");
		assertThat(listed(id)).containsExactlyInAnyOrder(hold, other);

		release(this.people, id, hold).is(200);
		String march = this.desk.approved("2013-03");
		assertThat(this.desk.open(march, id)).as("the merged file's hold counts")
			.extracting(HoldsIntegrationTests::open)
			.containsExactly("2013-02 OUT_OF_CONTACT 100.00", "2013-03 OUT_OF_CONTACT 100.00");
		release(this.desk.operator(), id, other).is(200);
		assertThat(this.desk.lines(this.desk.approved("2013-04"), id))
			.extracting((line) -> line.get("period").stringValue() + " " + line.get("kind").stringValue() + " "
					+ line.get("because").asString("-"))
			.containsExactly("2013-02 ARREARS IN_CONTACT_AGAIN", "2013-03 ARREARS IN_CONTACT_AGAIN",
					"2013-04 REGULAR -");
	}

	/**
	 * From its month on nothing is paid, whatever it is for: what failed and is due again
	 * is held as the month itself, and everything is paid once after the release.
	 */
	@Test
	void whatIsDueAgainIsHeldBackToo() {
		String id = eighty();
		failed(this.desk.approved("2013-01"), id);
		String february = this.desk.approved("2013-02");
		assertThat(paid(february, id)).containsExactly("2013-01 RETRY 100.00", "2013-02 REGULAR 100.00");
		failed(february, id);
		String other = hold(id, "\"program\": \"living-subsidy\", \"from\": \"2013-03\", \"code\": \"GIVEN_UP\"")
			.is(201)
			.text("/id");
		String draft = this.desk.made("2013-03").get("id").stringValue();
		assertThat(paid(draft, id)).as("another program's hold").hasSize(3);
		String hold = hold(id, "\"from\": \"2013-03\", \"code\": \"NOT_FOUND\"").is(201).text("/id");
		assertThat(this.desk.approve(draft).is(409).text("/type")).isEqualTo("urn:huiling:problem:held-since");
		this.desk.discard(draft).is(200);
		String march = this.desk.approved("2013-03");
		assertThat(paid(march, id)).isEmpty();
		assertThat(this.desk.open(march, id)).extracting(HoldsIntegrationTests::open)
			.containsExactly("2013-01 NOT_FOUND 100.00", "2013-02 NOT_FOUND 100.00", "2013-03 NOT_FOUND 100.00");
		release(this.people, id, hold).is(200);
		release(this.people, id, other).is(200);
		assertThat(paid(this.desk.approved("2013-04"), id)).containsExactlyInAnyOrder("2013-01 RETRY 100.00",
				"2013-02 RETRY 100.00", "2013-03 ARREARS 100.00", "2013-04 REGULAR 100.00");
		assertThat(paid(this.desk.approved("2013-05"), id)).containsExactly("2013-05 REGULAR 100.00");
	}

	private void failed(String roster, String id) {
		StringBuilder file = new StringBuilder("line,result,reason\n");
		this.desk.lines(roster, id).forEach((line) -> file.append(line.get("line")).append(",FAILED,closed\n"));
		this.desk.results(roster, file.toString()).is(200);
	}

	private List<String> paid(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("period").stringValue() + " " + line.get("kind").stringValue() + " "
					+ line.get("amount"))
			.toList();
	}

	@Test
	void aHoldIsReleasedOnceAndNeverChanged() {
		String id = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String someone = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String hold = hold(id, "\"from\": \"2013-01\", \"code\": \"GIVEN_UP\"").is(201).text("/id");
		release(this.people, someone, hold).is(404);
		People.Answer released = release(this.people, id, hold).is(200);
		assertThat(released.text("/release/releasedBy")).isEqualTo("worker");
		assertThat(released.text("/release/reason")).isEqualTo("the neighbours were asked");
		assertThat(release(this.desk.operator(), id, hold).is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:hold-released");
		assertThat(this.jdbc.sql(
				"select string_agg(action, ' ' order by id) from audit_event where subject = ? and action like 'PAYMENT%'")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("PAYMENT_HELD PAYMENT_RELEASED");
		for (String change : List.of("update payment_hold set from_month = '2020-01' where id = cast(? as uuid)",
				"delete from payment_hold_release where hold = cast(? as uuid)",
				"delete from payment_hold where id = cast(? as uuid)")) {
			assertThatThrownBy(() -> this.jdbc.sql(change).param(hold).update()).as(change)
				.isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void aHoldOfAFileMergedOverAnotherIsReleasedWithThePerson() {
		String first = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String second = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String last = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String hold = hold(first, "\"from\": \"2013-01\", \"code\": \"PAID_ELSEWHERE\"").is(201).text("/id");
		merge(second, first);
		merge(last, second);
		assertThat(listed(last)).containsExactly(hold);
		release(this.people, last, hold).is(200);
		assertThat(hold(first, "\"from\": \"2013-01\", \"code\": \"PAID_ELSEWHERE\"").status()).isEqualTo(410);
	}

	private void merge(String into, String duplicate) {
		this.people
			.post("/api/v1/applicants/" + into + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"the same\"}".formatted(duplicate))
			.is(200);
	}

	@Test
	void whatIsWrongIsNamedAndWhoMayNotIsRefused() {
		String id = this.people.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String path = path(id);
		JsonNode errors = this.people
			.post(path, "{\"program\": 7, \"from\": \"+12013-01\", \"code\": \"DIED\", \"until\": \"2014-01\"}")
			.is(400)
			.body()
			.get("errors");
		assertThat(StreamSupport.stream(errors.spliterator(), false).map((error) -> error.get("field").stringValue()))
			.containsExactlyInAnyOrder("program", "from", "code", "until", "reason");
		assertThat(hold(id, "\"program\": \"no-such\", \"from\": \"2013-01\", \"code\": \"GIVEN_UP\"").is(422)
			.text("/errors/0/field")).isEqualTo("program");
		this.people.post(path + "/none/release", "{\"reason\": \"x\"}").is(404);
		this.people.post(path + "/" + id + "/release", "{}").is(400);
		this.people.get("/api/v1/applicants/none/payment-holds").is(404);
		String body = "{\"from\": \"2013-01\", \"code\": \"GIVEN_UP\", \"reason\": \"x\"}";
		People elsewhere = People.as(this.client, "worker;CASE_WORKER;110101");
		elsewhere.post(path, body).is(404);
		elsewhere.get(path).is(404);
		this.desk.paymaster().get(path).is(200);
		String first = sentTwice(path, body);
		assertThat(sentTwice(path, body)).isEqualTo(first);
		assertThat(listed(id)).containsExactly(first);
	}

	private String sentTwice(String path, String body) {
		return this.people.send(HttpMethod.POST, path, body, (headers) -> headers.set("Idempotency-Key", path))
			.is(201)
			.text("/id");
	}

	private static String path(String id) {
		return "/api/v1/applicants/" + id + "/payment-holds";
	}

	/**
	 * Two who hold back the same have each their reason: none is lifted for the other.
	 */
	@Test
	void whatIsHeldTwiceIsHeldUntilBothAreReleased() {
		String id = eighty();
		String first = hold(id, "\"from\": \"2013-01\", \"code\": \"NOT_FOUND\"").is(201).text("/id");
		String second = hold(id, "\"from\": \"2013-01\", \"code\": \"NOT_FOUND\"").is(201).text("/id");
		release(this.people, id, first).is(200);
		assertThat(this.desk.open(this.desk.approved("2013-01"), id)).extracting(HoldsIntegrationTests::open)
			.containsExactly("2013-01 NOT_FOUND 100.00");
		release(this.people, id, second).is(200);
		assertThat(paid(this.desk.approved("2013-02"), id)).hasSize(2);
	}

	/** Each has looked at a person before it records: none waits for another's look. */
	@Test
	void manyHoldBackAndTakeOffListsAtOnce() {
		List<String> ids = IntStream.range(0, 8).mapToObj((number) -> eighty()).toList();
		List<Supplier<People.Answer>> all = new ArrayList<>();
		for (String id : ids) {
			all.add(() -> hold(id, "\"from\": \"2013-01\", \"code\": \"NOT_FOUND\""));
			all.add(() -> this.people.send(HttpMethod.PUT, "/api/v1/applicants/" + id + "/public-list",
					"{\"listed\": false, \"reason\": \"asked for\"}", (headers) -> {
					}));
			all.add(() -> this.people.record(id,
					"{\"validFrom\": \"2013-02-01\", \"facts\": {\"residence\": {\"region\": \"379901004\"}}}"));
		}
		List<CompletableFuture<People.Answer>> answers = all.stream()
			.map((one) -> CompletableFuture.supplyAsync(one, (task) -> new Thread(task).start()))
			.toList();
		assertThat(answers).extracting((answer) -> answer.join().status())
			.containsExactly(Stream.generate(() -> List.of(201, 200, 201))
				.limit(ids.size())
				.flatMap(List::stream)
				.toArray(Integer[]::new));
	}

	@Test
	void whoeverHasLookedKeepsNobodyFromRecording() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.time.settled();
			assertThat(this.jdbc.sql(
					"select count(*) from pg_locks where locktype = 'advisory' and classid = 379901 and pid = pg_backend_pid()")
				.query(Integer.class)
				.single()).isZero();
			Instant own = this.time.stamp();
			assertThat(this.time.settled()).as("what one recorded oneself is known").isAfterOrEqualTo(own);
		});
	}

	private People.Answer hold(String id, String what) {
		return this.people.post(path(id), "{" + what + ", \"reason\": \"told by the neighbours\"}");
	}

	private static People.Answer release(People who, String id, String hold) {
		return who.post(path(id) + "/" + hold + "/release", "{\"reason\": \"the neighbours were asked\"}");
	}

	private List<String> listed(String id) {
		return StreamSupport.stream(this.people.get(path(id)).is(200).body().get("items").spliterator(), false)
			.map((hold) -> hold.get("id").stringValue())
			.toList();
	}

	private static String open(JsonNode open) {
		return open.get("period").stringValue() + " " + open.get("reason").stringValue() + " " + open.get("amount");
	}

	private String eighty() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

}
