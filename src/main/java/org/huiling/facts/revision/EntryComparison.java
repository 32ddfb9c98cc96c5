package org.huiling.facts.revision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.ValueName;
import org.jspecify.annotations.Nullable;

/** Compares what is recorded under one path in two revisions. */
final class EntryComparison {

	private final Entry before;

	private final Entry after;

	private final List<FactChange> changes;

	EntryComparison(Entry before, Entry after, List<FactChange> changes) {
		this.before = before;
		this.after = after;
		this.changes = changes;
	}

	void compare() {
		differ(!this.before.naming().equals(this.after.naming()), Aspect.WORDS, RevisionEffect.HARMLESS);
		if (this.before instanceof Fact old && this.after instanceof Fact now) {
			facts(old, now);
		}
		else if (this.before instanceof FactList old && this.after instanceof FactList now) {
			lists(old, now);
		}
		else {
			differ(!(this.before instanceof FactGroup && this.after instanceof FactGroup), Aspect.TYPE,
					RevisionEffect.BREAKING);
		}
	}

	private void facts(Fact old, Fact now) {
		differ(old.type() != now.type() || !Objects.equals(type(old), type(now))
				|| old.bounds().decimals() > now.bounds().decimals(), Aspect.TYPE, RevisionEffect.BREAKING);
		differ(!Objects.equals(old.unit(), now.unit()), Aspect.UNIT, RevisionEffect.BREAKING);
		differ(!Objects.equals(old.tableKey(), now.tableKey()), Aspect.TABLE_KEY, RevisionEffect.BREAKING);
		boolean endsToday = endsTodayNow(old, now);
		boolean narrower = isNarrower(old.bounds(), now.bounds(), endsToday);
		differ(narrower, Aspect.RANGE, RevisionEffect.BREAKING);
		differ(endsToday && !narrower, Aspect.RANGE, RevisionEffect.MEANING);
		differ(isOtherBefore(old.bounds().earlier(), now.bounds().earlier()), Aspect.RANGE, RevisionEffect.MEANING);
		differ(!old.bounds().equals(now.bounds()) && !narrower && !endsToday, Aspect.RANGE, RevisionEffect.HARMLESS);
		codes(old.codes(), now.codes());
		differ(now.is(Trait.REQUIRED) && !old.is(Trait.REQUIRED), Aspect.REQUIRED, RevisionEffect.BREAKING);
		differ(now.is(Trait.SEALED) != old.is(Trait.SEALED), Aspect.SEALED, RevisionEffect.BREAKING);
		differ(now.is(Trait.ABSENT_IS_NONE) != old.is(Trait.ABSENT_IS_NONE), Aspect.ABSENT, RevisionEffect.MEANING);
		differ(!Objects.equals(old.validity(), now.validity()), Aspect.VALIDITY, RevisionEffect.MEANING);
		differ(!Objects.equals(old.asking().when(), now.asking().when()), Aspect.WHEN, RevisionEffect.MEANING);
		differ(standsForAnother(texts(old), texts(now)), Aspect.CODES, RevisionEffect.BREAKING);
		differ(!Objects.equals(old.asking().turn(), now.asking().turn())
				|| !Objects.equals(old.asking().after(), now.asking().after()) || !old.names().equals(now.names())
				|| now.is(Trait.RETIRED) != old.is(Trait.RETIRED), Aspect.WORDS, RevisionEffect.HARMLESS);
	}

	/** What tables may say for each value, in small letters. */
	private static Map<String, String> texts(Fact fact) {
		Map<String, String> texts = new HashMap<>();
		for (ValueName name : fact.names()) {
			Stream
				.concat(Stream.ofNullable(name.label()).flatMap((label) -> Stream.of(label.zh(), label.en())),
						name.aliases().stream())
				.forEach((text) -> texts.put(text.toLowerCase(Locale.ROOT), name.value()));
		}
		if (fact.codes() != null) {
			for (CodeValue code : fact.codes().values()) {
				Stream.concat(Stream.of(code.label().zh(), code.label().en()), code.aliases().stream())
					.forEach((text) -> texts.put(text.toLowerCase(Locale.ROOT), code.name()));
			}
		}
		return texts;
	}

	/** Whether a text that stood for one value stands for another. */
	private static boolean standsForAnother(Map<String, String> old, Map<String, String> now) {
		return old.entrySet()
			.stream()
			.anyMatch((text) -> now.containsKey(text.getKey()) && !text.getValue().equals(now.get(text.getKey())));
	}

	private static @Nullable String type(Fact fact) {
		return (fact.codes() != null) ? fact.codes().name() : null;
	}

	private void codes(@Nullable CodeType old, @Nullable CodeType now) {
		if (old == null || now == null || old.equals(now)) {
			return;
		}
		boolean gone = old.values().stream().anyMatch((code) -> now.value(code.name()) == null);
		boolean withdrawn = old.values()
			.stream()
			.filter((code) -> !code.withdrawn())
			.map((code) -> now.value(code.name()))
			.filter(Objects::nonNull)
			.anyMatch(CodeValue::withdrawn);
		differ(gone, Aspect.CODES, RevisionEffect.BREAKING);
		differ(withdrawn || !gone, Aspect.CODES, RevisionEffect.HARMLESS);
	}

	/** Whether versions of before know other values than they did. */
	private static boolean isOtherBefore(@Nullable Earlier old, @Nullable Earlier now) {
		return old != null
				&& (now == null || !old.before().equals(now.before()) || old.max().compareTo(now.max()) != 0);
	}

	/** The largest number that versions know which know the fewest. */
	private static @Nullable BigDecimal leastMax(Bounds bounds) {
		return (bounds.earlier() != null) ? bounds.earlier().max() : bounds.max();
	}

	/**
	 * Whether a day may not lie after today any more. One on file that does was never
	 * true: it is unknown and told, and keeps the bound out of no installation. Not so
	 * where nothing recorded is none, or where a whole list would be unknown.
	 */
	private static boolean endsTodayNow(Fact old, Fact now) {
		return now.list() == null && !now.is(Trait.ABSENT_IS_NONE)
				&& now.bounds().notAfter().stream().anyMatch(DayLimit::isToday)
				&& old.bounds().notAfter().stream().noneMatch(DayLimit::isToday);
	}

	private static List<DayLimit> withoutToday(List<DayLimit> limits) {
		return limits.stream().filter((limit) -> !limit.isToday()).toList();
	}

	private static boolean isNarrower(Bounds old, Bounds now, boolean endsToday) {
		return isHigher(negated(leastMax(old)), negated(leastMax(now))) || isHigher(old.min(), now.min())
				|| isHigher(negated(old.max()), negated(now.max()))
				|| (now.longest() < old.longest() && now.longest() > 0)
				|| (now.pattern() != null && !now.pattern().equals(old.pattern()))
				|| isNarrower(old.notBefore(), now.notBefore(), (day, before) -> day.isAfter(before))
				|| isNarrower(old.notAfter(), endsToday ? withoutToday(now.notAfter()) : now.notAfter(),
						(day, before) -> day.isBefore(before));
	}

	/** A fixed day may go further; what else is new narrows. */
	private static boolean isNarrower(List<DayLimit> old, List<DayLimit> now,
			BiPredicate<LocalDate, LocalDate> closer) {
		Set<DayLimit> fresh = new HashSet<>(days(now));
		fresh.removeAll(days(old));
		return fresh.stream()
			.anyMatch((limit) -> limit.day() == null || old.stream()
				.map(DayLimit::day)
				.filter(Objects::nonNull)
				.allMatch((before) -> closer.test(limit.day(), before)));
	}

	/** Without what is said of a date beyond them. */
	private static Set<DayLimit> days(List<DayLimit> limits) {
		return limits.stream()
			.map((limit) -> new DayLimit(limit.day(), limit.fact(), null, null))
			.collect(Collectors.toSet());
	}

	/** Whether a bound from below was raised, or is new. */
	private static boolean isHigher(@Nullable BigDecimal old, @Nullable BigDecimal now) {
		return now != null && (old == null || now.compareTo(old) > 0);
	}

	private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
		return (number != null) ? number.negate() : null;
	}

	private void lists(FactList old, FactList now) {
		boolean fewer = now.shape().most() < old.shape().most();
		differ(fewer, Aspect.RANGE, RevisionEffect.BREAKING);
		boolean same = old.shape().key().equals(now.shape().key()) && old.shape().order().equals(now.shape().order())
				&& Objects.equals(old.shape().from(), now.shape().from())
				&& Objects.equals(old.shape().to(), now.shape().to()) && old.shape().merge() == now.shape().merge()
				&& (old.shape().pattern() == null || old.shape().pattern().equals(now.shape().pattern()))
				&& now.shape().roles().entrySet().containsAll(old.shape().roles().entrySet());
		differ(!same, Aspect.LIST, RevisionEffect.BREAKING);
		differ(now.is(Trait.SEALED) != old.is(Trait.SEALED), Aspect.SEALED, RevisionEffect.BREAKING);
		differ(now.is(Trait.ABSENT_IS_NONE) != old.is(Trait.ABSENT_IS_NONE), Aspect.ABSENT, RevisionEffect.MEANING);
		differ(!Objects.equals(old.asking().when(), now.asking().when()), Aspect.WHEN, RevisionEffect.MEANING);
	}

	private void differ(boolean differs, Aspect aspect, RevisionEffect effect) {
		if (differs) {
			this.changes.add(new FactChange(this.after.path(), aspect, effect));
		}
	}

}
