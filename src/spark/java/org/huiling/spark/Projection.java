package org.huiling.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.huiling.engine.Explain;
import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.facts.Period;
import org.huiling.projection.ListProjection;
import org.huiling.projection.report.ListedSum;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code spark-submit --class org.huiling.spark.Projection huiling-spark.jar}: what
 * everybody on a list gets by what is in force, and with drafts, added up by month and
 * program, region, age and sex, by the code of projections over the register. Exit codes:
 * see {@link Jobs}.
 */
@Command(name = "Projection", mixinStandardHelpOptions = true, sortOptions = false)
public final class Projection implements Callable<Integer> {

	private static final int MOST_TOLD = 100;

	private static final int MOST_MONTHS = 36;

	private final PrintStream err;

	@Mixin
	private final ListOptions options = new ListOptions();

	@Option(names = "--drafts", paramLabel = "DIRECTORY",
			description = "laid out as --rules around the jurisdiction: its files are put over those;"
					+ " without it the projection is a forecast")
	private @Nullable String drafts;

	@Option(names = "--show-small-cells", description = "counts of fewer than 5 people as well")
	private boolean small;

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "JSON, and not there yet")
	private String out = "";

	Projection(PrintStream err) {
		this.err = err;
	}

	/**
	 * Projects a list.
	 * @param arguments see {@code --help}
	 */
	public static void main(String[] arguments) {
		System.exit(Jobs.run(new Projection(System.err), System.err, arguments));
	}

	@Override
	public Integer call() throws IOException {
		List<Period> months = this.options.periods();
		if (months.get(0).kind() != Period.Kind.MONTH || months.size() > MOST_MONTHS) {
			throw new WrongCall("--months of a projection are at most " + MOST_MONTHS + " months");
		}
		Work before = this.options.work(Explain.NONE);
		Work after = (this.drafts != null)
				? before.with(before.rules().with(java.nio.file.Path.of(this.drafts), months, this.options.programs()))
				: null;
		try (SparkSession session = Jobs.session("huiling projection")) {
			Path place = new Path(this.out);
			Configuration configuration = session.sparkContext().hadoopConfiguration();
			if (place.getFileSystem(configuration).exists(place)) {
				throw new WrongCall("there is something at " + this.out + " already");
			}
			List<PartProjection> parts = parts(session, before, after);
			byte[] report = ListProjection.report(added(parts), !this.small);
			try (OutputStream file = place.getFileSystem(configuration).create(place, false)) {
				file.write(report);
			}
			return told(parts, after != null);
		}
	}

	private List<PartProjection> parts(SparkSession session, Work before, @Nullable Work after) throws IOException {
		JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
		Broadcast<Work> shipped = spark.broadcast(before);
		Broadcast<Work> tried = spark.broadcast((after != null) ? after : before);
		boolean forecast = after == null;
		TreeSet<String> touched = forecast ? null : touched(before.ready(), after.ready());
		return new People(session, before, shipped, this.err::println)
			.open(this.options.from(),
					(ready, lines) -> Collections
						.singleton(PartProjection.of(lines, ready, forecast ? null : tried.value().ready(), touched))
						.iterator())
			.collect();
	}

	private static TreeSet<String> touched(Work.Ready before, Work.Ready after) {
		List<YearMonth> months = before.months();
		return new TreeSet<>(
				ListProjection.touched(before.book(), after.book(), months.get(0), months.get(months.size() - 1)));
	}

	private static List<ListedSum> added(List<PartProjection> parts) {
		List<ListedSum> sums = new ArrayList<>();
		parts.forEach((part) -> sums.addAll(part.sums()));
		return sums;
	}

	private int told(List<PartProjection> parts, boolean tried) {
		long refused = parts.stream().mapToLong((part) -> part.tally().refused()).sum();
		long lines = parts.stream().mapToLong((part) -> part.tally().lines()).sum();
		parts.stream().flatMap((part) -> part.tally().told().stream()).limit(MOST_TOLD).forEach(this.err::println);
		this.err.println(lines + " lines: " + (lines - refused) + " assessed, " + refused + " refused");
		if (refused == 0) {
			this.err.println("checksum of the answers: " + parts.stream()
				.map((part) -> part.tally().checksum())
				.reduce(AnswerChecksum.NONE, AnswerChecksum::plus)
				.text());
		}
		if (tried) {
			this.err.println("checksum with the drafts: " + parts.stream()
				.map(PartProjection::after)
				.reduce(AnswerChecksum.NONE, AnswerChecksum::plus)
				.text());
		}
		return (refused > 0) ? Jobs.INCOMPLETE : 0;
	}

}
