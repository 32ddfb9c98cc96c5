package org.huiling.web.casework;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.applicant.MonthAgenda;
import org.huiling.decision.notice.OpenNotices;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.huiling.payment.LifeCheckTerm;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.recalculation.finding.UndecidedCases;
import org.huiling.web.Districts;
import org.huiling.web.FieldNames;
import org.huiling.web.ProgramNames;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 本月待办: whom a month brings something for. */
@Controller
class MonthPage {

	private static final Duration NOTICES = Duration.ofDays(62);

	private static final String YEARS = "years";

	private final MonthAgenda agenda;

	private final OpenNotices notices;

	private final UndecidedCases undecided;

	private final LifeCheckTerm lifeChecks;

	private final PolicyCatalogue policies;

	private final ProgramNames programs;

	private final FieldNames names;

	private final Districts districts;

	private final Clock clock;

	MonthPage(MonthAgenda agenda, OpenNotices notices, UndecidedCases undecided, LifeCheckTerm lifeChecks,
			PolicyCatalogue policies, ProgramNames programs, FieldNames names, Districts districts, Clock clock) {
		this.agenda = agenda;
		this.notices = notices;
		this.undecided = undecided;
		this.lifeChecks = lifeChecks;
		this.policies = policies;
		this.programs = programs;
		this.names = names;
		this.districts = districts;
		this.clock = clock;
	}

	@GetMapping("/month")
	String month(@RequestParam @DateTimeFormat(pattern = "yyyy-MM") Optional<YearMonth> of, Model model,
			Locale locale) {
		YearMonth month = of.orElseGet(() -> YearMonth.now(this.clock));
		List<Jurisdiction> own = this.districts.own();
		Optional<Integer> term = own.stream()
			.flatMap((one) -> this.lifeChecks.months(one.id(), month).stream())
			.min(Integer::compare);
		Set<Integer> ages = ages(own, month);
		model.addAttribute("month", month);
		model.addAttribute("most", MonthAgenda.SHOWN);
		model.addAttribute("ages", ages);
		model.addAttribute("birthdays", this.agenda.birthdays(month, ages));
		model.addAttribute("lifeChecks", term.map((months) -> this.agenda.lifeChecks(month, months)).orElse(List.of()));
		model.addAttribute("endings", this.agenda.endings(month));
		model.addAttribute("undecided", this.undecided.ofLastRun(MonthAgenda.SHOWN));
		model.addAttribute("notices", this.notices.newest(this.clock.instant().minus(NOTICES), MonthAgenda.SHOWN));
		model.addAttribute("programs", this.programs.in(locale));
		model.addAttribute("names", this.names);
		model.addAttribute("locale", locale);
		return "web/casework/month";
	}

	/** The ages that any policy in force has among its parameters. */
	private Set<Integer> ages(List<Jurisdiction> jurisdictions, YearMonth month) {
		Set<Integer> ages = new TreeSet<>();
		for (Jurisdiction jurisdiction : jurisdictions) {
			PolicyBook book = this.policies.book(jurisdiction.id(), this.clock.instant());
			for (Program program : book.programs()) {
				CompiledPolicy policy = book.inForce(program.id(), month.atDay(1));
				if (policy != null) {
					Map<String, Object> values = policy.on(policy.header().factDay().within(Period.of(month)))
						.parameters();
					policy.header().parameters().forEach((parameter) -> {
						if (YEARS.equals(parameter.unit()) && values.get(parameter.name()) instanceof Number number) {
							ages.add(new BigDecimal(number.toString()).intValue());
						}
					});
				}
			}
		}
		return ages;
	}

}
