package org.huiling.spreadsheet;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvWriterTests {

	@Test
	void whatASpreadsheetWouldComputeIsText() {
		assertThat(CsvWriter.cell("=1+1")).isEqualTo("'=1+1");
		assertThat(CsvWriter.cell("@x")).isEqualTo("'@x");
		for (String wide : new String[] { "＝1+1", "＋1", "－1", "＠x", "\n=1" }) {
			assertThat(CsvWriter.cell(wide)).contains("'" + wide);
		}
	}

	@Test
	void aRowGivenBackIsNotComputedEither() {
		assertThat(CsvWriter.row("=1+1,\"=a,b\",＝x,+86 1,-5.20,\"-1,200.00\",a=b,"))
			.isEqualTo("'=1+1,\"'=a,b\",'＝x,'+86 1,-5.20,\"-1,200.00\",a=b,");
		assertThat(CsvWriter.row("379901193302158016,\"6228480000000000001\",123456789012345,37990119330215801X"))
			.isEqualTo("'379901193302158016,\"'6228480000000000001\",123456789012345,37990119330215801X");
		assertThat(CsvWriter.row("")).isEmpty();
		assertThat(CsvWriter.row("\"a\"\"\",=b\",=c")).isEqualTo("\"a\"\"\",'=b\",=c");
	}

	@Test
	void separatorsAndQuotesAreQuoted() {
		assertThat(CsvWriter.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
		assertThat(CsvWriter.cell("a\nb")).isEqualTo("\"a\nb\"");
	}

	@Test
	void moneyIsPlainAndMayBeNegative() {
		assertThat(CsvWriter.cell(new BigDecimal("-1E+2"))).isEqualTo("-100");
		assertThat(CsvWriter.cell(null)).isEmpty();
	}

}
