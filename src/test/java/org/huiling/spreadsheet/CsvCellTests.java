package org.huiling.spreadsheet;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTests {

	@Test
	void whatASpreadsheetWouldComputeIsText() {
		assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
		assertThat(CsvCell.of("@x")).isEqualTo("'@x");
		for (String wide : new String[] { "＝1+1", "＋1", "－1", "＠x", "\n=1" }) {
			assertThat(CsvCell.of(wide)).contains("'" + wide);
		}
	}

	@Test
	void aRowGivenBackIsNotComputedEither() {
		assertThat(CsvCell.row("=1+1,\"=a,b\",＝x,+86 1,-5.20,\"-1,200.00\",a=b,"))
			.isEqualTo("'=1+1,\"'=a,b\",'＝x,'+86 1,-5.20,\"-1,200.00\",a=b,");
		assertThat(CsvCell.row("379901193302158016,\"6228480000000000001\",123456789012345,37990119330215801X"))
			.isEqualTo("'379901193302158016,\"'6228480000000000001\",123456789012345,37990119330215801X");
		assertThat(CsvCell.row("")).isEmpty();
		assertThat(CsvCell.row("\"a\"\"\",=b\",=c")).isEqualTo("\"a\"\"\",'=b\",=c");
	}

	@Test
	void separatorsAndQuotesAreQuoted() {
		assertThat(CsvCell.of("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
		assertThat(CsvCell.of("a\nb")).isEqualTo("\"a\nb\"");
	}

	@Test
	void moneyIsPlainAndMayBeNegative() {
		assertThat(CsvCell.of(new BigDecimal("-1E+2"))).isEqualTo("-100");
		assertThat(CsvCell.of(null)).isEmpty();
	}

}
