package org.huiling.facts.words;

import java.time.LocalDate;

import org.huiling.facts.Period;
import org.huiling.facts.expression.Spans;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Plain;
import org.jspecify.annotations.Nullable;

/** What Java works out itself, where derived facts name it: ages, days, being alive. */
enum CoreValue {

	/** The day on which the record is read: as a rule the first one of the period. */
	FACT_DAY("factDay", false) {
		@Override
		Object of(PersonFacts person) {
			return person.factDay();
		}
	},

	/** The first day of the period. */
	FIRST_DAY("firstDay", false) {
		@Override
		Object of(PersonFacts person) {
			return person.period().firstDay();
		}
	},

	/** Its last day. */
	LAST_DAY("lastDay", false) {
		@Override
		Object of(PersonFacts person) {
			return person.period().lastDay();
		}
	},

	/** The day before it. */
	DAY_BEFORE("dayBefore", false) {
		@Override
		Object of(PersonFacts person) {
			return person.period().firstDay().minusDays(1);
		}
	},

	/** The day of the claim; there is none in a month or year. */
	CLAIM_DAY("claimDay", false) {
		@Override
		Object of(PersonFacts person) {
			return (person.evaluated().kind() == Period.Kind.DAY) ? person.period().firstDay() : NotThere.VALUE;
		}
	},

	/** The calendar year of the first day. */
	YEAR("year", true) {
		@Override
		Object of(PersonFacts person) {
			int year = person.evaluated().firstDay().getYear();
			person.lasting().until(LocalDate.ofYearDay(year + 1, 1).toEpochDay());
			return year;
		}
	},

	/** Whether no death is recorded before the first day. */
	ALIVE("alive", true) {
		@Override
		Object of(PersonFacts person) {
			LocalDate death = person.record().deathDate();
			if (death == null || death.isBefore(person.evaluated().firstDay())) {
				return death == null;
			}
			person.lasting().until(death.toEpochDay() + 1);
			return true;
		}
	},

	/** Whether no closing is recorded before the first day. */
	OPERATING("operating", true) {
		@Override
		Object of(PersonFacts person) {
			return ALIVE.of(person);
		}
	},

	/** Completed years on the last day. */
	AGE_ON_LAST_DAY("ageOnLastDay", true) {
		@Override
		Object of(PersonFacts person) {
			return age(person, person.evaluated().lastDay());
		}
	},

	/** Completed years on the day before the period. */
	AGE_BEFORE_PERIOD("ageBeforePeriod", true) {
		@Override
		Object of(PersonFacts person) {
			return age(person, person.evaluated().firstDay().minusDays(1));
		}
	},

	/** Completed years on the day of the claim. */
	AGE_ON_CLAIM_DATE("ageOnClaimDate", true) {
		@Override
		Object of(PersonFacts person) {
			return age(person, person.evaluated().firstDay());
		}
	};

	/** How many there are. */
	static final int COUNT = values().length;

	private final String word;

	private final boolean noted;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Node node = read();

	CoreValue(String word, boolean noted) {
		this.word = word;
		this.noted = noted;
	}

	abstract Object of(PersonFacts person);

	/** Nobody ages after death. */
	private static Object age(PersonFacts person, LocalDate day) {
		LocalDate death = person.record().deathDate();
		LocalDate birth = person.record().birthDate();
		if (death != null && death.isBefore(day)) {
			return Plain.number(Spans.fullYears(birth, death));
		}
		long years = Spans.fullYears(birth, day);
		// who was born on a leap day is a year older on the last of February
		person.lasting().until(birth.plusYears(years + 1).toEpochDay());
		return Plain.number(years);
	}

	/** The one that is called so, null if Java works out nothing of that name. */
	static @Nullable CoreValue of(String word) {
		for (CoreValue one : values()) {
			if (one.word.equals(word)) {
				return one;
			}
		}
		return null;
	}

	/** Whether it is a day that goes on from one period to the next. */
	boolean isDay() {
		return this == FACT_DAY || this == FIRST_DAY || this == LAST_DAY || this == DAY_BEFORE;
	}

	/** As a part of expressions. */
	Node node() {
		return this.node;
	}

	private Node read() {
		return new Node() {

			@Override
			Object value(PersonFacts person, @Nullable FactRecord item) {
				Object value = person.core(CoreValue.this);
				if (CoreValue.this.noted) {
					person.note(CoreValue.this.word, value);
				}
				return value;
			}

			@Override
			boolean isDayOfPeriod() {
				return isDay();
			}

		};
	}

}
