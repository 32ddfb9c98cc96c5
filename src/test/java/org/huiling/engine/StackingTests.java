package org.huiling.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.ApplicantRecord.Choice;
import org.huiling.facts.DibaoType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** Which of excluding awards is paid, on three programs that pay 30, 50 and 70 yuan. */
class StackingTests {

	private static final People PERSON = born("1930-01-01");

	private static final String MONTH = "2013-07";

	private static Shelf shelf(String kind, String... groups) {
		List<CompiledPolicy> policies = new ArrayList<>(List.of(paying("low", 10, "30.00", "alive == true"),
				paying("middle", 20, "50.00", "careLevel == 0"), paying("high", 30, "70.00", "onDibao == false")));
		TinyPolicy stacking = TinyPolicy.monthly(Program.STACKING, 90, "2013-01-01")
			.parameter("kind", kind, "stackingKind")
			.parameter("several", "2", "count");
		for (int i = 0; i < groups.length; i++) {
			stacking.parameter("group" + i, groups[i], "programs")
				.rule("不重复享受" + i, "Awards( rivalsAmong(P.group" + i + ") >= P.several )",
						"benefit.keepOne(P.group" + i + ", P.kind);");
		}
		policies.add(stacking.compile());
		return new Shelf(TinyPolicy.JURISDICTION, policies);
	}

	private static CompiledPolicy paying(String program, int order, String amount, String condition) {
		return TinyPolicy.monthly(program, order, "2013-01-01")
			.parameter("amount", amount, "CNY")
			.rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.amount);")
			.compile();
	}

	private static People choosing(People person, String program, @Nullable String from) {
		List<Choice> choices = new ArrayList<>();
		if (person.record().choices() != null) {
			choices.addAll(person.record().choices());
		}
		choices.add(new Choice(program, (from != null) ? LocalDate.parse(from) : null));
		return person.with("choices", choices);
	}

	@Test
	void withNoChoiceMadeTheHighestIsPaid() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, middle, high]");
		shelf.ask("high", MONTH, PERSON.record()).pays("70.00");
		shelf.ask("middle", MONTH, PERSON.record()).withholds("50.00", "high");
		shelf.ask("low", MONTH, PERSON.record()).withholds("30.00", "high");
	}

	@Test
	void theHigherOneIsAssumedToBeChosenAndTheAnswerSaysSo() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		for (String program : List.of("low", "high")) {
			assertThat(shelf.ask(program, MONTH, PERSON.record()).answer().assumptions()).extracting(Note::code)
				.contains("HIGHER_FOR_CHOSEN");
			assertThat(shelf.ask(program, MONTH, choosing(PERSON, "low", "2013-01-01").record()).answer().assumptions())
				.extracting(Note::code)
				.doesNotContain("HIGHER_FOR_CHOSEN");
			assertThat(shelf("HIGHEST", "[low, high]").ask(program, MONTH, PERSON.record()).answer().assumptions())
				.extracting(Note::code)
				.doesNotContain("HIGHER_FOR_CHOSEN");
		}
		assertThat(shelf.ask("middle", MONTH, PERSON.record()).answer().assumptions()).extracting(Note::code)
			.doesNotContain("HIGHER_FOR_CHOSEN");
	}

	@Test
	void whatWasChosenIsPaidThoughItIsLess() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = choosing(PERSON, "low", "2013-07-01");
		shelf.ask("low", MONTH, person.record()).pays("30.00");
		shelf.ask("high", MONTH, person.record()).withholds("70.00", "low");
		shelf.ask("middle", MONTH, person.record()).pays("50.00");
	}

	@Test
	void ofThreeTheChosenDisplacesBothOthers() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, middle, high]");
		People person = choosing(PERSON, "low", "2013-01-01");
		shelf.ask("low", MONTH, person.record()).pays("30.00");
		shelf.ask("middle", MONTH, person.record()).withholds("50.00", "low");
		shelf.ask("high", MONTH, person.record()).withholds("70.00", "low");
	}

	@Test
	void aChoiceCountsFromItsDayAndTheLatestOfThemCounts() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People later = choosing(PERSON, "low", "2013-07-02");
		shelf.ask("low", MONTH, later.record()).withholds("30.00", "high");
		shelf.ask("low", "2013-08", later.record()).pays("30.00");
		People changed = choosing(choosing(PERSON, "high", "2013-06-01"), "low", "2013-02-01");
		shelf.ask("low", "2013-05", changed.record()).pays("30.00");
		shelf.ask("low", MONTH, changed.record()).withholds("30.00", "high");
	}

	@Test
	void aChoiceOfWhatIsNotGrantedDisplacesNothing() {
		Shelf shelf = shelf("CHOOSE_ONE", "[middle, high]");
		People person = choosing(PERSON.careLevel(3), "middle", "2013-01-01");
		shelf.ask("middle", MONTH, person.record()).refuses();
		shelf.ask("high", MONTH, person.record()).pays("70.00");
	}

	@Test
	void aChosenProgramThatIsUnknownLeavesTheOthersOpen() {
		Shelf shelf = shelf("CHOOSE_ONE", "[middle, high]");
		People person = choosing(PERSON.without("careLevel"), "middle", "2013-01-01");
		shelf.ask("middle", MONTH, person.record()).needs("careLevel");
		shelf.ask("high", MONTH, person.record()).needs("careLevel");
	}

	@Test
	void aProgramThatWasNotChosenMayBeUnknown() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = choosing(PERSON.without("household"), "low", "2013-01-01");
		shelf.ask("low", MONTH, person.record()).pays("30.00");
	}

	@Test
	void aChoiceWithoutItsDayMayOrMayNotCount() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = choosing(PERSON, "low", null);
		shelf.ask("low", MONTH, person.record()).needs("choices[].from");
		shelf.ask("high", MONTH, person.record()).needs("choices[].from");
	}

	@Test
	void aChoiceCountsForNothingWhereTheHighestIsPaid() {
		Shelf shelf = shelf("HIGHEST", "[low, high]");
		shelf.ask("low", MONTH, choosing(PERSON, "low", "2013-01-01").record()).withholds("30.00", "high");
	}

	@Test
	void whatIsDisplacedItselfDisplacesNothing() {
		Shelf shelf = shelf("HIGHEST", "[low, middle]", "[middle, high]");
		shelf.ask("high", MONTH, PERSON.record()).pays("70.00");
		shelf.ask("middle", MONTH, PERSON.record()).withholds("50.00", "high");
		shelf.ask("low", MONTH, PERSON.record()).pays("30.00");
	}

	@Test
	void whatMayBeDisplacedItselfLeavesItsRivalOpen() {
		Shelf shelf = shelf("HIGHEST", "[low, middle]", "[middle, high]");
		People person = PERSON.without("household");
		shelf.ask("high", MONTH, person.record()).needs("household.dibao.type");
		shelf.ask("middle", MONTH, person.record()).needs("household.dibao.type");
		shelf.ask("low", MONTH, person.record()).needs("household.dibao.type");
	}

	@Test
	void aRivalThatIsUnknownButTooLowChangesNothing() {
		Shelf shelf = shelf("HIGHEST", "[middle, high]");
		shelf.ask("high", MONTH, PERSON.without("careLevel").record()).pays("70.00");
		shelf.ask("middle", MONTH, PERSON.without("careLevel").record()).needs("careLevel");
	}

	@Test
	void aWithheldAwardNamesTheRuleTheBasisAndTheBetterAward() {
		Verdict verdict = shelf("HIGHEST", "[low, high]").ask("low", MONTH, PERSON.record());
		assertThat(verdict.answer().why()).hasSize(2);
		Why better = verdict.answer().why().get(1);
		assertThat(better.rule().zh()).isEqualTo("不重复享受0");
		assertThat(better.basis()).isEqualTo("试例办法第一条");
		assertThat(better.program()).isEqualTo("high");
		assertThat(better.amount()).isEqualTo("70.00");
	}

	@Test
	void stackingHasNoAnswerOfItsOwn() {
		Shelf shelf = shelf("HIGHEST", "[low, high]");
		assertThat(shelf.all(PERSON.on(DibaoType.NONE).record(), MONTH, Explain.WHY).assessments())
			.extracting((answer) -> answer.program().id())
			.containsExactly("low", "middle", "high");
		assertThat(shelf.assess(Program.STACKING, MONTH, PERSON.always()).assessments()).isEmpty();
	}

}
