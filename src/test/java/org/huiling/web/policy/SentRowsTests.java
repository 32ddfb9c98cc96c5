package org.huiling.web.policy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.huiling.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SentRowsTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String TABLE = "RuleSet,x\nRuleTable y,\nNAME,ACTION\n,benefit\n,grant($param)\n规则,\n甲,P.a\n";

	private static final String ABOVE = IntStream.rangeClosed(1, 6)
		.mapToObj((row) -> "{\"from\": " + row + ", \"cells\": {}}")
		.collect(Collectors.joining(","));

	private static String write(String rows) {
		return SentRows.write(CellTable.read(TABLE), "[" + ABOVE + "," + rows + "]", JSON);
	}

	@Test
	void whatWasChangedIsWritten() {
		assertThat(write("{\"from\": 7, \"cells\": {\"1\": \"P.b\"}}")).isEqualTo(TABLE.replace("P.a", "P.b"));
		assertThat(write("{\"from\": 7, \"cells\": {}}, {\"cells\": {\"0\": \"乙\"}}")).isEqualTo(TABLE + "乙,\n");
	}

	/** A form that is not of this table changes nothing, and says so. */
	@ParameterizedTest
	@ValueSource(strings = { "", "x", "[]", "\"x\"", "{\"from\": 1}", "[{\"from\": 99}]", "[{\"from\": -1}]",
			"[{\"from\": 7, \"cells\": {\"1\": \"P.b\"}}]" })
	void whatIsNoFormOfThisTableIsRefused(String rows) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SentRows.write(CellTable.read(TABLE), rows, JSON))
			.matches((refusal) -> refusal.status() == 412 && refusal.code().equals("STALE"));
	}

	@Test
	void endlessRowsAreRefused() {
		String rows = IntStream.range(0, CellTable.MOST_ROWS)
			.mapToObj((row) -> "{\"from\": 7}")
			.collect(Collectors.joining(","));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> write(rows));
	}

	@Test
	void aFileThatIsNoTableAnyMoreIsRefused() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SentRows.write(null, "[]", JSON));
	}

}
