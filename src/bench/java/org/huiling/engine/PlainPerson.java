package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.huiling.TestFacts;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.words.PersonFacts;

/**
 * What somebody would write by hand in Java over the record of a person, for the peers
 * and the floor.
 */
final class PlainPerson {

	private static final String PREFIX = "379901";

	private static final RecordShape SHAPE = TestFacts.DICTIONARY.shape();

	private static final int HUKOU_TYPE = SHAPE.slot("hukou.type");

	private static final int HUKOU_SINCE = SHAPE.slot("hukou.since");

	private static final int INCOME = SHAPE.slot("household.monthlyIncome");

	private static final int DIBAO = SHAPE.slot("household.dibao.type");

	private static final int DIBAO_SINCE = SHAPE.slot("household.dibao.since");

	private static final int DIBAO_TO = SHAPE.slot("household.dibao.to");

	private static final Code NONE = Code.of("DibaoType", "NONE");

	private final FactRecord record;

	private final Period period;

	private final PersonFacts facts;

	PlainPerson(FactRecord record, Period period) {
		this.record = record;
		this.period = period;
		this.facts = new PersonFacts(TestFacts.WORDS, record, PREFIX, period, null);
	}

	/** The same as rules are given it, with nothing worked out yet. */
	PersonFacts facts() {
		return new PersonFacts(TestFacts.WORDS, this.record, PREFIX, this.period, null);
	}

	/** The same, with what was worked out before. */
	PersonFacts kept() {
		return this.facts;
	}

	int ageOnLastDay() {
		LocalDate death = this.record.deathDate();
		LocalDate last = this.period.lastDay();
		LocalDate on = (death != null && death.isBefore(last)) ? death : last;
		LocalDate birth = this.record.birthDate();
		int years = on.getYear() - birth.getYear();
		boolean before = birth.getMonthValue() > on.getMonthValue()
				|| (birth.getMonthValue() == on.getMonthValue() && birth.getDayOfMonth() > on.getDayOfMonth());
		return before ? years - 1 : years;
	}

	boolean alive() {
		LocalDate death = this.record.deathDate();
		return death == null || !death.isBefore(this.period.firstDay());
	}

	Code hukouType() {
		return (Code) this.record.at(HUKOU_TYPE);
	}

	boolean hukouInJurisdiction() {
		LocalDate since = (LocalDate) this.record.at(HUKOU_SINCE);
		return (since == null || !since.isAfter(this.period.firstDay())) && this.record.hukouRegion().startsWith(PREFIX);
	}

	boolean onDibao() {
		LocalDate since = (LocalDate) this.record.at(DIBAO_SINCE);
		LocalDate to = (LocalDate) this.record.at(DIBAO_TO);
		LocalDate day = this.period.firstDay();
		return this.record.at(DIBAO) != NONE && (since == null || !since.isAfter(day)) && (to == null || !to.isBefore(day));
	}

	Money monthlyIncome() {
		return Money.of((BigDecimal) this.record.at(INCOME));
	}

}
