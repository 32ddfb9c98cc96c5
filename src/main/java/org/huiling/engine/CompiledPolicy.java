package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.reason.RuleTree;
import org.huiling.engine.source.HeaderReader;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.words.FactWords;
import org.jspecify.annotations.Nullable;

/**
 * A policy version that compiled and passed the guard; immutable, shared between threads.
 */
public final class CompiledPolicy {

	private static final Pattern PARAMETER = Pattern.compile("\\bP\\.([A-Za-z]\\w*)");

	private final String version;

	private final String digest;

	private final Program program;

	private final PolicyHeader header;

	private final RuleSet rules;

	private final FactReading facts;

	private final FactWords words;

	private final Map<String, Object> parameters;

	/** The values that change by date, on each day on which some do. */
	private final NavigableMap<LocalDate, Map<String, Object>> later;

	private final Map<LocalDate, CompiledPolicy> onDays;

	/** The first of the days on which its values are these. */
	private final LocalDate valuesFrom;

	/** Texts are those of its conditions and consequences, so there are not many. */
	private final Map<String, List<String>> named;

	/** Whether programs are among those that may exclude each other, by their ids. */
	private final Map<String, Boolean> excluding;

	private volatile @Nullable CompiledPolicy other;

	CompiledPolicy(PolicyFiles files, Program program, HeaderReader.Read read, RuleSet rules, FactReading facts) {
		PolicyHeader header = read.header();
		this.version = files.version();
		this.digest = files.digest();
		this.program = program;
		this.header = header;
		this.rules = rules;
		this.facts = facts;
		this.words = facts.words();
		this.named = new ConcurrentHashMap<>();
		this.excluding = new ConcurrentHashMap<>();
		this.parameters = Map.copyOf(read.shown());
		this.later = new TreeMap<>();
		if (!read.later().isEmpty()) {
			this.later.put(LocalDate.MIN, read.shown());
			read.later().forEach((one) -> this.later.put(one.from(), one.shown()));
		}
		this.onDays = new ConcurrentHashMap<>();
		this.valuesFrom = header.effectiveFrom();
	}

	/** The same version as it is from one of its days on. */
	private CompiledPolicy(CompiledPolicy same, LocalDate first, Map<String, Object> parameters) {
		this.version = same.version;
		this.digest = same.digest;
		this.program = same.program;
		this.header = same.header;
		this.rules = same.rules.on(first);
		this.facts = same.facts;
		this.words = same.words;
		this.named = same.named;
		this.excluding = new ConcurrentHashMap<>();
		this.parameters = Map.copyOf(parameters);
		this.later = new TreeMap<>();
		this.onDays = Map.of();
		this.valuesFrom = first.isBefore(same.valuesFrom) ? same.valuesFrom : first;
	}

	private CompiledPolicy(CompiledPolicy same, FactWords words) {
		this.version = same.version;
		this.digest = same.digest;
		this.program = same.program;
		this.header = same.header;
		this.rules = same.rules;
		this.facts = same.facts;
		this.words = words;
		this.named = same.named;
		this.excluding = same.excluding;
		this.parameters = same.parameters;
		this.later = same.later;
		this.onDays = new ConcurrentHashMap<>();
		this.valuesFrom = same.valuesFrom;
	}

	/**
	 * The version with its values of a fact day.
	 * @param day the fact day
	 * @return this one where no value changes by date
	 */
	public CompiledPolicy on(LocalDate day) {
		if (this.later.isEmpty()) {
			return this;
		}
		Map.Entry<LocalDate, Map<String, Object>> last = this.later.floorEntry(day);
		return this.onDays.computeIfAbsent(last.getKey(), (from) -> new CompiledPolicy(this, from, last.getValue()));
	}

	/**
	 * The same version over another revision of the dictionary: what its rules ask is
	 * worked out as that one says. Nothing is compiled or loaded.
	 * @param revision reads by a revision that has all words of this version
	 * @return this one if they are its own, or if the revision has none of whom it is
	 * about
	 */
	@SuppressWarnings("ReferenceEquality") // one revision has the same words every time
	public CompiledPolicy by(FactReading revision) {
		FactReading reading = revision.of(this.program.subject());
		FactWords other = (reading != null) ? reading.words().before(this.header.effectiveFrom()) : this.words;
		if (other == this.words) {
			return this;
		}
		CompiledPolicy known = this.other;
		if (known == null || known.words != other) {
			known = new CompiledPolicy(this, other);
			this.other = known;
		}
		return known;
	}

	/**
	 * Whether what it grants for a month is of that month alone, since rules read what is
	 * added up of it.
	 * @return false where a month's answer holds on until something changes
	 */
	public boolean isOfOneMonth() {
		return this.program.cycle() == Cycle.MONTH && this.rules.isOfOneMonth();
	}

	/**
	 * Whether its rules read what was paid out of pocket before it, which awards of other
	 * programs lessen.
	 * @return false where no award of another program matters to it that it does not name
	 */
	public boolean readsOwnPayment() {
		return this.rules.readsOwnPayment();
	}

	/**
	 * Whether it may say that a program excludes others: those that do stand in its
	 * parameters, or else in the text of a consequence.
	 * @param id of the program
	 * @return false where it is sure that the program excludes none and none excludes it
	 */
	public boolean mayExclude(String id) {
		return this.excluding.computeIfAbsent(id,
				(one) -> String.valueOf(this.parameters).contains(one) || String.valueOf(this.later).contains(one)
						|| this.rules.rules().stream().anyMatch((rule) -> rule.consequence().contains(one)));
	}

	/**
	 * The version's name.
	 * @return such as {@code 2013-01-01}
	 */
	public String version() {
		return this.version;
	}

	/**
	 * The digest of its files.
	 * @return {@code sha256:…}
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * The program it belongs to.
	 * @return the program
	 */
	public Program program() {
		return this.program;
	}

	/**
	 * What {@code policy.yaml} says.
	 * @return the header
	 */
	public PolicyHeader header() {
		return this.header;
	}

	/**
	 * Reads the facts that it knows.
	 * @return by the dictionary it was compiled with
	 */
	public FactReading facts() {
		return this.facts;
	}

	/**
	 * What its rules may ask of a person.
	 * @return by the dictionary it was compiled with, or that of {@link #by}
	 */
	public FactWords words() {
		return this.words;
	}

	/** The parameters that a text of this version names. */
	public List<String> parametersIn(String text) {
		return this.named.computeIfAbsent(text,
				(one) -> PARAMETER.matcher(one).results().map((match) -> match.group(1)).distinct().toList());
	}

	/**
	 * Since when the values of its parameters are these.
	 * @return the first of those days that it governs
	 */
	public LocalDate valuesFrom() {
		return this.valuesFrom;
	}

	/** The value of each parameter, by name. */
	public Map<String, Object> parameters() {
		return this.parameters;
	}

	/**
	 * The days from which parameters of it have other values.
	 * @return rising; none if they are the same all the time
	 */
	public List<LocalDate> days() {
		return this.rules.days();
	}

	/**
	 * What its rules ask, for programs to read.
	 * @return in the order of the rules; all of a rule's conditions must hold
	 */
	public List<List<RuleTree>> trees() {
		return this.rules.trees();
	}

	public RuleSet rules() {
		return this.rules;
	}

}
