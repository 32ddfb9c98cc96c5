package org.huiling.web.casework.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.decision.DecisionPlan;
import org.huiling.decision.notice.DecisionGrounds;
import org.huiling.decision.notice.InKindWords;
import org.huiling.decision.notice.MoneyWords;
import org.huiling.decision.notice.StandardWords;
import org.huiling.decision.notice.Wording;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Assessment;
import org.huiling.engine.Cycle;
import org.huiling.engine.InKind;
import org.huiling.engine.NextChange;
import org.huiling.engine.Outcome;
import org.huiling.engine.Over;
import org.huiling.engine.Program;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.reason.Why;
import org.huiling.engine.reason.WhyNot;
import org.huiling.web.FieldNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts answers of the rules into the words of a page. */
@Component
public class AnswerViews {

	private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

	private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

	private static final List<Outcome> ORDER = List.of(Outcome.ELIGIBLE, Outcome.WITHHELD, Outcome.NEEDS_INFORMATION,
			Outcome.NOT_ELIGIBLE);

	private final MessageSource messages;

	private final FactNames factNames;

	private final StandardWords standards;

	private final FieldNames names;

	private final InKindWords things;

	private final MoneyWords money;

	private final DecisionGrounds grounds;

	AnswerViews(MessageSource messages, FactNames factNames, FieldNames names, InKindWords things, MoneyWords money,
			StandardWords standards, DecisionGrounds grounds) {
		this.grounds = grounds;
		this.money = money;
		this.standards = standards;
		this.things = things;
		this.messages = messages;
		this.factNames = factNames;
		this.names = names;
	}

	/**
	 * Answers, what is granted first.
	 * @param answers in any order
	 * @param locale the reader's
	 * @return in words
	 */
	public List<AnswerView> of(List<Assessment> answers, Locale locale) {
		return sorted(answers).map((answer) -> {
			Wording words = this.grounds.words(answer.digest(), locale);
			return of(answer, whyNot(answer, words, locale), words, locale);
		}).toList();
	}

	/**
	 * The same with every condition of every rule, for those who write rules.
	 * @param answers in any order
	 * @param drafted the units of a draft's parameters, by their names
	 * @param locale the reader's
	 * @return in words
	 */
	public List<AnswerView> inFull(List<Assessment> answers, Map<String, String> drafted, Locale locale) {
		return sorted(answers).map((answer) -> {
			Wording published = this.grounds.words(answer.digest(), locale);
			Wording words = published.hasUnits() ? published : this.grounds.words(drafted, locale);
			return of(answer,
					answer.whyNot().stream().map((whyNot) -> ground(whyNot, (one) -> true, words, locale)).toList(),
					words, locale);
		}).toList();
	}

	private static Stream<Assessment> sorted(List<Assessment> answers) {
		return answers.stream().sorted(Comparator.comparingInt((answer) -> ORDER.indexOf(answer.outcome())));
	}

	/**
	 * Of a refusal what fails, each once; of anything else what fails or is not known of
	 * the rules that do not grant.
	 */
	private List<AnswerView.Ground> whyNot(Assessment answer, Wording words, Locale locale) {
		if (answer.outcome() == Outcome.NOT_ELIGIBLE && !answer.whyNot().isEmpty()) {
			return this.grounds.failing(answer.whyNot(), answer.digest(), locale)
				.stream()
				.map((one) -> new AnswerView.Ground(one.rule(), one.basis(),
						one.conditions()
							.stream()
							.map((text) -> new AnswerView.Condition(text, Truth.FAILS.name()))
							.toList(),
						List.of()))
				.toList();
		}
		return answer.whyNot()
			.stream()
			.map((whyNot) -> ground(whyNot, (one) -> one.result() != Truth.HOLDS, words, locale))
			.toList();
	}

	private AnswerView of(Assessment answer, List<AnswerView.Ground> whyNot, Wording words, Locale locale) {
		Program program = answer.program();
		boolean monthly = program.cycle() == Cycle.MONTH && answer.amount() != null
				&& answer.outcome() == Outcome.ELIGIBLE;
		boolean unapplied = answer.grants() && !DecisionPlan.isDecidable(answer);
		List<String> missing = answer.missing().stream().map((path) -> field(path, locale)).distinct().toList();
		return new AnswerView(program.id(), name(program, locale), claim(answer, locale), answer.outcome().name(),
				status(answer, unapplied), unapplied,
				amount(program, answer.outcome(), answer.amount(), answer.inKind(), locale),
				monthly ? text("answer.yearly", locale, money(program, yearly(answer), locale)) : null,
				answer.why()
					.stream()
					.map((why) -> new AnswerView.Ground(why.rule().in(locale), why.basis(), List.of(),
							lines(why, locale)))
					.toList(),
				whyNot, almost(answer, words, locale), missing,
				unapplied ? List.of(field(DecisionPlan.APPLICATION, locale)) : missing,
				Stream.concat(answer.assumptions().stream(), answer.warnings().stream())
					.map((note) -> note.message().in(locale))
					.toList(),
				next(answer, locale), answer.version());
	}

	private static String status(Assessment answer, boolean unapplied) {
		return (unapplied && answer.outcome() == Outcome.ELIGIBLE) ? AnswerView.UNAPPLIED : DecisionStatus.of(answer);
	}

	/** The standards that it went by, then how the amount came about. */
	private List<String> lines(Why why, Locale locale) {
		return Stream
			.concat(why.standards().stream().map((one) -> this.standards.line(one, locale)),
					why.steps().stream().map(CalculationStep::line))
			.toList();
	}

	/** With whose policy it is, where it is not the jurisdiction's own. */
	private String name(Program program, Locale locale) {
		String name = program.name().in(locale);
		return (program.owner() == null) ? name : text("answer.owner", locale, name, program.owner().name().in(locale));
	}

	/** What is assessed, by the name of the list that the program goes over. */
	private @Nullable String claim(Assessment answer, Locale locale) {
		String id = answer.claim();
		if (id == null) {
			return null;
		}
		Over over = answer.program().over();
		String list = over.isClaims() ? null : this.factNames.phrase(over.list(), locale);
		return (list != null) ? list + " " + id : text("answer.claim", locale, id);
	}

	private static BigDecimal yearly(Assessment answer) {
		return Objects.requireNonNull(answer.amount()).multiply(MONTHS);
	}

	/**
	 * What is granted, as an amount a month, a quarter, a year or once; null where there
	 * is none.
	 */
	@Nullable String amount(Program program, Outcome outcome, @Nullable BigDecimal amount, List<InKind> inKind, Locale locale) {
		return switch (outcome) {
			case ELIGIBLE, WITHHELD -> {
				String what = (amount != null) ? money(program, amount, locale) : this.things.of(inKind, locale);
				yield what.isEmpty() ? null : text("answer.amount." + program.cycle(), locale, what);
			}
			case NOT_ELIGIBLE, NEEDS_INFORMATION -> null;
		};
	}

	String money(Program program, BigDecimal amount, Locale locale) {
		return this.money.of(amount, program.unit(), locale);
	}

	/**
	 * What one jurisdiction pays over all programs, where all of it is money: a month,
	 * and a year.
	 */
	Optional<Totals> totals(List<Assessment> answers, Locale locale) {
		BigDecimal month = sum(answers, Cycle.MONTH);
		BigDecimal year = month.multiply(MONTHS)
			.add(sum(answers, Cycle.QUARTER).multiply(QUARTERS))
			.add(sum(answers, Cycle.YEAR));
		return (year.signum() == 0) ? Optional.empty()
				: answers.stream()
					.map((answer) -> answer.program().unit())
					.findFirst()
					.map((currency) -> new Totals(this.money.of(month, currency, locale),
							this.money.of(year, currency, locale)));
	}

	private static BigDecimal sum(List<Assessment> answers, Cycle cycle) {
		return answers.stream()
			.filter((answer) -> answer.outcome() == Outcome.ELIGIBLE && answer.program().cycle() == cycle
					&& answer.amount() != null)
			.map((answer) -> Objects.requireNonNull(answer.amount()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * What everything granted comes to.
	 *
	 * @param month a month
	 * @param year over twelve such months and four such quarters, and what is granted by
	 * the year
	 */
	public record Totals(String month, String year) {
	}

	private static AnswerView.Ground ground(WhyNot whyNot, Predicate<ConditionResult> shown, Wording words,
			Locale locale) {
		List<AnswerView.Condition> conditions = new ArrayList<>();
		whyNot.conditions()
			.stream()
			.filter(shown)
			.forEach((one) -> conditions.add(new AnswerView.Condition(words.condition(one), one.result().name())));
		return new AnswerView.Ground(whyNot.rule().in(locale), whyNot.basis(), List.copyOf(conditions), List.of());
	}

	/** One condition alone fails of a rule whose others all hold. */
	private @Nullable String almost(Assessment answer, Wording words, Locale locale) {
		if (answer.outcome() != Outcome.NOT_ELIGIBLE) {
			return null;
		}
		return answer.whyNot()
			.stream()
			.filter((rule) -> !rule.conditions().isEmpty()
					&& rule.conditions().stream().filter((condition) -> condition.result() != Truth.HOLDS).count() == 1)
			.map((rule) -> rule.conditions()
				.stream()
				.filter((condition) -> condition.result() == Truth.FAILS)
				.map((condition) -> sentence(rule, condition, words, locale))
				.findFirst())
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
	}

	private String sentence(WhyNot rule, ConditionResult condition, Wording words, Locale locale) {
		return text("answer.almost", locale, rule.rule().in(locale), words.condition(condition));
	}

	private @Nullable String next(Assessment answer, Locale locale) {
		NextChange next = answer.next();
		if (next == null) {
			return null;
		}
		String what = text("outcome." + next.outcome(), locale);
		String amount = amount(answer.program(), next.outcome(), next.amount(), next.inKind(), locale);
		String then = (amount != null) ? what + " " + amount
				: next.missing().isEmpty() ? what : what + " (" + fields(next.missing(), locale) + ")";
		return text("answer.next", locale, next.period(), then, because(next.because(), locale));
	}

	private String because(String code, Locale locale) {
		String[] parts = code.split(" ", 2);
		String argument = (parts.length > 1) ? parts[1] : "";
		if ("FACT".equals(parts[0])) {
			argument = field(argument, locale);
		}
		return text("because." + parts[0], locale, argument);
	}

	/** A message in which facts are called by their names. */
	String said(String message, Locale locale) {
		return this.names.in(message, locale);
	}

	/** A field by its name in the reader's language; its path where it has none. */
	String field(String path, Locale locale) {
		return this.names.of(path, locale);
	}

	/** Several fields by their names. */
	String fields(List<String> paths, Locale locale) {
		return paths.stream().map((path) -> field(path, locale)).collect(Collectors.joining(text("web.and", locale)));
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
