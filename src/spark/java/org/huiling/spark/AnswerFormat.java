package org.huiling.spark;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.huiling.peoplelist.AnswerRows;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.peoplelist.CsvAnswers;
import org.huiling.peoplelist.JsonAnswers;
import org.huiling.peoplelist.ServiceWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How answers are written: as {@code assess} writes them, with the name of the file first
 * where the list is several.
 */
enum AnswerFormat {

	/** A row for each answer, each part with its header. */
	CSV {

		@Override
		Rows rows(boolean several, ServiceWords words) {
			List<String> columns = columns(several);
			Row header = RowFactory.create("\uFEFF" + String.join(",", columns));
			return new Rows() {

				@Override
				public List<Row> begin() {
					return List.of(header);
				}

				@Override
				public List<Row> of(String file, AssessedLine line) {
					return AnswerRows.of(line, words.locale())
						.stream()
						.map((cells) -> RowFactory.create(CsvAnswers.row(with(several ? file : null, cells))))
						.toList();
				}

			};
		}

	},

	/** The whole answer about a person and a period on each line. */
	JSONL {

		@Override
		Rows rows(boolean several, ServiceWords words) {
			JsonAnswers answers = new JsonAnswers(OutputStream.nullOutputStream(), words);
			return (file,
					line) -> new String(answers.rendered(line), StandardCharsets.UTF_8).lines()
						.map((object) -> RowFactory.create(several
								? "{\"file\":" + JsonNodeFactory.instance.stringNode(file) + "," + object.substring(1)
								: object))
						.toList();
		}

	},

	/** The rows of csv in columns. */
	PARQUET {

		@Override
		Rows rows(boolean several, ServiceWords words) {
			return (file, line) -> AnswerRows.of(line, words.locale())
				.stream()
				.map((cells) -> RowFactory.create(with(several ? file : null, cells)))
				.toList();
		}

		@Override
		StructType schema(boolean several) {
			return DataTypes.createStructType(columns(several).stream().map(AnswerFormat::field).toList());
		}

	};

	/** Makes rows of answers. Belongs to one thread. */
	@FunctionalInterface
	interface Rows {

		/** What stands above them. */
		default List<Row> begin() {
			return List.of();
		}

		/** Those of a line that was assessed. */
		List<Row> of(String file, AssessedLine line);

	}

	private static StructField field(String column) {
		DataType type = switch (column) {
			case "line" -> DataTypes.LongType;
			case "amount" -> DataTypes.createDecimalType(38, 2);
			default -> DataTypes.StringType;
		};
		return DataTypes.createStructField(column, type, true);
	}

	static List<String> columns(boolean several) {
		List<String> columns = new ArrayList<>(several ? List.of("file") : List.of());
		columns.addAll(AnswerRows.COLUMNS);
		return columns;
	}

	static @Nullable Object[] with(@Nullable String file, @Nullable Object[] cells) {
		if (file == null) {
			return cells;
		}
		@Nullable Object[] all = new @Nullable Object[cells.length + 1];
		all[0] = file;
		System.arraycopy(cells, 0, all, 1, cells.length);
		return all;
	}

	/** The form that a name asks for, null if it asks for none. */
	static @Nullable AnswerFormat of(String out) {
		String name = out.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
		return Arrays.stream(values()).filter((form) -> name.endsWith("." + form.extension())).findFirst().orElse(null);
	}

	String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Makes the rows of a part; with the names of files where the list is several. */
	abstract Rows rows(boolean several, ServiceWords words);

	StructType schema(boolean several) {
		return DataTypes.createStructType(List.of(DataTypes.createStructField("value", DataTypes.StringType, false)));
	}

}
