package org.huiling.bench;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.HuilingApplication;
import org.huiling.web.PageClient;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages over the people of {@link RecalculationBenchmark}, which comes first: how
 * long the server takes for each, and what a hundred case workers at once wait, against a
 * style sheet sent by the same server.
 */
final class PagesBenchmark {

	private static final int WARM_UP = 5;

	private static final int TIMES = 15;

	private static final int WORKERS = 100;

	/** What a case worker looks at in a row. */
	private static final int ROUNDS = 5;

	/** Between two pages a case worker reads for this long. */
	private static final int READING_MILLIS = 4_000;

	private static final double MILLIS = 1e6;

	private static final String STATIC = "/css/huiling.css";

	private final int port;

	private final JdbcClient jdbc;

	private PagesBenchmark(int port, JdbcClient jdbc) {
		this.port = port;
		this.jdbc = jdbc;
	}

	static List<Row> run() throws Exception {
		SpringApplication application = new SpringApplication(HuilingApplication.class,
				RecalculationBenchmark.InAugust.class);
		try (ConfigurableApplicationContext context = application.run(RecalculationBenchmark.arguments())) {
			return new PagesBenchmark(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
					context.getBean(JdbcClient.class))
				.measure();
		}
	}

	private List<Row> measure() throws Exception {
		long people = this.jdbc.sql("select count(*) from applicant").query(Long.class).single();
		List<Row> rows = new ArrayList<>();
		double floor = middle(PageClient.of(this.port).signIn("caseworker"), STATIC);
		for (Map.Entry<String, List<String>> each : pages().entrySet()) {
			PageClient client = PageClient.of(this.port).signIn(each.getKey());
			for (String page : each.getValue()) {
				rows.add(Row.of("page " + page.replaceAll("[0-9a-f-]{36}", "{id}") + ", " + people + " people",
						middle(client, page), "ms", floor));
			}
		}
		List<String> looked = looked();
		List<PageClient> workers = new ArrayList<>();
		for (int worker = 0; worker < WORKERS; worker++) {
			workers.add(PageClient.of(this.port).signIn("caseworker"));
		}
		double still = percentile(workers, List.of(STATIC), 0);
		double atOnce = percentile(workers, looked, 0);
		rows.add(Row.of(WORKERS + " case workers at once, each reading for 4 s: 95th percentile of a page",
				percentile(workers, looked, READING_MILLIS), "ms",
				percentile(workers, List.of(STATIC), READING_MILLIS)));
		rows.add(Row.of("the same, nobody reads: 95th percentile of a page", atOnce, "ms", still));
		return rows;
	}

	/** Pages by who looks at them. */
	private Map<String, List<String>> pages() throws SQLException {
		String person = "/people/" + people(1).get(0);
		String run = "/runs/" + id("select id from recalculation order by id limit 1");
		String roster = "/rosters/" + id("select id from roster order by id limit 1");
		return Map.of("caseworker",
				List.of("/", "/check", "/people", "/people?q=试例一", person, person + "/what-if", person + "/change",
						"/tasks", "/people/import"),
				"operator", List.of("/runs", run, "/rosters", roster), "approver",
				List.of("/policies", "/policies/model-district/old-age-allowance/2013-01-01", "/drafts"), "auditor",
				List.of("/audit"));
	}

	private String id(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	private List<String> people(int count) {
		return this.jdbc.sql("select id::text from applicant where merged_into is null order by id limit ?")
			.param(count)
			.query(String.class)
			.list();
	}

	/** Search, a person, the person's what-if, the month, the quick check. */
	private List<String> looked() {
		List<String> pages = new ArrayList<>();
		people(WORKERS).forEach((person) -> pages.addAll(List.of("/people?q=试例" + (char) (0x4e00 + pages.size()),
				"/people/" + person, "/people/" + person + "/what-if", "/check")));
		return pages;
	}

	private static double middle(PageClient client, String page) {
		double[] times = new double[TIMES];
		for (int time = -WARM_UP; time < TIMES; time++) {
			double taken = time(client, page);
			if (time >= 0) {
				times[time] = taken;
			}
		}
		Arrays.sort(times);
		return times[TIMES / 2];
	}

	private static double time(PageClient client, String page) {
		long begun = System.nanoTime();
		HttpResponse<String> answer = client.send("GET", page, Map.of());
		double taken = (System.nanoTime() - begun) / MILLIS;
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(page + ": " + answer.statusCode());
		}
		return taken;
	}

	/** The 95th percentile in milliseconds of what all workers wait for. */
	private static double percentile(List<PageClient> workers, List<String> looked,
			int reading) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(workers.size());
		try {
			List<Callable<double[]>> work = new ArrayList<>();
			for (int number = 0; number < workers.size(); number++) {
				PageClient client = workers.get(number);
				Random random = new Random(number);
				work.add(() -> random.ints(ROUNDS, 0, looked.size()).mapToDouble((at) -> {
					pause(random.nextInt(2 * reading + 1));
					return time(client, looked.get(at));
				}).toArray());
			}
			List<double[]> times = new ArrayList<>();
			for (Future<double[]> each : threads.invokeAll(work)) {
				times.add(each.get());
			}
			double[] sorted = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
			return sorted[(int) (sorted.length * 0.95)];
		}
		finally {
			threads.shutdown();
		}
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
