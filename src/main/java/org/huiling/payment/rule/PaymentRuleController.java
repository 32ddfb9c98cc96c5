package org.huiling.payment.rule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.proposal.Proposal;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How jurisdictions pay, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1/jurisdictions/{jurisdiction}/payment-rules",
		produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentRuleController {

	private final PaymentRuleProposals rules;

	PaymentRuleController(PaymentRuleProposals rules) {
		this.rules = rules;
	}

	@Operation(operationId = "listPaymentRules",
			summary = "发放规则 · how a jurisdiction pays, by the month a rule begins with",
			description = "the rule of jurisdiction * holds where there is no other, one with a program for that program alone")
	@GetMapping
	Listing<PaymentRuleView> list(@PathVariable String jurisdiction, Paging paging) {
		return Listing.cut(this.rules.of(jurisdiction), paging, (rule) -> rule);
	}

	@Operation(operationId = "proposePaymentRule",
			summary = "制定发放规则 · proposes how a jurisdiction pays from a month on",
			description = """
					{"from": "2014-01", "frequency": "MONTHLY" or "QUARTERLY", "timing": "ADVANCE" or "ARREARS", "payDay", "arrearsMonths"?,
					"tolerance", "recoveryShare": 0.00 to 1.00, "dueDays", "lifeCheckMonths"?, "arrearsFlagMonths"? (6; arrears for periods
					farther back are flagged on the roster), "onDeath"?: "ESTATE" (what a dead
					person owes stays open until it is settled by hand) or "WRITE_OFF" (it is given up when the roster is approved, all of it
					up to "writeOffLimit"?, above that nothing), "basis", "program"?: for that program alone (422 if the jurisdiction has none of that name)}
					A program's rule goes before the jurisdiction's in everything it says. In a month in which the program is not paid by
					it, what is due waits (NOT_ITS_MONTH) and only what is owed back is set off; a share is of that program's payments.
					QUARTERLY pays a quarter on the roster of its last month (ARREARS) or its first (ADVANCE). payDay is a day of the
					roster's month, with ADVANCE of the month before. Without lifeCheckMonths a life check holds as the version in force says.
					In force when a POLICY_APPROVER with another account confirms the proposal; replaces a rule of the same month.
					409 if a roster was made for it or a later month: what was paid by a rule never changes.""")
	@ApiResponse(responseCode = "202", description = "proposed", useReturnTypeSchema = true)
	@PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Proposal> set(@PathVariable String jurisdiction, @RequestBody PaymentRuleBody asked) {
		return this.rules.propose(jurisdiction, asked).accepted();
	}

}
