package org.huiling.decision.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.applicant.KnownApplicant;
import org.huiling.audit.AuditAction;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionNumber;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.decision.store.KeptReasons;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes notices of decisions: who, what, how much from when, and why. */
@Component
public class NoticeWriter {

	/** What the office has to look into, and not the person. */
	private static final String GONE_CLAIM = "CLAIM_GONE";

	private static final Set<String> DOUBTS = Set.of("SAME_STAY", "STAYS_OVERLAP");

	private static final int GONE = 410;

	private final DecisionQueries decisions;

	private final ApplicantRegister register;

	private final PolicyLookup lookup;

	private final MessageSource messages;

	private final FactNames factNames;

	private final InKindWords things;

	private final MoneyWords money;

	private final DecisionGrounds grounds;

	private final NoticeNumbers numbers;

	private final CurrentUser user;

	private final Clock clock;

	NoticeWriter(DecisionQueries decisions, ApplicantRegister register, PolicyLookup lookup, MessageSource messages,
			FactNames factNames, InKindWords things, MoneyWords money, DecisionGrounds grounds, NoticeNumbers numbers,
			CurrentUser user, Clock clock) {
		this.money = money;
		this.grounds = grounds;
		this.numbers = numbers;
		this.user = user;
		this.things = things;
		this.decisions = decisions;
		this.register = register;
		this.lookup = lookup;
		this.messages = messages;
		this.factNames = factNames;
		this.clock = clock;
	}

	/**
	 * The notice of a decision; reading it is noted in the trail.
	 * @throws Refusal 404 if there is none, or the user may not see it; 410 if the
	 * person's file was erased
	 */
	public Notice notice(UUID id, Locale locale) {
		DecisionQueries.One one = this.decisions.one(id, AuditAction.NOTICE_READ);
		FactRecord person = person(one.decision()).on(LocalDate.now(this.clock));
		UUID applicant = one.decision().key().applicant();
		ShownPerson shown = Objects.requireNonNull(this.register.shown(Set.of(applicant)).get(applicant));
		return notice(one, person.name(), shown, documentNumber(one), locale);
	}

	/** A case worker who opens a notice that is in effect issues it. */
	private @Nullable String documentNumber(DecisionQueries.One one) {
		Decision decision = one.decision();
		boolean issues = this.user.has(Role.CASE_WORKER) && one.effective().isCurrent(decision);
		return (issues ? this.numbers.give(List.of(decision)) : this.numbers.of(List.of(decision.id())))
			.get(decision.id());
	}

	/**
	 * The notice to a person who is known already.
	 * @param documentNumber what the office calls the letter, null for none
	 */
	public Notice notice(DecisionQueries.One one, @Nullable String personName, ShownPerson person,
			@Nullable String documentNumber, Locale locale) {
		Decision decision = one.decision();
		Jurisdiction jurisdiction = this.lookup.named(decision.key().jurisdiction());
		Program program = this.lookup.program(jurisdiction, decision.key().program());
		Wording words = new Wording(this.messages, this.factNames, locale);
		KeptReasons reasons = KeptReasons.of(decision);
		boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
		String outcome = decision.outcome().name();
		String status = DecisionStatus.of(decision.outcome(), reasons.notes());
		String name = program.name().in(locale);
		String about = (program.subject() == Subject.ORGANISATION) ? "notice.organisation." : "notice.";
		String who = Objects.requireNonNullElse(personName, words.of("notice.noName"));
		String number = Objects.requireNonNullElse(person.residentId(), words.of("notice.noId"));
		return new Notice(words.of(about + "title." + outcome), jurisdiction.name().in(locale), documentNumber,
				DecisionNumber.of(person.fileNumber(), decision.id()), !one.effective().isCurrent(decision),
				words.of(about + "to", who, person.fileNumber(), number), who, person.fileNumber(), number,
				words.of(about + "lead." + status, name), name, amount(decision, program, words, locale),
				period(one, list(program, locale), words), decision.reason(),
				this.grounds.grants(reasons.why(), locale),
				this.grounds.refusals(reasons.whyNot(), decision.digest(), locale),
				remarks(decision, reasons, person, list(program, locale), english, words), day(decision, words),
				decision.isAutomatic() ? words.of(about + "automatic") : "", version(decision, reasons, words));
	}

	/** As known now; under a file that was merged, as known when it was decided. */
	private KnownApplicant person(Decision decision) {
		UUID applicant = decision.key().applicant();
		try {
			return this.register.find(applicant, null);
		}
		catch (Refusal refusal) {
			if (refusal.status() != GONE) {
				throw refusal;
			}
			return this.register.find(applicant, decision.knownAt());
		}
	}

	private String amount(Decision decision, Program program, Wording words, Locale locale) {
		String money = !decision.inKind().isEmpty() ? this.things.of(decision.inKind(), locale)
				: this.money.plain(decision.amount(), program.unit(), locale);
		return switch (decision.outcome()) {
			case ELIGIBLE -> words.of("notice.amount." + program.cycle(), money);
			case WITHHELD -> words.of("notice.amount.withheld", money);
			case NOT_ELIGIBLE, REVOKED -> words.of("notice.amount.none");
		};
	}

	/** What people call the list that a program goes over, null if these are claims. */
	private @Nullable String list(Program program, Locale locale) {
		return program.over().isClaims() ? null : this.factNames.phrase(program.over().list(), locale);
	}

	private static String period(DecisionQueries.One one, @Nullable String list, Wording words) {
		Decision decision = one.decision();
		String[] from = decision.period().split("-");
		String claim = decision.key().claim();
		if (decision.key().isOnce()) {
			return words.of("notice.period.one", from[0], month(from, words));
		}
		if (claim != null) {
			return (list != null) ? words.of("notice.period.item", from[0], month(from, words), claim, list)
					: words.of("notice.period.claim", from[0], month(from, words), claim);
		}
		if (Period.isQuarter(decision.period())) {
			return words.of("notice.period.quarter", from[0], from[1].substring(1));
		}
		if (!decision.isMonthly()) {
			return words.of("notice.period.year", from[0]);
		}
		String until = one.effective().isCurrent(decision) ? one.effective().until(decision) : null;
		if (until == null) {
			return words.of("notice.period.from", from[0], month(from, words));
		}
		String[] last = until.split("-");
		return until.equals(decision.period()) ? words.of("notice.period.one", from[0], month(from, words))
				: words.of("notice.period.span", from[0], month(from, words), last[0], month(last, words));
	}

	/** A number in Chinese, a name in English. */
	private static String month(String[] period, Wording words) {
		return words.of("notice.month." + YearMonth.parse(period[0] + "-" + period[1]).getMonthValue());
	}

	private static List<String> remarks(Decision decision, KeptReasons reasons, ShownPerson person,
			@Nullable String list, boolean english, Wording words) {
		List<String> remarks = new ArrayList<>();
		reasons.notes().stream().filter((note) -> !DOUBTS.contains(note.code())).forEach((note) -> {
			String text = english ? note.en() : note.zh();
			remarks.add((text != null) ? text : ended(note.code(), list, words));
		});
		if (reasons.owner() != null) {
			remarks.add(words.of("notice.owner", english ? reasons.owner().nameEn() : reasons.owner().name()));
		}
		UUID revoked = decision.supersedes();
		if (decision.outcome() == DecisionOutcome.REVOKED && revoked != null) {
			remarks.add(words.of("notice.revokes", DecisionNumber.of(person.fileNumber(), revoked)));
		}
		return remarks;
	}

	private static String ended(String code, @Nullable String list, Wording words) {
		return (list != null && GONE_CLAIM.equals(code)) ? words.of("notice.ended.ITEM_GONE", list)
				: words.of("notice.ended." + code);
	}

	private String day(Decision decision, Wording words) {
		return day("notice.decidedOn", LocalDate.ofInstant(decision.decidedAt(), this.clock.getZone()), words);
	}

	private static String day(String key, LocalDate day, Wording words) {
		return words.of(key, Integer.toString(day.getYear()), words.of("notice.month." + day.getMonthValue()),
				Integer.toString(day.getDayOfMonth()));
	}

	/** Nothing where something ended without a policy being asked. */
	private static String version(Decision decision, KeptReasons reasons, Wording words) {
		if (decision.outcome() == DecisionOutcome.REVOKED
				|| reasons.notes().stream().anyMatch((note) -> note.zh() == null)) {
			return "";
		}
		String version = decision.version();
		return (version != null) ? day("notice.version", LocalDate.parse(version), words)
				: words.of("notice.no-version");
	}

}
