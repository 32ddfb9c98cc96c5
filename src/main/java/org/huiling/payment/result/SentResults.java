package org.huiling.payment.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.huiling.problem.FieldError;
import org.huiling.storage.BinaryCopy;
import org.huiling.table.TableRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of a file of results as they were sent, {@code results_sent}, so that those
 * which disagree can be shown and given back, however many there are. It goes with the
 * transaction.
 */
@Component
public class SentResults {

	private static final String TABLE = "create temporary table results_sent (number integer, content text)"
			+ " on commit drop";

	private static final Pattern ROW = Pattern.compile("rows\\[([0-9]{1,9})](?:\\.(.*))?");

	private static final int BATCH = 5000;

	/** Characters that wait to be sent. */
	private static final int MOST_WAITING = 1 << 20;

	/** Each of which may be huge. */
	private static final int FETCHED = 16;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	SentResults(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
	}

	/**
	 * A row that disagrees.
	 *
	 * @param line of the file
	 * @param text as csv, as it was sent
	 * @param errors what is wrong, each with the name of its column, "" for the row
	 */
	record Refused(long line, String text, List<FieldError> errors) {
	}

	private record Waiting(int line, String text) {
	}

	public Kept begin() {
		this.jdbc.sql(TABLE).update();
		return new Kept();
	}

	/** The rows of one file. */
	public final class Kept implements ResultRows.AsSent {

		private final List<Waiting> waiting = new ArrayList<>();

		private String header = "";

		private List<String> ignored = List.of();

		private int characters;

		private int rows;

		@Override
		public void header(String text, List<String> notRead) {
			this.header = text;
			this.ignored = List.copyOf(notRead);
		}

		@Override
		public void row(TableRow row) {
			// the database keeps no NUL, of which such a row is refused
			this.waiting.add(new Waiting(Math.toIntExact(row.number()), row.text().replace('\0', '\uFFFD')));
			this.characters += row.text().length();
			this.rows++;
			if (this.waiting.size() == BATCH || this.characters > MOST_WAITING) {
				send();
			}
		}

		private void send() {
			BinaryCopy copy = new BinaryCopy("results_sent (number, content)", 2);
			this.waiting.forEach((row) -> copy.row().integer(row.line()).text(row.text()));
			copy.send(SentResults.this.dataSource);
			this.waiting.clear();
			this.characters = 0;
		}

		/** The header, as csv. */
		String header() {
			return this.header;
		}

		/** The names of the columns that nothing is read of. */
		List<String> ignored() {
			return this.ignored;
		}

		public boolean isEmpty() {
			return this.rows == 0;
		}

		/** The rows of which something is wrong, in their order. */
		void refused(List<FieldError> errors, Consumer<Refused> taker) {
			if (!this.waiting.isEmpty()) {
				send();
			}
			Map<Integer, List<FieldError>> byRow = byRow(errors);
			SentResults.this.jdbc.sql("select number, content from results_sent where number = any(?) order by number")
				.param(byRow.keySet().toArray(Integer[]::new))
				.withFetchSize(FETCHED)
				.query((row) -> {
					int line = row.getInt("number");
					taker.accept(new Refused(line, row.getString("content"), byRow.getOrDefault(line, List.of())));
				});
		}

	}

	/** Errors of rows by their lines, each with the name of its column. */
	static Map<Integer, List<FieldError>> byRow(List<FieldError> errors) {
		Map<Integer, List<FieldError>> byRow = new TreeMap<>();
		for (FieldError error : errors) {
			Matcher field = ROW.matcher(error.field());
			if (field.matches()) {
				String column = field.group(2);
				byRow.computeIfAbsent(Integer.valueOf(field.group(1)), (number) -> new ArrayList<>())
					.add(new FieldError((column != null) ? column : "", error.code(), error.arguments()));
			}
		}
		return byRow;
	}

}
