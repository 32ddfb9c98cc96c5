package org.huiling.engine.finder.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.engine.Cycle;
import org.huiling.engine.FactDay;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Where a search takes place.
 *
 * @param cycle the program's
 * @param regionPrefix the jurisdiction's
 * @param from the first day the version governs
 * @param to the last one, null if it is open
 * @param vocabulary the words there are
 * @param awards the programs whose awards the rules read
 * @param regions what the codes in the lists of regions begin with
 * @param factDay on which day of a period records are read
 * @param drawn what of the dictionary applicants have
 */
public record Setup(Cycle cycle, String regionPrefix, LocalDate from, @Nullable LocalDate to, RuleVocabulary vocabulary,
		List<String> awards, List<String> regions, FactDay factDay, Drawn drawn) {

	/** A whole number that has no more values is tried with all of them. */
	static final int FEW = 32;

	private static final int MOST_TIMES = 8;

	/**
	 * Where records are read on the first day.
	 * @param cycle the program's
	 * @param regionPrefix the jurisdiction's
	 * @param from the first day the version governs
	 * @param to the last one, null if it is open
	 * @param vocabulary the words there are
	 * @param awards the programs whose awards the rules read
	 * @param regions what the codes in the lists of regions begin with
	 */
	public Setup(Cycle cycle, String regionPrefix, LocalDate from, @Nullable LocalDate to, RuleVocabulary vocabulary,
			List<String> awards, List<String> regions) {
		this(cycle, regionPrefix, from, to, vocabulary, awards, regions, FactDay.FIRST_DAY, Drawn.of(vocabulary));
	}

	/**
	 * The setup of a version.
	 * @param cycle the program's
	 * @param regionPrefix the jurisdiction's
	 * @param header what {@code policy.yaml} says
	 * @param vocabulary the words there are
	 * @return the setup
	 */
	public static Setup of(Cycle cycle, String regionPrefix, PolicyHeader header, RuleVocabulary vocabulary) {
		return new Setup(cycle, regionPrefix, header.effectiveFrom(), header.effectiveTo(), vocabulary,
				header.uses().stream().map(PolicyHeader.OtherProgram::id).toList(),
				header.parameters()
					.stream()
					.filter((one) -> "region".equals(one.unit()))
					.flatMap((one) -> codes(one.value()))
					.map(org.huiling.facts.Regions::significant)
					.distinct()
					.toList(),
				header.factDay(), Drawn.of(vocabulary));
	}

	/**
	 * The same for a version that reads records on another day.
	 * @param day the day
	 * @return the setup
	 */
	public Setup reading(FactDay day) {
		return new Setup(this.cycle, this.regionPrefix, this.from, this.to, this.vocabulary, this.awards, this.regions,
				day, this.drawn);
	}

	/** Of every day, where they change by date. */
	private static Stream<String> codes(Object value) {
		if (value instanceof Map<?, ?> byDay) {
			return byDay.values().stream().flatMap(Setup::codes);
		}
		return (value instanceof List<?> list) ? list.stream().map(Object::toString) : Stream.empty();
	}

	/**
	 * The same for each time with values of its own. Of very many times some are
	 * searched: the first, the last, and others evenly between them.
	 * @param days the days from which values are others, rising
	 * @return at least one, in order
	 */
	public List<Setup> times(List<LocalDate> days) {
		List<LocalDate> starts = new ArrayList<>(List.of(this.from));
		days.stream()
			.map(this::begins)
			.filter((day) -> day.isAfter(this.from) && (this.to == null || !day.isAfter(this.to)))
			.distinct()
			.forEach(starts::add);
		List<Setup> times = new ArrayList<>();
		int count = Math.min(starts.size(), MOST_TIMES);
		for (int i = 0; i < count; i++) {
			int at = (count == 1) ? 0 : Math.round((float) i * (starts.size() - 1) / (count - 1));
			LocalDate end = (at + 1 < starts.size()) ? starts.get(at + 1).minusDays(1) : this.to;
			times.add(new Setup(this.cycle, this.regionPrefix, starts.get(at), end, this.vocabulary, this.awards,
					this.regions, this.factDay, this.drawn));
		}
		return times;
	}

	/** The first day of the period that is the first to be read on a day or later. */
	private LocalDate begins(LocalDate day) {
		return (this.factDay == FactDay.LAST_DAY) ? this.cycle.at(day).firstDay() : day;
	}

	/**
	 * The fact day whose values its first period has.
	 * @return a day of that period or, where records are read on the first one, of this
	 * time
	 */
	public LocalDate valued() {
		return (this.factDay == FactDay.LAST_DAY) ? firstPeriod().lastDay() : this.from;
	}

	/**
	 * The recorded fact behind a property such as {@code Claim.kind}; null if none is.
	 */
	public @Nullable Fact fact(String property) {
		int dot = property.indexOf('.');
		String path = property.substring(dot + 1);
		FactList list = list(property.substring(0, Math.max(dot, 0)));
		return (list != null) ? list.field(path) : this.vocabulary.dictionary().fact(path);
	}

	/** The list whose items a pattern stands for; null if it stands for no item. */
	@Nullable FactList list(String pattern) {
		if (this.vocabulary.claim().equals(pattern)) {
			return over();
		}
		return this.vocabulary.dictionary()
			.lists()
			.stream()
			.filter((list) -> pattern.equals(list.shape().pattern()))
			.findFirst()
			.orElse(null);
	}

	/** Whom the program is about. */
	Subject subject() {
		return this.vocabulary.dictionary().subject();
	}

	/** A word of whom it is about, such as {@code Applicant.alive}. */
	String own(String word) {
		return this.vocabulary.subject() + "." + word;
	}

	/** A word of claims as rules have it, such as {@code Claim.stay}. */
	public String claim(String word) {
		return this.vocabulary.claim() + "." + word;
	}

	/** The list whose items are claims; null if there is none. */
	@Nullable FactList over() {
		return this.vocabulary.dictionary().list(this.vocabulary.over());
	}

	/** Whether a list is the one whose items are claims, and not that of claims. */
	boolean isOver(String list) {
		return this.cycle == Cycle.CLAIM && list.equals(this.vocabulary.over()) && !RecordedClaim.LIST.equals(list);
	}

	/** Whether a field of claims plays a part. */
	boolean hasRole(String role) {
		FactList claims = over();
		return claims == null || claims.shape().roles().containsKey(role);
	}

	/** What is turned of the field of a claim that plays a part. */
	Dimension claimDimension(String role, Dimension ofClaims) {
		Fact field = RecordedClaim.LIST.equals(this.vocabulary.over()) ? null : fact(claim(claimField(role)));
		return (field != null) ? Dimension.of(field) : ofClaims;
	}

	/** The field of a claim that plays a part, such as {@code tier}. */
	public String claimField(String role) {
		FactList claims = over();
		return (claims != null) ? claims.shape().roles().getOrDefault(role, role) : role;
	}

	/** The codes of a claim's field, none if it has none. */
	List<Object> claimCodes(String role) {
		Fact field = fact(claim(claimField(role)));
		return (field != null && field.codes() != null) ? codes(field.codes().name()) : List.of();
	}

	/** A code of a claim's field. */
	Code claimCode(String role, String name) {
		Fact field = fact(claim(claimField(role)));
		return Code.of((field != null && field.codes() != null) ? field.codes().name() : role, name);
	}

	/** Every value of a whole number that has few; null if it has many. */
	public @Nullable List<Object> numbers(String property) {
		Fact fact = fact(property);
		if (fact == null || fact.type() != FactType.INTEGER || fact.bounds().min() == null
				|| fact.bounds().max() == null) {
			return null;
		}
		int least = fact.bounds().min().intValue();
		int most = fact.bounds().max().intValue();
		return (most - (long) least >= FEW) ? null
				: IntStream.rangeClosed(least, most).<Object>mapToObj((number) -> number).toList();
	}

	/** The shape of the records of people. */
	RecordShape shape() {
		return this.vocabulary.dictionary().shape();
	}

	/** The codes of a list, none if there is no such list. */
	public List<Object> codes(String type) {
		List<String> names = this.vocabulary.codes(type);
		return (names == null) ? List.of() : names.stream().<Object>map((name) -> Code.of(type, name)).toList();
	}

	/** The first period it governs; of claims its first day. */
	Period firstPeriod() {
		return around(this.from);
	}

	/** The first period that begins on a day or after it. */
	public Period around(LocalDate day) {
		Period period = this.cycle.at(day);
		return period.firstDay().isBefore(day) ? period.next() : period;
	}

	/** Whether the version governs a period, unless a later one does. */
	public boolean governs(Period period) {
		return !period.firstDay().isBefore(this.from) && (this.to == null || !period.firstDay().isAfter(this.to));
	}

}
