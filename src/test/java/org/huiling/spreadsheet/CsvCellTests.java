package org.huiling.spreadsheet;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTests {

	@Test
	void whatASpreadsheetWouldComputeIsText() {
		assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
		assertThat(CsvCell.of("@x")).isEqualTo("'@x");
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
