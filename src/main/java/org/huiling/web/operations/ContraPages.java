package org.huiling.web.operations;

import java.util.Map;

import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.payment.contra.ContraEntries;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 冲销: proposes to take back a result or a settlement, from the line where it stands; it
 * goes on among the proposals, where another account confirms it.
 */
@Controller
class ContraPages {

	private static final String PROPOSALS = "redirect:/proposals";

	private final ContraEntries entries;

	ContraPages(ContraEntries entries) {
		this.entries = entries;
	}

	@PostMapping("/rosters/{id}/lines/{line}/contra")
	String result(@PathVariable String id, @PathVariable String line, @RequestParam Map<String, String> form) {
		this.entries.ofResult(Identifiers.roster(id), line, RecordReader.form(form, ReasonBody.class).reason());
		return PROPOSALS;
	}

	@PostMapping("/settlements/{id}/contra")
	String settlement(@PathVariable String id, @RequestParam Map<String, String> form) {
		this.entries.ofSettlement(Identifiers.settlement(id), RecordReader.form(form, ReasonBody.class).reason());
		return PROPOSALS;
	}

}
