package org.huiling.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;

/** Nursing bills beside claims, and programs that go over them. */
final class NursingBills {

	static final MoreFacts FACTS = read();

	private NursingBills() {
	}

	private static MoreFacts read() {
		try {
			return MoreFacts.of(Files.readString(Path.of("src/test/resources/facts/nursing-bills.yaml")));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** 70 % of what care at home costs, within a ceiling of the year. */
	static TinyPolicy voucher() {
		return TinyPolicy.over("nursingBills", "nursing-voucher", 80)
			.parameter("share", "70", "percent")
			.parameter("least", "4", "count")
			.parameter("ceiling", "1000.00", "CNY")
			.rule("上门照护",
					"NursingBill( setting == NursingSetting.HOME, $hours: hours, hours >= P.least, $amount: amount )",
					"benefit.yearlyCeiling(P.ceiling).pay($amount.times(P.share));");
	}

	/** Half of what the voucher leaves. */
	static TinyPolicy relief(String header) {
		return TinyPolicy.over("nursingBills", "nursing-relief", 90)
			.header(header)
			.parameter("share", "50", "percent")
			.rule("照护救助", "$bill : NursingBill( amount >= P.least )",
					"benefit.pay($bill.getOwnPayment().times(P.share));")
			.parameter("least", "100.00", "CNY");
	}

	static TinyPolicy medical() {
		return TinyPolicy.claims()
			.parameter("share", "50", "percent")
			.rule("报销", "Claim( $cost: eligibleCost )", "benefit.pay($cost.times(P.share));");
	}

	static Shelf shelf(TinyPolicy... policies) {
		List<CompiledPolicy> compiled = new ArrayList<>();
		for (TinyPolicy one : policies) {
			compiled.add(one.compile(FACTS.compiler()));
		}
		return new Shelf(TinyPolicy.JURISDICTION, compiled);
	}

	/** A bill for care at home; what is empty is unknown. */
	static FactRecord bill(String number, String day, String amount, int hours) {
		Map<String, Object> fields = new HashMap<>(Map.of("number", number, "day", LocalDate.parse(day), "setting",
				Code.of("NursingSetting", "HOME"), "hours", hours, "respite", false));
		if (!amount.isEmpty()) {
			fields.put("amount", new BigDecimal(amount));
		}
		return FACTS.item("nursingBills", fields);
	}

	static FactRecord claim(String id, String day, String cost) {
		return FACTS.item("claims",
				Map.of("id", id, "date", LocalDate.parse(day), "kind", Code.of("ClaimKind", "OUTPATIENT"),
						"hospitalTier", Code.of("HospitalTier", "COUNTY"), "totalCost", new BigDecimal(cost),
						"eligibleCost", new BigDecimal(cost)));
	}

	static FactRecord person(List<FactRecord> claims, FactRecord... bills) {
		return FACTS.person(Map.of("claims", claims, "nursingBills", List.of(bills)));
	}

}
