package org.huiling.engine.dictionary;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.DerivationContext;
import org.huiling.facts.expression.Evaluation;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionReader;
import org.huiling.facts.expression.FactValues;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.type.Validity;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The derived facts of {@code rules/facts}, and what expressions over them come to. */
class ShippedDerivedFactsTests {

	private static final String PREFIX = "379901";

	/** Recorded facts by their validity, and derived ones. */
	private static final class Facts implements FactValues {

		private final Dictionary dictionary;

		private final AsRecorded recorded;

		private final DerivationContext setting;

		private final Set<String> assumed = new TreeSet<>();

		Facts(Dictionary dictionary, FactRecord record, Period month) {
			this.dictionary = dictionary;
			this.recorded = new AsRecorded(dictionary, record);
			this.setting = new DerivationContext(month.firstDay(), month.lastDay(), null, PREFIX);
		}

		Evaluation evaluation() {
			return Evaluation.of(this.dictionary.vocabulary(), this, this.setting, this.assumed::add);
		}

		@Override
		public Answer value(String name) {
			Derived derived = this.dictionary.derived(name);
			if (derived != null) {
				return evaluation().value(Objects.requireNonNull(derived.on(this.setting.firstDay())), derived.type());
			}
			Fact fact = Objects.requireNonNull(this.dictionary.fact(name));
			Validity validity = fact.validity();
			if (validity == null) {
				return this.recorded.value(name);
			}
			Answer begun = evaluation().condition(read("begun(" + validity.from() + ")"));
			Answer over = evaluation().condition(read(validity.to() + " < firstDay"));
			boolean outside = begun.fails() || over.holds();
			return outside ? new Answer.Known(Objects.requireNonNull(validity.outside())) : this.recorded.value(name);
		}

		private static Expression read(String text) {
			return ExpressionReader.read(text);
		}

		@Override
		public Answer items(String list) {
			return this.recorded.items(list);
		}

	}

	@Test
	void anUnknownFirstDayThatCountsAsBegunIsNamed() throws IOException {
		Dictionary dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
		FactRecord record = TestPerson.born("1930-01-01").with("hukou.region", "379901003").record();
		Facts facts = new Facts(dictionary, record, Period.of(YearMonth.of(2013, 7)));
		assertThat(facts.value("hukouInJurisdiction").holds()).isTrue();
		assertThat(facts.assumed).containsExactly("hukou.since");
		assertThat(facts.value("hukou.heldOnFirstDay").missingFields()).containsExactly("hukou.since");
	}

	@Test
	void aWrittenNumberIsWhatItStandsBeside() throws IOException {
		Dictionary dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
		FactRecord record = TestPerson.born("1930-01-01")
			.with("pension.monthlyAmount", new BigDecimal("12.30"))
			.record();
		Facts facts = new Facts(dictionary, record, Period.of(YearMonth.of(2013, 7)));
		assertThat(facts.evaluation().value(ExpressionReader.read("max(pension.monthlyAmount, 20)"), ValueType.MONEY))
			.isEqualTo(new Answer.Known(Money.of("20")));
		assertThat(facts.evaluation().value(ExpressionReader.read("max(birthDate, \"1949-10-01\")"), ValueType.DATE))
			.isEqualTo(new Answer.Known(LocalDate.of(1949, 10, 1)));
	}

	@Test
	void yearsAreCompletedAsAgesAre() throws IOException {
		Dictionary dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
		Expression years = ExpressionReader.read("fullYears(birthDate, lastDay)");
		for (LocalDate birth = LocalDate.of(1931, 12, 20); birth
			.isBefore(LocalDate.of(1932, 3, 10)); birth = birth.plusDays(1)) {
			for (int month = 0; month < 40; month++) {
				Period period = Period.of(YearMonth.of(2011, 1).plusMonths(month));
				FactRecord record = TestPerson.born(birth).record();
				long age = CoreWords.ageOnLastDay(new PersonFacts(TestFacts.WORDS, record, PREFIX, period, null));
				assertThat(new Facts(dictionary, record, period).evaluation().value(years))
					.isEqualTo(new Answer.Known(age));
			}
		}
	}

}
