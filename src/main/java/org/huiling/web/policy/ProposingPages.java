package org.huiling.web.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PaidTo;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.RecordReader;
import org.huiling.payment.rule.DeathRule.OnDeath;
import org.huiling.payment.rule.PaymentRuleBody;
import org.huiling.payment.rule.PaymentRuleBody.Frequency;
import org.huiling.payment.rule.PaymentRuleBody.Timing;
import org.huiling.payment.rule.PaymentRuleProposals;
import org.huiling.payment.rule.PaymentRuleView;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.owner.JurisdictionBody;
import org.huiling.policy.owner.OwnerProposals;
import org.huiling.policy.owner.ProgramBody;
import org.huiling.web.Districts;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 提议: a jurisdiction, a program, a payment rule. Each then waits among the proposals for
 * another account.
 */
@Controller
class ProposingPages {

	private static final String LIST = "redirect:/proposals";

	/** The fields of these forms that are numbers. */
	private static final Set<String> NUMBERS = Set.of("order", "payDay", "arrearsMonths", "tolerance", "recoveryShare",
			"dueDays", "lifeCheckMonths", "arrearsFlagMonths", "writeOffLimit");

	/** The form of a payment rule has these in this order, each with its label. */
	private static final List<String> RULE_NUMBERS = List.of("payDay", "arrearsMonths", "tolerance", "recoveryShare",
			"dueDays", "lifeCheckMonths", "arrearsFlagMonths", "writeOffLimit");

	private static final int CENTS = 2;

	private static final Set<String> NEEDED = Set.of("payDay", "tolerance", "recoveryShare", "dueDays");

	private final OwnerProposals owners;

	private final PaymentRuleProposals rules;

	private final Districts districts;

	private final ProgramNames names;

	private final PolicyCatalogue catalogue;

	ProposingPages(OwnerProposals owners, PaymentRuleProposals rules, Districts districts, ProgramNames names,
			PolicyCatalogue catalogue) {
		this.owners = owners;
		this.rules = rules;
		this.districts = districts;
		this.names = names;
		this.catalogue = catalogue;
	}

	@GetMapping("/proposals/new-jurisdiction")
	String jurisdiction() {
		return "web/policy/new-jurisdiction";
	}

	@Idempotent
	@PostMapping("/proposals/jurisdictions")
	String propose(@RequestParam Map<String, String> form) {
		this.owners.jurisdiction(
				RecordReader.values(described(form, "id", "regionPrefix", "currency"), JurisdictionBody.class));
		return LIST;
	}

	@GetMapping("/proposals/new-program")
	String program(@RequestParam @Nullable String jurisdiction, Model model, Locale locale) {
		districts(jurisdiction, model, locale);
		model.addAttribute("cycles", Cycle.values());
		model.addAttribute("receivers", PaidTo.values());
		return "web/policy/new-program";
	}

	@Idempotent
	@PostMapping("/proposals/programs")
	String program(@RequestParam(defaultValue = "") String jurisdiction, @RequestParam Map<String, String> form) {
		Map<String, Object> wanted = described(form, "id", "cycle", "unit", "order", "paidTo", "over", "subject");
		this.catalogue.jurisdiction(jurisdiction)
			.filter((owner) -> !wanted.containsKey("unit"))
			.ifPresent((owner) -> wanted.put("unit", owner.currency()));
		this.owners.program(jurisdiction, RecordReader.values(wanted, ProgramBody.New.class));
		return LIST;
	}

	/**
	 * A payment rule as it is shown.
	 *
	 * @param rule the rule
	 * @param program whose alone it is by name, null for all
	 * @param forAll whether it holds where a jurisdiction has none of its own
	 * @param numbers its numbers by the name of their field, without those that it leaves
	 * open
	 */
	record Rule(PaymentRuleView rule, @Nullable String program, boolean forAll, Map<String, String> numbers) {
	}

	@GetMapping("/payment-rules")
	String rules(@RequestParam @Nullable String jurisdiction, Model model, Locale locale) {
		districts(jurisdiction, model, locale);
		this.districts.chosen(jurisdiction).ifPresent((chosen) -> {
			Map<String, String> programs = this.names.of(chosen.id(), locale);
			List<PaymentRuleView> all = this.rules.of(chosen.id());
			model.addAttribute("programs", programs);
			model.addAttribute("rules", all.stream().map((rule) -> shown(rule, programs)).toList());
			model.addAttribute("latest",
					all.stream()
						.filter((rule) -> rule.program() == null)
						.reduce((one, next) -> next)
						.map((rule) -> shown(rule, programs))
						.orElse(null));
		});
		model.addAttribute("frequencies", Frequency.values());
		model.addAttribute("timings", Timing.values());
		model.addAttribute("deaths", OnDeath.values());
		model.addAttribute("numbers", RULE_NUMBERS);
		model.addAttribute("needed", NEEDED);
		return "web/policy/payment-rules";
	}

	@Idempotent
	@PostMapping("/payment-rules")
	String rule(@RequestParam(defaultValue = "") String jurisdiction, @RequestParam Map<String, String> form) {
		Map<String, Object> wanted = fields(form, "from", "frequency", "timing", "onDeath", "basis", "program");
		wanted.putAll(fields(form, RULE_NUMBERS.toArray(String[]::new)));
		this.rules.propose(jurisdiction, RecordReader.values(wanted, PaymentRuleBody.class));
		return LIST;
	}

	private void districts(@Nullable String asked, Model model, Locale locale) {
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("chosen", this.districts.chosen(asked).map(Jurisdiction::id).orElse(""));
		model.addAttribute("locale", locale);
	}

	private static Rule shown(PaymentRuleView rule, Map<String, String> programs) {
		String program = rule.program();
		return new Rule(rule, (program != null) ? programs.getOrDefault(program, program) : null,
				"*".equals(rule.jurisdiction()), numbers(rule));
	}

	private static Map<String, String> numbers(PaymentRuleView rule) {
		Map<String, String> numbers = new LinkedHashMap<>();
		numbers.put("payDay", Integer.toString(rule.payDay()));
		put(numbers, "arrearsMonths", rule.arrearsMonths());
		numbers.put("tolerance", rule.tolerance().toPlainString());
		numbers.put("recoveryShare", share(rule.recoveryShare()));
		numbers.put("dueDays", Integer.toString(rule.dueDays()));
		put(numbers, "lifeCheckMonths", rule.lifeCheckMonths());
		numbers.put("arrearsFlagMonths", Integer.toString(rule.arrearsFlagMonths()));
		put(numbers, "writeOffLimit", rule.writeOffLimit());
		return numbers;
	}

	/** With two decimals, or as many as it needs. */
	private static String share(BigDecimal share) {
		BigDecimal needed = share.stripTrailingZeros();
		return (needed.scale() < CENTS) ? needed.setScale(CENTS).toPlainString() : needed.toPlainString();
	}

	private static void put(Map<String, String> numbers, String name, @Nullable Object number) {
		if (number != null) {
			numbers.put(name, number.toString());
		}
	}

	/** The fields of something that has a name in both languages. */
	private static Map<String, Object> described(Map<String, String> form, String... names) {
		Map<String, Object> described = fields(form, names);
		described.put("name", fields(form, "zh", "en"));
		return described;
	}

	/**
	 * What was left empty is absent; a number that is none stays a text, and is refused
	 * as one.
	 */
	private static Map<String, Object> fields(Map<String, String> form, String... names) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (String name : names) {
			String text = form.getOrDefault(name, "").strip();
			if (!text.isEmpty()) {
				fields.put(name, NUMBERS.contains(name) ? number(text) : text);
			}
		}
		return fields;
	}

	private static Object number(String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

}
