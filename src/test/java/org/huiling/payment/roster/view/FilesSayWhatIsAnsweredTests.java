package org.huiling.payment.roster.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.Roster.Totals;
import org.huiling.payment.roster.RosterState;
import org.huiling.payment.roster.view.LineList.Line;
import org.huiling.spreadsheet.ListedTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of lines and transfers are written by themselves, row by row: what they say is
 * what the API answers.
 */
class FilesSayWhatIsAnsweredTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final UUID ID = UUID.fromString("0197f3c2-5b1e-7c44-9f7a-3d2b1a0c9e88");

	private static final Payee PERSON = new Payee("M6XM7PXM", "试例甲", "379901************", "BANK", "示范银行",
			"6222000000000001", "代领人", null, null, null, Map.of());

	private static final Payee WITHOUT_ACCOUNT = new Payee("9HK9R5D6", "试例乙", null, null, null, null, null, null, null,
			null, Map.of());

	private static final Roster ROSTER = new Roster(ID, "model-district", YearMonth.of(2013, 7), YearMonth.of(2013, 7),
			YearMonth.of(2013, 7), LocalDate.of(2013, 7, 10), Instant.EPOCH, "operator", Instant.EPOCH,
			RosterState.APPROVED, "sha256:0", new Totals(1, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO), null,
			null, null, null, "CNY");

	private static final LocalDate PAY_DAY = LocalDate.of(2013, 7, 20);

	static Stream<Line> lines() {
		LocalDate day = LocalDate.of(2013, 7, 15);
		BigDecimal amount = new BigDecimal("100.00");
		return Stream.of(
				new Line(1, ID, PERSON, "old-age-allowance", "2013-07", null, LineKind.REGULAR, amount, "PERSON", ID,
						null, null, null, null, PAY_DAY),
				new Line(2, ID, PERSON, "old-age-allowance", "2013-03", null, LineKind.ARREARS, amount, "PERSON", ID,
						ArrearsReason.DATA_CORRECTED, "PAID", null, day, PAY_DAY),
				new Line(3, ID, PERSON, "medical-reimbursement", "2013-03", "c1", LineKind.RECOVERY, amount.negate(),
						"PERSON", null, ArrearsReason.MOVED_OUT, "FAILED", "账户已销", null, PAY_DAY),
				new Line(4, ID, PERSON, "home-care-service", "2013-07", null, LineKind.REGULAR, amount, "PROVIDER", ID,
						null, "RETURNED", "重复", day, PAY_DAY),
				new Line(5, ID, WITHOUT_ACCOUNT, "old-age-allowance", "2013-07", null, LineKind.RETRY, amount, "PERSON",
						ID, ArrearsReason.TRANSFER_FAILED, null, null, null, PAY_DAY),
				new Line(6, ID, null, "old-age-allowance", "2013-07", null, LineKind.REGULAR, amount, "PERSON", ID,
						null, null, null, null, PAY_DAY));
	}

	@ParameterizedTest
	@MethodSource("lines")
	void ofALine(Line line) throws IOException {
		Map<String, String> row = row(LineSheet.of(ROSTER, false, (taker) -> taker.accept(line)));
		JsonNode answered = answered(LineView.of(line));
		assertThat(answered.propertyNames()).allMatch((name) -> row.containsKey(name) || "payee".equals(name));
		for (String name : List.of("line", "applicantId", "fileNumber", "residentId", "name", "paidTo", "program",
				"period", "claim", "kind", "amount", "decisionId", "because", "result", "day", "payDay")) {
			assertThat(row.get(name)).as(name).isEqualTo(answered.get(name).asString(""));
		}
		assertThat(row.get("reason").isEmpty() ? row.get("because") : row.get("reason"))
			.isEqualTo(answered.get("reason").asString(""));
		samePayee(row, answered.get("payee"));
	}

	@Test
	void ofATransfer() throws IOException {
		List<Line> lines = lines().limit(3).toList();
		Transfer transfer = new Transfer(1, "PERSON", null, ID, PERSON, 2, new BigDecimal("100.00"), 3,
				lines.stream().map(Line::line).toList(), "FAILED", "账户已销", LocalDate.of(2013, 7, 15), PAY_DAY);
		Map<String, String> row = row(TransferSheet.of(ROSTER, false, (taker) -> taker.accept(transfer)));
		JsonNode answered = answered(TransferView.of(new TransferList.Made(transfer, lines)));
		for (String name : List.of("transfer", "paidTo", "program", "people", "amount", "lineCount", "result", "reason",
				"day", "payDay")) {
			assertThat(row.get(name)).as(name).isEqualTo(answered.get(name).asString(""));
		}
		assertThat(row.get("lines")).isEqualTo(answered.get("lines")
			.valueStream()
			.map((line) -> line.get("line").asString())
			.collect(Collectors.joining(" ")));
		samePayee(row, answered.get("payee"));
	}

	private static void samePayee(Map<String, String> row, JsonNode payee) {
		assertThat(row.get("account")).isEqualTo(payee.path("account").asString(""));
		if (!payee.isNull()) {
			assertThat(row.get("bank")).isEqualTo(payee.get("bank").stringValue());
			assertThat(row.get("accountHolder")).isEqualTo(payee.get("name").stringValue());
		}
	}

	private static JsonNode answered(Object view) {
		return JSON.readTree(JSON.writeValueAsString(view));
	}

	/** The only row of a table, by column; no cell of it has a comma. */
	private static Map<String, @Nullable String> row(ListedTable table) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		table.csv(out);
		List<String> lines = out.toString(StandardCharsets.UTF_8).replace("\uFEFF", "").lines().toList();
		assertThat(lines).hasSize(2);
		String[] names = lines.get(0).split(",", -1);
		String[] cells = lines.get(1).split(",", -1);
		Map<String, @Nullable String> row = new HashMap<>();
		for (int i = 0; i < names.length; i++) {
			row.put(names[i], cells[i]);
		}
		return row;
	}

}
