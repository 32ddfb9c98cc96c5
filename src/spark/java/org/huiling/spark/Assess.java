package org.huiling.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.concurrent.Callable;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.huiling.engine.Explain;
import org.huiling.engine.comparison.AnswerChecksum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code spark-submit --class org.huiling.spark.Assess huiling-spark.jar}: what everybody
 * on a list is entitled to, on as many machines as Spark has; the answers, and their
 * checksum, are those of {@code assess} on one. Exit codes: see {@link Jobs}.
 */
@Command(name = "Assess", mixinStandardHelpOptions = true, sortOptions = false)
public final class Assess implements Callable<Integer> {

	private static final int MOST_TOLD = 100;

	private final PrintStream err;

	@Mixin
	private final ListOptions options = new ListOptions();

	@Option(names = "--explain", paramLabel = "NONE|WHY|FULL", defaultValue = "WHY",
			description = "how much to explain")
	private Explain explain = Explain.WHY;

	@Option(names = "--out", required = true, paramLabel = "DIRECTORY",
			description = "ends in .csv, .jsonl or .parquet and is not there yet")
	private String out = "";

	Assess(PrintStream err) {
		this.err = err;
	}

	/**
	 * Assesses a list.
	 * @param arguments see {@code --help}
	 */
	public static void main(String[] arguments) {
		System.exit(Jobs.run(new Assess(System.err), System.err, arguments));
	}

	@Override
	public Integer call() throws IOException {
		AnswerFormat format = AnswerFormat.of(this.out);
		if (format == null) {
			throw new WrongCall("--out ends in .csv, .jsonl or .parquet");
		}
		Work work = this.options.work(this.explain);
		try (SparkSession session = Jobs.session("huiling assess")) {
			refuseTaken(session.sparkContext().hadoopConfiguration());
			Tallies tallies = new Tallies();
			session.sparkContext().register(tallies, "answers");
			int parts = write(session, work, format, tallies);
			return told(tallies.value().values(), parts);
		}
	}

	private void refuseTaken(Configuration configuration) throws IOException {
		Path place = new Path(this.out);
		if (place.getFileSystem(configuration).exists(place)) {
			throw new WrongCall("there is something at " + this.out + " already");
		}
	}

	private int write(SparkSession session, Work work, AnswerFormat format, Tallies tallies) throws IOException {
		Broadcast<Work> shipped = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(work);
		People people = new People(session, work, shipped, this.err::println);
		boolean several = people.isSeveral(this.options.from());
		JavaRDD<Row> rows = people.open(this.options.from(),
				(ready, lines) -> new AnsweredRows(ready, lines, format.rows(several, ready.words()), tallies));
		int parts = rows.getNumPartitions();
		Dataset<Row> answers = session.createDataFrame(rows, format.schema(several));
		if (format == AnswerFormat.PARQUET) {
			answers.write().parquet(this.out);
			return parts;
		}
		answers.write().option("lineSep", (format == AnswerFormat.CSV) ? "\r\n" : "\n").text(this.out);
		rename(session.sparkContext().hadoopConfiguration(), format);
		return parts;
	}

	/** Spark calls what it wrote as text {@code .txt}. */
	private void rename(Configuration configuration, AnswerFormat format) throws IOException {
		Path place = new Path(this.out);
		FileSystem files = place.getFileSystem(configuration);
		for (FileStatus file : files.listStatus(place)) {
			String name = file.getPath().getName();
			if (name.endsWith(".txt")) {
				Path renamed = new Path(place, name.replaceFirst("txt$", format.extension()));
				if (!files.rename(file.getPath(), renamed)) {
					throw new IOException("cannot rename " + file.getPath());
				}
			}
		}
	}

	private int told(Collection<PartTally> tallies, int parts) {
		if (tallies.size() != parts) {
			throw new IllegalStateException(tallies.size() + " of " + parts + " parts told what they came to");
		}
		AnswerChecksum checksum = tallies.stream()
			.map(PartTally::checksum)
			.reduce(AnswerChecksum.NONE, AnswerChecksum::plus);
		long lines = tallies.stream().mapToLong(PartTally::lines).sum();
		long refused = tallies.stream().mapToLong(PartTally::refused).sum();
		tallies.stream().flatMap((tally) -> tally.told().stream()).limit(MOST_TOLD).forEach(this.err::println);
		long others = tallies.stream().mapToLong(PartTally::others).sum();
		this.err.println(lines + " lines: " + (lines - refused) + " assessed, " + refused + " refused"
				+ ((others > 0) ? "; besides, " + others + " with a sum or a signature" : ""));
		this.err.println("checksum of the answers: " + checksum.text());
		return (refused > 0) ? Jobs.INCOMPLETE : 0;
	}

}
