package org.huiling.facts.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.ClaimYear.Paid;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * One person's facts on the fact day of one period, in one jurisdiction: as a rule its
 * first day. Belongs to one thread.
 */
public final class PersonFacts extends Asked {

	private final FactWords words;

	private final FactRecord record;

	private final FactRecord fitted;

	private final String regionPrefix;

	private final Period period;

	private final LocalDate factDay;

	private final @Nullable Reads reads;

	private final @Nullable OtherAwards awards;

	private final @Nullable Supposition supposed;

	private final Lasting lasting;

	private @Nullable Object @Nullable [] kept;

	/** How long each of them stays as it is. */
	private long @Nullable [] keptUntil;

	/** Rules ask for one age after another. */
	private @Nullable Object @Nullable [] core;

	private long @Nullable [] coreUntil;

	/**
	 * The facts of a person for a period.
	 * @param words what may be asked
	 * @param record what is recorded, valid on the period's first day
	 * @param regionPrefix what the region codes of the jurisdiction begin with
	 * @param period the month, year or claim day that is evaluated
	 * @param reads notes what is read, for an explanation; null where none is wanted
	 */
	public PersonFacts(FactWords words, FactRecord record, String regionPrefix, Period period, @Nullable Reads reads) {
		this(words, record, regionPrefix, period, reads, null);
	}

	/**
	 * The same with what other programs award.
	 * @param words what may be asked
	 * @param record what is recorded, valid on the period's first day
	 * @param regionPrefix what the region codes of the jurisdiction begin with
	 * @param period the month, year or claim day that is evaluated
	 * @param reads notes what is read, for an explanation; null where none is wanted
	 * @param awards what other programs award, null if they are not looked at
	 */
	public PersonFacts(FactWords words, FactRecord record, String regionPrefix, Period period, @Nullable Reads reads,
			@Nullable OtherAwards awards) {
		this(words, record, regionPrefix, period, period.firstDay(), reads, awards);
	}

	/**
	 * The same on another day.
	 * @param words what may be asked
	 * @param record what is recorded, valid on the fact day
	 * @param regionPrefix what the region codes of the jurisdiction begin with
	 * @param period the month, year or claim day that is evaluated
	 * @param factDay the day of the period, or for it, on which it must hold what holds
	 * from one day to another
	 * @param reads notes what is read, for an explanation; null where none is wanted
	 * @param awards what other programs award, null if they are not looked at
	 */
	public PersonFacts(FactWords words, FactRecord record, String regionPrefix, Period period, LocalDate factDay,
			@Nullable Reads reads, @Nullable OtherAwards awards) {
		this.factDay = factDay;
		this.awards = awards;
		this.words = words;
		this.record = record;
		this.fitted = words.fit(record);
		this.regionPrefix = regionPrefix;
		this.period = period;
		this.reads = reads;
		this.supposed = null;
		this.lasting = new Lasting();
	}

	private PersonFacts(PersonFacts facts, Supposition supposed) {
		this.words = facts.words;
		this.record = facts.record;
		this.fitted = facts.fitted;
		this.regionPrefix = facts.regionPrefix;
		this.period = facts.period;
		this.factDay = facts.factDay;
		this.reads = null;
		this.awards = facts.awards;
		this.supposed = supposed;
		this.kept = (facts.reads == null) ? facts.kept : null;
		this.keptUntil = (facts.reads == null) ? facts.keptUntil : null;
		this.lasting = facts.lasting;
	}

	/**
	 * The same person, with something in place of what is unknown. What was worked out of
	 * the person serves both.
	 * @param supposition what is taken for it
	 * @return facts that note nothing
	 */
	public PersonFacts supposing(Supposition supposition) {
		return new PersonFacts(this, supposition);
	}

	@Nullable Supposition supposed() {
		return this.supposed;
	}

	@Override
	@Nullable Object instead(Word word) {
		Word own = this.words.own(word);
		return (this.supposed != null) ? this.supposed.instead(own, this, null) : null;
	}

	/**
	 * What is recorded.
	 * @return the record
	 */
	public FactRecord record() {
		return this.record;
	}

	/**
	 * What is evaluated. Whoever reads it reads something else in every period.
	 * @return the month, year or claim day
	 */
	public Period period() {
		this.lasting.until(Lasting.NEVER);
		return this.period;
	}

	/** The same for those who say how long what they make of it stays as it is. */
	Period evaluated() {
		return this.period;
	}

	/** Begins to note how long what is read from here on stays as it is. */
	public void noteLasting() {
		this.lasting.begin();
	}

	/**
	 * How long everything that was read since stays as it is while the same is recorded.
	 * @return the first day of the epoch on which something may be read otherwise: not in
	 * a later period of the kind that ends before it, with a fact day that is no earlier
	 * and before it too
	 */
	public long lastsUntil() {
		return this.lasting.until();
	}

	Lasting lasting() {
		return this.lasting;
	}

	/** Whether a day has come on the fact day. */
	boolean hasCome(LocalDate day) {
		boolean come = !day.isAfter(this.factDay);
		if (!come) {
			this.lasting.until(day.toEpochDay());
		}
		return come;
	}

	/** Whether a day is over on the fact day. */
	boolean isOver(LocalDate day) {
		boolean over = day.isBefore(this.factDay);
		if (!over) {
			this.lasting.until(day.toEpochDay() + 1);
		}
		return over;
	}

	/**
	 * What takes what is read.
	 * @return null where no explanation is wanted
	 */
	public @Nullable Reads reads() {
		return this.reads;
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // words of an equal dictionary are looked up
											// by their paths
	Object value(Word word) {
		if (this.reads != null) {
			this.kept = null;
		}
		else if (word.words() == this.words) {
			Kept kept = word.kept();
			if (kept != null) {
				return kept.value(this, null);
			}
			Object recorded = this.fitted.at(word.slot());
			return (recorded != null) ? recorded : word.node().value(this, null);
		}
		return this.words.own(word).node().value(this, null);
	}

	/**
	 * What may be asked.
	 * @return the words of one dictionary
	 */
	public FactWords words() {
		return this.words;
	}

	/**
	 * The items of a list, each to be asked by itself.
	 * @param list the path of the list
	 * @return in the order of the record; none if there is no such list for this person
	 * @throws UnknownFact if the list is unknown
	 */
	@SuppressWarnings("unchecked") // records hold nothing else in the slot of a list
	public List<ItemFacts> items(String list) {
		Object items = this.words.list(list).value(this, null);
		if (items instanceof UnknownFact unknown) {
			throw unknown;
		}
		List<ItemFacts> found = new ArrayList<>();
		if (items instanceof List<?>) {
			((List<FactRecord>) items).forEach((item) -> found.add(new ItemFacts(this, item, list)));
		}
		return found;
	}

	/** What another program awards, noted by its id. */
	Money award(String program) {
		Paid paid = (this.awards != null) ? this.awards.of(program) : Paid.NOTHING;
		note(program, paid.amount());
		if (paid.amount() == null && this.supposed != null) {
			Range range = (paid.most() != null) ? new Range(Money.ZERO, paid.most()) : null;
			Object bound = this.supposed.at("award of " + program, range);
			if (bound != null) {
				return (Money) bound;
			}
		}
		return paid.certain();
	}

	/**
	 * The day on which the record is read. Whoever reads it reads something else in every
	 * period.
	 * @return as a rule the period's first day
	 */
	public LocalDate factDay() {
		this.lasting.until(Lasting.NEVER);
		return this.factDay;
	}

	String regionPrefix() {
		return this.regionPrefix;
	}

	/** What is recorded in a slot of these words' dictionary. */
	@Nullable Object at(int slot) {
		return this.fitted.at(slot);
	}

	/** What Java works out of the person and the period, worked out once. */
	@SuppressWarnings("EnumOrdinal") // its place for as long as the program runs
	Object core(CoreValue value) {
		@Nullable Object[] values = this.core;
		long[] until = this.coreUntil;
		if (values == null || until == null) {
			values = new Object[CoreValue.COUNT];
			until = new long[CoreValue.COUNT];
			this.core = values;
			this.coreUntil = until;
		}
		int place = value.ordinal();
		Object known = values[place];
		if (known == null) {
			long before = this.lasting.begin();
			known = value.of(this);
			values[place] = known;
			until[place] = this.lasting.until();
			this.lasting.until(before);
		}
		else {
			this.lasting.until(until[place]);
		}
		return known;
	}

	void note(String name, @Nullable Object value) {
		if (this.reads != null) {
			this.reads.seen(name, value);
		}
	}

	/** What is kept, which is as if it were read now; null if it is not kept yet. */
	@Nullable Object kept(int index) {
		if (this.kept == null || this.keptUntil == null) {
			return null;
		}
		Object known = this.kept[index];
		if (known != null) {
			this.lasting.until(this.keptUntil[index]);
		}
		return known;
	}

	void keep(int index, Object value, long until) {
		if (this.kept == null || this.keptUntil == null) {
			this.kept = new Object[this.words.kept()];
			this.keptUntil = new long[this.words.kept()];
		}
		this.kept[index] = value;
		this.keptUntil[index] = until;
	}

}
