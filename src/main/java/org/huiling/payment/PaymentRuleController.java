package org.huiling.payment;

import java.io.InputStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How jurisdictions pay, over HTTP. */
@Tag(name = "rosters")
@RestController
@RequestMapping(path = "/api/v1/jurisdictions/{jurisdiction}/payment-rules",
		produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentRuleController {

	private final PaymentRules rules;

	private final CurrentUser user;

	PaymentRuleController(PaymentRules rules, CurrentUser user) {
		this.rules = rules;
		this.user = user;
	}

	@Operation(summary = "发放规则 · how a jurisdiction pays, by the month a rule begins with",
			description = "the rule of jurisdiction * holds where there is no other")
	@GetMapping
	Listing<ObjectNode> list(@PathVariable String jurisdiction, Paging paging) {
		return Listing.cut(this.rules.of(jurisdiction), paging, (rule) -> rule);
	}

	@Operation(summary = "制定发放规则 · sets how a jurisdiction pays from a month on",
			description = """
					{"from": "2014-01", "frequency": "MONTHLY" or "QUARTERLY", "timing": "ADVANCE" or "ARREARS", "payDay", "arrearsMonths"?,
					"tolerance", "recoveryShare": 0.00 to 1.00, "dueDays", "lifeCheckMonths"?, "onDeath"?: "ESTATE" (what a dead
					person owes stays open until it is settled by hand) or "WRITE_OFF" (it is given up when the roster is approved, all of it
					up to "writeOffLimit"?, above that nothing), "basis"}
					Never changed afterwards; 409 if the month has a rule, or a roster was made for it or a later month.""")
	@PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ObjectNode set(@PathVariable String jurisdiction, @Parameter(hidden = true) InputStream body) {
		this.user.requireRole(Role.POLICY_APPROVER);
		return this.rules.set(jurisdiction, PaymentRuleBody.read(StrictJson.read(body)));
	}

}
