package org.huiling.facts.words;

import java.time.LocalDate;

import org.huiling.facts.Money;

/**
 * The words that the program itself works out of the life of a person or an organisation
 * and the period that is asked about.
 */
public final class CoreWords {

	private CoreWords() {
	}

	/**
	 * Completed years on the period's last day: an age that pays from the birthday month.
	 * @param person the person
	 * @return years
	 */
	public static int ageOnLastDay(PersonFacts person) {
		return (Integer) noted(CoreValue.AGE_ON_LAST_DAY, person);
	}

	/**
	 * Completed years on the day before the period begins: an age that pays from the
	 * month after the birthday.
	 * @param person the person
	 * @return years
	 */
	public static int ageBeforePeriod(PersonFacts person) {
		return (Integer) noted(CoreValue.AGE_BEFORE_PERIOD, person);
	}

	/**
	 * Completed years on the claim's date.
	 * @param person the person
	 * @return years
	 */
	public static int ageOnClaimDate(PersonFacts person) {
		return (Integer) noted(CoreValue.AGE_ON_CLAIM_DATE, person);
	}

	/**
	 * No death is recorded before the period's first day: the month of death counts as
	 * alive.
	 * @param person the person
	 * @return whether they live
	 */
	public static boolean alive(PersonFacts person) {
		return (Boolean) noted(CoreValue.ALIVE, person);
	}

	/**
	 * No closing is recorded before the period's first day: the month in which an
	 * organisation closes counts as open.
	 * @param organisation the organisation
	 * @return whether it is open
	 */
	public static boolean operating(PersonFacts organisation) {
		return (Boolean) noted(CoreValue.OPERATING, organisation);
	}

	/**
	 * The period's first day, on whatever day the record is read.
	 * @param person the person
	 * @return the day
	 */
	public static LocalDate firstDay(PersonFacts person) {
		return (LocalDate) noted(CoreValue.FIRST_DAY, person);
	}

	/**
	 * The calendar year of the period's first day.
	 * @param person the person
	 * @return the year
	 */
	public static int year(PersonFacts person) {
		return (Integer) noted(CoreValue.YEAR, person);
	}

	/**
	 * What another program awards the person for the month, year or claim of the fact
	 * day, before awards that exclude each other are looked at.
	 * @param person the person
	 * @param program its id
	 * @return yuan
	 */
	public static Money award(PersonFacts person, String program) {
		return person.award(program);
	}

	private static Object noted(CoreValue value, PersonFacts person) {
		return value.node().value(person, null);
	}

}
