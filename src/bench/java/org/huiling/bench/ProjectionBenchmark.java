package org.huiling.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.huiling.HuilingApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Projections over everybody of a jurisdiction for twelve months, against COPY of the
 * same people out: of one program, and of all. The first of each is ordered as the
 * service begins, the others after it.
 */
final class ProjectionBenchmark {

	private static final int TIMES = Integer.getInteger("huiling.bench.projections", 3);

	private ProjectionBenchmark() {
	}

	static List<Row> run() throws Exception {
		Files.createDirectories(Path.of("target/bench"));
		SpringApplication application = new SpringApplication(HuilingApplication.class,
				RecalculationBenchmark.InAugust.class);
		try (ConfigurableApplicationContext context = application.run(RecalculationBenchmark.arguments())) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			DataSource database = context.getBean(DataSource.class);
			RecalculationBenchmark.fill(port, database);
			RecalculationBenchmark bench = new RecalculationBenchmark(port, database);
			List<Row> rows = new ArrayList<>();
			for (int time = 1; time <= TIMES; time++) {
				double floor = bench.copyOfPeople();
				rows.add(row("one program", time, bench.project("\"programs\": [\"old-age-allowance\"], "), floor));
				rows.add(row("all programs", time, bench.project(""), floor));
			}
			return rows;
		}
	}

	private static Row row(String programs, int time, double seconds, double floor) {
		Row row = Row.of("projection of " + RecalculationBenchmark.PEOPLE + " people, " + programs
				+ ", 12 months, the " + time + ". time, against COPY of the people out", seconds, "s", floor);
		System.out.println(row.name() + " " + row.value() + " " + row.floor() + " " + row.ratio());
		return row;
	}

}
