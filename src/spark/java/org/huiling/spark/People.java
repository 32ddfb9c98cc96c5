package org.huiling.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.SerializableConfiguration;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.imports.file.TakenRows;
import org.huiling.peoplelist.ListPart;
import org.huiling.peoplelist.ListParts;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Opens lists of people, each part as lines that were not read yet. */
final class People {

	private static final String NUMBER = "huiling_number";

	private final SparkSession session;

	private final Work work;

	private final Broadcast<Work> shipped;

	private final Consumer<String> told;

	/** What is made of a part, on whichever machine. */
	@FunctionalInterface
	interface Use<T> extends Serializable {

		Iterator<T> of(Work.Ready ready, Iterator<ListedLine> lines);

	}

	/**
	 * A list of people.
	 *
	 * @param place a file, a directory, a pattern, or {@code jdbc:…}
	 * @param table of a database
	 * @param key the column by which rows of a database are numbered and divided
	 * @param parts into how many parts the rows of a database are divided
	 * @param bytes the fewest bytes of a part of a file
	 */
	record From(String place, @Nullable String table, @Nullable String key, int parts, long bytes) {

		boolean isDatabase() {
			return this.place.startsWith("jdbc:");
		}

	}

	/**
	 * Opens lists.
	 * @param session of the cluster
	 * @param work what is done
	 * @param shipped the same, as the executors have it
	 * @param told takes what is odd about a list
	 */
	People(SparkSession session, Work work, Broadcast<Work> shipped, Consumer<String> told) {
		this.told = told;
		this.session = session;
		this.work = work;
		this.shipped = shipped;
	}

	/**
	 * Whether the list is several files, so that a number alone names no line.
	 * @throws IOException if it cannot be found out
	 */
	boolean isSeveral(From from) throws IOException {
		return !from.isDatabase() && files(from).size() > 1;
	}

	private List<String> files(From from) throws IOException {
		return HadoopFile.of(from.place(), this.session.sparkContext().hadoopConfiguration());
	}

	/**
	 * Opens a list.
	 * @param from where it lies
	 * @param use what is made of each part
	 * @return a partition for each part
	 * @throws IOException if there is no such list
	 */
	<T> JavaRDD<T> open(From from, Use<T> use) throws IOException {
		if (from.isDatabase()) {
			return rows(database(from), use);
		}
		List<String> files = files(from);
		if (files.isEmpty()) {
			throw new WrongCall("there is no list " + from.place());
		}
		if (files.stream().allMatch((file) -> file.endsWith(".parquet"))) {
			Dataset<Row> columns = this.session.read().parquet(files.toArray(String[]::new));
			List<Column> all = texts(columns, "");
			all.add(functions.col("_metadata.file_name"));
			all.add(functions.col("_metadata.row_index").plus(1).alias(NUMBER));
			return rows(columns.select(all.toArray(Column[]::new)), use);
		}
		return parts(from, files, use);
	}

	private <T> JavaRDD<T> parts(From from, List<String> files, Use<T> use) {
		JavaSparkContext spark = JavaSparkContext.fromSparkContext(this.session.sparkContext());
		SerializableConfiguration configuration = new SerializableConfiguration(
				this.session.sparkContext().hadoopConfiguration());
		Broadcast<Work> shipped = this.shipped;
		long bytes = from.bytes();
		List<Divided> divided = spark.parallelize(files, files.size())
			.map((file) -> divided(shipped.value(), file, configuration.value(), bytes))
			.collect();
		List<ListPart> parts = new ArrayList<>();
		for (Divided one : divided) {
			one.told().forEach(this.told);
			parts.addAll(one.parts());
		}
		if (divided.stream().anyMatch((one) -> one.parts().isEmpty())) {
			throw new WrongCall("the list cannot be read: nobody was assessed");
		}
		return spark.parallelize(parts, parts.size())
			.mapPartitions((own) -> use.of(shipped.value().ready(),
					opened(shipped.value(), own.next(), configuration.value())));
	}

	/**
	 * What dividing a file came to.
	 *
	 * @param parts none if it cannot be read
	 * @param told what is not read of it, or why nothing is
	 */
	private record Divided(ArrayList<ListPart> parts, ArrayList<String> told) implements Serializable {
	}

	private static Divided divided(Work work, String file, Configuration configuration, long bytes) throws IOException {
		Work.Ready ready = work.ready();
		HadoopFile opened = new HadoopFile(configuration, file);
		String name = HadoopFile.name(file);
		ArrayList<String> told = new ArrayList<>();
		try (InputStream stream = opened.open(0); LineSource lines = ready.reading().open(file, stream, null)) {
			ready.reading().notRead(lines, ready.words()).forEach((one) -> told.add(name + ": " + one));
			return new Divided(new ArrayList<>(new ListParts(ready.reading()).of(file, opened, bytes)), told);
		}
		catch (InvalidInput unreadable) {
			unreadable.errors().forEach((error) -> told.add(name + ": " + ready.words().told(error)));
			return new Divided(new ArrayList<>(), told);
		}
	}

	private static Iterator<ListedLine> opened(Work work, ListPart part, Configuration configuration)
			throws IOException {
		return new Numbered(HadoopFile.name(part.file()),
				new ListParts(work.ready().reading()).open(part, new HadoopFile(configuration, part.file())));
	}

	private Dataset<Row> database(From from) {
		String key = from.key();
		String table = from.table();
		if (key == null || table == null) {
			throw new WrongCall("--people jdbc:… needs --table and --key, a column of whole numbers");
		}
		Properties login = new Properties();
		login.put("driver", "org.postgresql.Driver");
		String user = System.getenv("HUILING_PEOPLE_USER");
		String password = System.getenv("HUILING_PEOPLE_PASSWORD");
		if (user != null) {
			login.put("user", user);
		}
		if (password != null) {
			login.put("password", password);
		}
		Dataset<Row> all = this.session.read().jdbc(from.place(), table, login);
		Row ends = all.agg(functions.min(key).cast("long"), functions.max(key).cast("long")).first();
		long lower = ends.isNullAt(0) ? 0 : ends.getLong(0);
		long upper = ends.isNullAt(1) ? 0 : ends.getLong(1);
		Dataset<Row> divided = this.session.read()
			.jdbc(from.place(), table, key, lower, upper + 1, from.parts(), login);
		List<Column> columns = texts(divided, key);
		columns.add(functions.lit(table));
		columns.add(functions.col("`" + key + "`").cast("long").alias(NUMBER));
		return divided.select(columns.toArray(Column[]::new));
	}

	/** Every column as the text that a cell of csv would have. */
	private static List<Column> texts(Dataset<Row> rows, String without) {
		List<Column> texts = new ArrayList<>();
		for (StructField field : rows.schema().fields()) {
			if (!field.name().equals(without)) {
				if (!isExact(field.dataType())) {
					throw new WrongCall("column " + field.name() + " is " + field.dataType().simpleString()
							+ ": give texts, whole or decimal numbers, days or true and false");
				}
				texts
					.add(functions.col("`" + field.name().replace("`", "``") + "`").cast("string").alias(field.name()));
			}
		}
		return texts;
	}

	private static boolean isExact(DataType type) {
		return type instanceof DecimalType || List
			.of(DataTypes.StringType, DataTypes.BooleanType, DataTypes.ByteType, DataTypes.ShortType,
					DataTypes.IntegerType, DataTypes.LongType, DataTypes.DateType)
			.contains(type);
	}

	/** Rows of texts, then the name of the file or table and the number. */
	private <T> JavaRDD<T> rows(Dataset<Row> rows, Use<T> use) {
		String[] all = rows.columns();
		ArrayList<String> names = new ArrayList<>(List.of(all).subList(0, all.length - 2));
		Work.Ready here = this.work.ready();
		try {
			here.reading().taken(names);
		}
		catch (InvalidInput unreadable) {
			unreadable.errors().forEach((error) -> this.told.accept(here.words().told(error)));
			throw new WrongCall("the list cannot be read: nobody was assessed");
		}
		here.reading().notRead(names, here.words()).forEach(this.told);
		Broadcast<Work> shipped = this.shipped;
		return rows.toJavaRDD().mapPartitions((own) -> {
			Work.Ready ready = shipped.value().ready();
			return use.of(ready, new Taken(own, ready.reading().taken(names), names.size()));
		});
	}

	/**
	 * Rows as lines.
	 *
	 * @param rows of texts
	 * @param reading of them
	 * @param cells how many of them are cells
	 */
	private record Taken(Iterator<Row> rows, TakenRows reading, int cells) implements Iterator<ListedLine> {

		@Override
		public boolean hasNext() {
			return this.rows.hasNext();
		}

		@Override
		public ListedLine next() {
			Row row = this.rows.next();
			List<@Nullable String> texts = new ArrayList<>(this.cells);
			for (int i = 0; i < this.cells; i++) {
				texts.add(row.isNullAt(i) ? null : row.getString(i));
			}
			return new ListedLine(row.getString(this.cells), this.reading.line(row.getLong(this.cells + 1), texts));
		}

	}

}
