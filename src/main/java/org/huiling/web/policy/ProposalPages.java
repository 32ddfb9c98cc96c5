package org.huiling.web.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.huiling.decision.notice.MoneyWords;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.proposal.Proposal;
import org.huiling.proposal.ProposalState;
import org.huiling.proposal.Proposals;
import org.huiling.web.Dates;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 提议与确认: what waits for a second account, and what became of it. */
@Controller
class ProposalPages {

	/**
	 * Ids of rosters, people and settlements: what tells people apart is shown beside
	 * them.
	 */
	private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final String LIST = "redirect:/proposals";

	private final Proposals proposals;

	private final JsonMapper json;

	private final Dates dates;

	private final ProgramNames names;

	private final MessageSource messages;

	private final MoneyWords money;

	private final PolicyCatalogue catalogue;

	ProposalPages(Proposals proposals, JsonMapper json, Dates dates, ProgramNames names, MessageSource messages,
			MoneyWords money, PolicyCatalogue catalogue) {
		this.money = money;
		this.catalogue = catalogue;
		this.proposals = proposals;
		this.json = json;
		this.dates = dates;
		this.names = names;
		this.messages = messages;
	}

	/**
	 * A proposal as the page shows it.
	 *
	 * @param proposal the proposal
	 * @param at when it was made
	 * @param subject what it is about, if that has a name
	 * @param values its values by their label
	 * @param judged whether the reader may confirm or reject it
	 * @param withdrawn whether the reader may take it back
	 */
	record Line(Proposal proposal, String at, @Nullable String subject, Map<String, String> values, boolean judged,
			boolean withdrawn) {
	}

	@GetMapping("/proposals")
	String proposals(@RequestParam(defaultValue = "PROPOSED") ProposalState state, Paging paging, Locale locale,
			Model model) {
		Listing<Proposal> list = this.proposals.page(state, paging);
		model.addAttribute("list", list);
		model.addAttribute("state", state);
		model.addAttribute("states", ProposalState.values());
		model.addAttribute("lines", list.items().stream().map((one) -> line(one, locale)).toList());
		return "web/policy/proposals";
	}

	@PostMapping("/proposals/{id}/confirm")
	String confirm(@PathVariable String id) {
		this.proposals.confirm(id(id));
		return LIST;
	}

	@PostMapping("/proposals/{id}/reject")
	String reject(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
		UUID proposal = id(id);
		this.proposals.reject(proposal, RecordReader.form(Map.of("reason", reason), ReasonBody.class).reason());
		return LIST;
	}

	@PostMapping("/proposals/{id}/withdraw")
	String withdraw(@PathVariable String id) {
		this.proposals.withdraw(id(id));
		return LIST;
	}

	private Line line(Proposal proposal, Locale locale) {
		Map<String, String> plain = new LinkedHashMap<>();
		flatten("", proposal.values(), plain);
		if (this.proposals.mayJudge(proposal) || this.proposals.mayWithdraw(proposal)) {
			flatten("", this.json.valueToTree(this.proposals.look(proposal.id()).effects()), plain);
		}
		Map<String, String> values = new LinkedHashMap<>();
		plain.forEach((path, value) -> {
			if (!IDENTIFIER.matcher(value).matches() && !"entry".equals(path)) {
				values.put(label(path, locale), shown(path, value, plain, locale));
			}
		});
		String subject = IDENTIFIER.matcher(proposal.subject()).matches() ? null : proposal.subject();
		return new Line(proposal, this.dates.minute(proposal.at()), subject, values, this.proposals.mayJudge(proposal),
				this.proposals.mayWithdraw(proposal));
	}

	private String label(String path, Locale locale) {
		String name = path.substring(path.lastIndexOf('.') + 1);
		return Objects.requireNonNull(this.messages.getMessage("proposals.value." + name, null, path, locale));
	}

	private String shown(String path, String value, Map<String, String> all, Locale locale) {
		String jurisdiction = all.get("jurisdiction");
		String name = path.substring(path.lastIndexOf('.') + 1);
		return switch (name) {
			case "jurisdiction", "ownedBy" -> this.names.in(locale).district(value);
			case "program" ->
				(jurisdiction != null) ? this.names.of(jurisdiction, locale).getOrDefault(value, value) : value;
			case "amount", "tolerance", "writeOffLimit" -> money(value, all, locale);
			default -> Objects
				.requireNonNull(this.messages.getMessage("proposals.word." + name + "." + value, null, value, locale));
		};
	}

	/** With the currency of whose money it is, where that is known. */
	private String money(String value, Map<String, String> all, Locale locale) {
		String jurisdiction = all.get("jurisdiction");
		String currency = (jurisdiction != null) ? this.catalogue.currency(jurisdiction) : all.get("currency");
		return (currency != null) ? this.money.of(new BigDecimal(value), currency, locale) : value;
	}

	private static void flatten(String path, @Nullable JsonNode value, Map<String, String> values) {
		if (value != null && value.isObject()) {
			value.properties()
				.forEach((field) -> flatten(path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
						field.getValue(), values));
		}
		else if (value != null && !value.isNull()) {
			values.put(path, value.isValueNode() ? value.asString("") : value.toString());
		}
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound("PROPOSAL_NOT_FOUND");
		}
	}

}
