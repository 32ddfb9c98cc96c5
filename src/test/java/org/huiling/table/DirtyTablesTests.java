package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.huiling.Samples;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of tables in every dress: the reader comes to what a slow, plain one does,
 * and a row that is right stays so whatever is wrong with its neighbours.
 */
class DirtyTablesTests {

	private static final List<String> KNOWN = List.of("id", "name", "day", "sum");

	private static final List<String> UNKNOWN = List.of("序号", "备注", "", "联系电话");

	private static final String[] ENDS = { "\n", "\r", "\r\n" };

	private static final String[] DAMAGE = { "\"", "\r", "\n", "\r\n", ",x", "\"x\"y", "\uFFFD", "\0", "'", "=\"\"",
			"\t" };

	@Test
	void whateverIsWrongWithATableItsGoodRowsAreReadAndEveryRowIsCounted() throws IOException {
		Random random = new Random(Samples.seed() ^ 0x7AB1E);
		for (int i = 0; i < Samples.of(5000, 300); i++) {
			new Dirty(random, i % 3 != 0).check();
		}
	}

	/** One table. */
	private static final class Dirty {

		private final Random random;

		private final boolean damaged;

		private final String end;

		private final List<String> header = new ArrayList<>(KNOWN);

		private final StringBuilder text = new StringBuilder();

		private final Set<String> good = new HashSet<>();

		private int headerLine = 1;

		Dirty(Random random, boolean damaged) {
			this.random = random;
			this.damaged = damaged;
			this.end = ENDS[random.nextInt(ENDS.length)];
			UNKNOWN.stream().filter((name) -> random.nextInt(3) == 0).forEach(this.header::add);
			Collections.shuffle(this.header, random);
			if (random.nextInt(3) == 0) {
				this.text.append("花名册").append(",".repeat(this.header.size() - 1)).append(this.end);
				this.headerLine++;
			}
			if (random.nextInt(4) == 0) {
				this.text.append(this.end);
				this.headerLine++;
			}
			line(this.header);
			int rows = random.nextInt(30);
			boolean wasDamaged = false;
			for (int row = 0; row < rows; row++) {
				wasDamaged = row(row, wasDamaged);
			}
		}

		/** A row that may be damaged; returns whether it is. */
		private boolean row(int row, boolean afterDamage) {
			List<String> cells = new ArrayList<>();
			for (int i = 0; i < this.header.size(); i++) {
				cells.add(this.random.nextInt(6) == 0 ? "" : "格" + row + "x" + i);
			}
			cells.set(this.header.indexOf("id"), "r" + row + "y");
			int begin = this.text.length();
			line(cells);
			boolean bad = this.damaged && this.random.nextInt(5) == 0;
			if (bad) {
				int at = begin + this.random.nextInt(this.text.length() - this.end.length() - begin + 1);
				this.text.insert(at, DAMAGE[this.random.nextInt(DAMAGE.length)]);
			}
			else if (!afterDamage) {
				this.good.add(cells.toString());
			}
			if (this.random.nextInt(9) == 0) {
				this.text.append(",".repeat(this.random.nextInt(5))).append(this.end);
			}
			return bad;
		}

		private void line(List<String> cells) {
			for (int i = 0; i < cells.size(); i++) {
				String cell = cells.get(i);
				int dress = this.random.nextInt(12);
				this.text.append((i > 0) ? "," : "")
					.append((dress == 0) ? '"' + cell + '"' : (dress == 1) ? " " + cell + "\u3000"
							: (dress == 2 && !cell.isEmpty()) ? "'" + cell : cell);
			}
			this.text.append(this.end);
		}

		void check() throws IOException {
			String written = this.text.toString();
			boolean chinese = this.random.nextBoolean() && !written.matches("(?s).*[\0\uFFFD].*");
			Charset charset = chinese ? Charset.forName((this.random.nextBoolean()) ? "GBK" : "GB18030")
					: StandardCharsets.UTF_8;
			byte[] bytes = ((!chinese && this.random.nextBoolean() ? "\uFEFF" : "") + written).getBytes(charset);
			List<String> rows = new ArrayList<>();
			Set<String> taken = new HashSet<>();
			try (TableFile table = TableFile.open(new ByteArrayInputStream(bytes), null, KNOWN::contains)) {
				assertThat(table.headerLine()).as(written).isEqualTo(this.headerLine);
				for (TableRow row = table.next(); row != null; row = table.next()) {
					rows.add(row.number() + " " + ((row.fault() != null) ? row.fault() : row.cells()));
					taken.add(row.cells().toString());
				}
			}
			assertThat(rows).as(written).isEqualTo(new SlowTable(written).rows(this.headerLine));
			if (this.damaged) {
				return;
			}
			assertThat(taken).as(written).containsAll(this.good);
		}

	}

}
