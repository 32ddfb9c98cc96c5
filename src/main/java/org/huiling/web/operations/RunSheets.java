package org.huiling.web.operations;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.ListedPeople;
import org.huiling.applicant.ListedPeople.Listed;
import org.huiling.decision.notice.InKindWords;
import org.huiling.decision.notice.MoneyWords;
import org.huiling.engine.Cycle;
import org.huiling.recalculation.RunView;
import org.huiling.recalculation.finding.InBlocks;
import org.huiling.recalculation.finding.RunChange;
import org.huiling.recalculation.finding.RunFailure;
import org.huiling.recalculation.finding.RunUndecided;
import org.huiling.spreadsheet.ListedTable;
import org.huiling.web.FieldNames;
import org.huiling.web.ProgramNames;
import org.huiling.web.RegionNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a run found about people as files in the reader's words, with sums below. */
@Component
class RunSheets {

	private static final List<String> WHO = List.of("field.fileNumber", "roster.name", "field.residentId",
			"search.region");

	private final ListedPeople people;

	private final ProgramNames programs;

	private final RegionNames regions;

	private final FieldNames fields;

	private final MoneyWords money;

	private final InKindWords inKind;

	private final FailureWords failures;

	private final MessageSource messages;

	RunSheets(ListedPeople people, ProgramNames programs, RegionNames regions, FieldNames fields, MoneyWords money,
			InKindWords inKind, FailureWords failures, MessageSource messages) {
		this.failures = failures;
		this.people = people;
		this.programs = programs;
		this.regions = regions;
		this.fields = fields;
		this.money = money;
		this.inKind = inKind;
		this.messages = messages;
	}

	/** Everything that differs; below it what it comes to, for each currency. */
	ListedTable changes(RunView run, InBlocks<RunChange> changes, Locale locale) {
		Words words = new Words(this.messages, locale);
		ProgramNames.Names names = this.programs.among(run.jurisdictions(), locale);
		return new ListedTable(words.of("run.changes"),
				words.columns("drafts.program", "diff.period", "sheet.claim", "sheet.before", "sheet.before.amount",
						"sheet.after", "sheet.after.amount", "run.difference", "run.adjustment", "run.cause",
						"sheet.currency"),
				(taker) -> {
					Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
					changes.forEach((block) -> with(block, RunChange::applicantId, (one, who) -> {
						BigDecimal[] sum = sums.computeIfAbsent(one.currency(), (currency) -> new BigDecimal[] {
								BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2) });
						sum[0] = sum[0].add(one.difference());
						sum[1] = sum[1].add((one.adjustment() != null) ? one.adjustment() : BigDecimal.ZERO);
						taker.accept(
								joined(who(one.fileNumber(), who, locale), names.of(one.jurisdiction(), one.program()),
										one.period(), claim(one.claim(), words), outcome(one.before(), words),
										granted(one.before(), locale), outcome(one.after(), words),
										granted(one.after(), locale), one.difference(), one.adjustment(),
										words.of("cause." + one.because()), this.money.unit(one.currency(), locale)));
					}));
					sums.forEach((currency, sum) -> taker.accept(joined(words.total(), null, null, null, null, null,
							null, null, sum[0], sum[1], null, this.money.unit(currency, locale))));
				});
	}

	private static @Nullable String outcome(RunChange.@Nullable Stand stand, Words words) {
		return (stand != null) ? words.of("outcome." + stand.status()) : null;
	}

	/** An amount, or what is granted in kind. */
	private @Nullable Object granted(RunChange.@Nullable Stand stand, Locale locale) {
		if (stand == null) {
			return null;
		}
		return (stand.amount() != null) ? stand.amount() : this.inKind.shown(stand.inKind(), locale);
	}

	/** Everything that could not be decided, with what has to be known. */
	ListedTable undecided(RunView run, InBlocks<RunUndecided> undecided, Locale locale) {
		Words words = new Words(this.messages, locale);
		ProgramNames.Names names = this.programs.among(run.jurisdictions(), locale);
		return new ListedTable(words.of("run.undecided"),
				words.columns("drafts.program", "diff.period", "sheet.claim", "sheet.missing"), (taker) -> {
					long[] count = { 0 };
					undecided.forEach((block) -> with(block, RunUndecided::applicantId, (one, who) -> {
						count[0]++;
						taker.accept(joined(who(one.fileNumber(), who, locale),
								names.of(one.jurisdiction(), one.program()), one.period(), claim(one.claim(), words),
								one.missing()
									.stream()
									.map((path) -> this.fields.of(path, locale))
									.collect(Collectors.joining(words.of("sheet.and")))));
					}));
					taker.accept(joined(words.total(), count[0], null, null, null));
				});
	}

	/** Everybody who could not be reviewed, and why. */
	ListedTable failures(RunView run, InBlocks<RunFailure> failures, Locale locale) {
		Words words = new Words(this.messages, locale);
		ProgramNames.Names names = this.programs.among(run.jurisdictions(), locale);
		return new ListedTable(words.of("run.failures"), words.columns("check.jurisdiction", "run.cause"), (taker) -> {
			long[] count = { 0 };
			failures.forEach((block) -> with(block, RunFailure::applicantId, (one, who) -> {
				count[0]++;
				taker.accept(joined(who(one.fileNumber(), who, locale), names.district(one.jurisdiction()),
						this.failures.of(one, names, locale).together()));
			}));
			taker.accept(joined(words.total(), count[0], null));
		});
	}

	private <T> void with(List<T> block, Function<T, UUID> person, Together<T> taker) {
		Collection<UUID> ids = block.stream().map(person).collect(Collectors.toSet());
		Map<UUID, Listed> listed = this.people.listed(ids);
		block.forEach((one) -> taker.take(one, listed.get(person.apply(one))));
	}

	/** Takes something about a person, with the person. */
	@FunctionalInterface
	private interface Together<T> {

		void take(T one, @Nullable Listed who);

	}

	private @Nullable Object[] who(@Nullable String fileNumber, @Nullable Listed who, Locale locale) {
		return new @Nullable Object[] { fileNumber, (who != null) ? who.name() : null,
				(who != null) ? who.residentId() : null,
				(who != null && who.region() != null) ? this.regions.of(who.region(), locale) : null };
	}

	private static @Nullable String claim(@Nullable String claim, Words words) {
		return Cycle.isOnce(claim) ? words.of("claim.once") : claim;
	}

	private static @Nullable Object[] joined(@Nullable Object[] first, @Nullable Object... others) {
		@Nullable Object[] row = Arrays.copyOf(first, first.length + others.length);
		System.arraycopy(others, 0, row, first.length, others.length);
		return row;
	}

	/** Words of a file. */
	private record Words(MessageSource messages, Locale locale) {

		String of(String key) {
			return this.messages.getMessage(key, null, this.locale);
		}

		List<String> columns(String... keys) {
			return Stream.concat(WHO.stream(), Stream.of(keys)).map(this::of).toList();
		}

		@Nullable Object[] total() {
			return new @Nullable Object[] { of("sheet.total"), null, null, null };
		}

	}

}
