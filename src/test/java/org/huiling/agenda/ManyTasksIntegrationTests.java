package org.huiling.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * At full scale 1,000,000 people are on file, and something is due of 50,000 of them:
 * what looking finds, and every list of tasks. Says how long each took; a machine that is
 * busy fails nothing.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ManyTasksIntegrationTests {

	private static final LocalDate DAY = LocalDate.of(2013, 7, 5);

	private static final int PEOPLE = Samples.of(1_000_000, 2_000);

	/** Of so many, one has a dibao that ends this month. */
	private static final int ONE_OF = 20;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Agenda agenda;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	List<TaskSource> sources;

	private final Map<String, Long> millis = new LinkedHashMap<>();

	@BeforeEach
	void fill() {
		this.jdbc.sql("insert into applicant (id, revision) select gen_random_uuid(), 1 from generate_series(1, ?)")
			.param(PEOPLE)
			.update();
		this.jdbc.sql(
				"insert into applicant_region (applicant, region) select id, '3799010' || lpad((file_number % 40)::text, 2, '0')"
						+ " from applicant")
			.update();
		this.jdbc
			.sql("""
					insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)
					select id, gen_random_uuid(), date '1950-01-01', timestamptz '2013-01-01', 'test', jsonb_build_object(
						'birthDate', (date '1945-03-02' + (file_number % 3000)::int)::text,
						'hukou', jsonb_build_object('region', '3799010' || lpad((file_number % 40)::text, 2, '0'), 'type', 'RURAL'),
						'household', jsonb_build_object('dibao', case when file_number % ? = 0
							then jsonb_build_object('type', 'RURAL', 'since', '2012-08-01', 'to', '2013-07-31')
							else jsonb_build_object('type', 'NONE') end))
					from applicant""")
			.param(ONE_OF)
			.update();
		for (String table : List.of("applicant", "applicant_region", "applicant_record")) {
			this.jdbc.sql("analyze " + table).update();
		}
	}

	private <T> T timed(String what, Supplier<T> work) {
		long start = System.nanoTime();
		T done = work.get();
		this.millis.put(what, Duration.ofNanos(System.nanoTime() - start).toMillis());
		return done;
	}

	private int turn() {
		Jurisdiction jurisdiction = this.catalogue.jurisdiction("model-district").orElseThrow();
		Look look = new Look(jurisdiction.id(), jurisdiction.regionPrefix(), DAY, null);
		return this.sources.stream().mapToInt((source) -> this.agenda.touched(source, look)).sum();
	}

	@Test
	void everyListAnswersAndLookingDoesNotReadEverybody() {
		Agenda.Came first = timed("look", () -> this.agenda.everything("model-district", DAY));
		int dibao = PEOPLE / ONE_OF;
		assertThat(first.opened()).isGreaterThanOrEqualTo(dibao);
		this.jdbc.sql("analyze task").update();
		assertThat(timed("look again", () -> this.agenda.everything("model-district", DAY)))
			.isEqualTo(new Agenda.Came(0, 0));
		List<String> some = this.jdbc
			.sql("select applicant from task where kind = 'STATUS_ENDS' and state = 'OPEN' order by id limit 100")
			.query(String.class)
			.list();
		some.forEach((id) -> this.jdbc
			.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts) values"
					+ " (cast(? as uuid), gen_random_uuid(), date '2013-08-01', clock_timestamp(), 'test',"
					+ " '{\"household\": {\"dibao\": {\"type\": \"NONE\"}}}')")
			.param(id)
			.update());
		assertThat(timed("turn, 100 people touched", this::turn)).isEqualTo(some.size());
		assertThat(this.jdbc.sql("select distinct kind from task where settled").query(String.class).list())
			.containsExactly("STATUS_ENDS");
		timed("turn, nobody touched", this::turn);
		People district = People.as(this.client, People.WORKER);
		People street = People.as(this.client, "street;CASE_WORKER;379901007");
		String open = "/api/v1/tasks?state=OPEN";
		district.get(open);
		for (Map.Entry<String, String> list : Map
			.of("", open, "of a kind", open + "&kind=STATUS_ENDS", "of a street", open + "&region=379901007", "due",
					open + "&due=2013-07-10", "the last of many", open + "&page=100&size=100", "report",
					"/api/v1/tasks/report?from=2020-01-01&to=2040-01-01")
			.entrySet()) {
			timed("district: " + list.getKey(), () -> district.get(list.getValue()).is(200));
			timed("street: " + list.getKey(), () -> street.get(list.getValue()).is(200));
		}
		System.out.println(PEOPLE + " people, " + first + ", ms: " + this.millis);
	}

}
