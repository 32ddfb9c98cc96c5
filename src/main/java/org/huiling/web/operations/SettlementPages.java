package org.huiling.web.operations;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.payment.settlement.SettlementBody;
import org.huiling.payment.settlement.SettlingByHand;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 多发款的结清: what the family of somebody who died paid back is booked from the debt where it
 * stands; what is to be given up goes on among the proposals.
 */
@Controller
class SettlementPages {

	private static final List<String> TEXTS = List.of("jurisdiction", "applicantId", "program", "period", "claim",
			"kind", "fault", "reason");

	private final SettlingByHand settling;

	SettlementPages(SettlingByHand settling) {
		this.settling = settling;
	}

	@Idempotent
	@PostMapping("/settlements")
	String settle(@RequestParam String person, @RequestParam Map<String, String> form) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (String name : TEXTS) {
			String said = form.getOrDefault(name, "").strip();
			if (!said.isEmpty()) {
				values.put(name, said);
			}
		}
		String amount = form.getOrDefault("amount", "").strip().replace(",", "");
		if (!amount.isEmpty()) {
			values.put("amount", amount.matches("[0-9]{1,12}([.][0-9]{1,2})?") ? new BigDecimal(amount) : amount);
		}
		boolean proposed = this.settling.settle(RecordReader.values(values, SettlementBody.class));
		return proposed ? "redirect:/proposals" : "redirect:/people/" + Identifiers.person(person) + "/payments";
	}

}
