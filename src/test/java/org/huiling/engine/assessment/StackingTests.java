package org.huiling.engine.assessment;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.People;
import org.huiling.engine.Program;
import org.huiling.engine.Shelf;
import org.huiling.engine.TinyPolicy;
import org.huiling.engine.Verdict;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
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

	@Test
	void withNoChoiceMadeTheHighestIsPaid() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, middle, high]");
		shelf.ask("high", MONTH, PERSON).pays("70.00");
		shelf.ask("middle", MONTH, PERSON).withholds("50.00", "high");
		shelf.ask("low", MONTH, PERSON).withholds("30.00", "high");
	}

	@Test
	void theHigherOneIsAssumedToBeChosenAndTheAnswerSaysSo() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		for (String program : List.of("low", "high")) {
			assertThat(shelf.ask(program, MONTH, PERSON).answer().assumptions()).extracting(Note::code)
				.contains("HIGHER_FOR_CHOSEN");
			assertThat(shelf.ask(program, MONTH, PERSON.choosing("low", "2013-01-01")).answer().assumptions())
				.extracting(Note::code)
				.doesNotContain("HIGHER_FOR_CHOSEN");
			assertThat(shelf("HIGHEST", "[low, high]").ask(program, MONTH, PERSON).answer().assumptions())
				.extracting(Note::code)
				.doesNotContain("HIGHER_FOR_CHOSEN");
		}
		assertThat(shelf.ask("middle", MONTH, PERSON).answer().assumptions()).extracting(Note::code)
			.doesNotContain("HIGHER_FOR_CHOSEN");
	}

	@Test
	void whatWasChosenIsPaidThoughItIsLess() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = PERSON.choosing("low", "2013-07-01");
		shelf.ask("low", MONTH, person).pays("30.00");
		shelf.ask("high", MONTH, person).withholds("70.00", "low");
		shelf.ask("middle", MONTH, person).pays("50.00");
	}

	@Test
	void ofThreeTheChosenDisplacesBothOthers() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, middle, high]");
		People person = PERSON.choosing("low", "2013-01-01");
		shelf.ask("low", MONTH, person).pays("30.00");
		shelf.ask("middle", MONTH, person).withholds("50.00", "low");
		shelf.ask("high", MONTH, person).withholds("70.00", "low");
	}

	@Test
	void aChoiceCountsFromItsDayAndTheLatestOfThemCounts() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People later = PERSON.choosing("low", "2013-07-02");
		shelf.ask("low", MONTH, later).withholds("30.00", "high");
		shelf.ask("low", "2013-08", later).pays("30.00");
		People changed = PERSON.choosing("high", "2013-06-01").choosing("low", "2013-02-01");
		shelf.ask("low", "2013-05", changed).pays("30.00");
		shelf.ask("low", MONTH, changed).withholds("30.00", "high");
	}

	@Test
	void aChoiceOfWhatIsNotGrantedDisplacesNothing() {
		Shelf shelf = shelf("CHOOSE_ONE", "[middle, high]");
		People person = PERSON.careLevel(3).choosing("middle", "2013-01-01");
		shelf.ask("middle", MONTH, person).refuses();
		shelf.ask("high", MONTH, person).pays("70.00");
	}

	@Test
	void aChosenProgramThatIsUnknownLeavesTheOthersOpen() {
		Shelf shelf = shelf("CHOOSE_ONE", "[middle, high]");
		People person = PERSON.without("careLevel").choosing("middle", "2013-01-01");
		shelf.ask("middle", MONTH, person).needs("careLevel");
		shelf.ask("high", MONTH, person).needs("careLevel");
	}

	@Test
	void aProgramThatWasNotChosenMayBeUnknown() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = PERSON.without("household").choosing("low", "2013-01-01");
		shelf.ask("low", MONTH, person).pays("30.00");
	}

	@Test
	void aChoiceWithoutItsDayMayOrMayNotCount() {
		Shelf shelf = shelf("CHOOSE_ONE", "[low, high]");
		People person = PERSON.choosing("low", null);
		shelf.ask("low", MONTH, person).needs("choices[].from");
		shelf.ask("high", MONTH, person).needs("choices[].from");
	}

	@Test
	void aChoiceCountsForNothingWhereTheHighestIsPaid() {
		Shelf shelf = shelf("HIGHEST", "[low, high]");
		shelf.ask("low", MONTH, PERSON.choosing("low", "2013-01-01")).withholds("30.00", "high");
	}

	@Test
	void whatIsDisplacedItselfDisplacesNothing() {
		Shelf shelf = shelf("HIGHEST", "[low, middle]", "[middle, high]");
		shelf.ask("high", MONTH, PERSON).pays("70.00");
		shelf.ask("middle", MONTH, PERSON).withholds("50.00", "high");
		shelf.ask("low", MONTH, PERSON).pays("30.00");
	}

	@Test
	void whatMayBeDisplacedItselfLeavesItsRivalOpen() {
		Shelf shelf = shelf("HIGHEST", "[low, middle]", "[middle, high]");
		People person = PERSON.without("household");
		shelf.ask("high", MONTH, person).needs("household.dibao.type");
		shelf.ask("middle", MONTH, person).needs("household.dibao.type");
		shelf.ask("low", MONTH, person).needs("household.dibao.type");
	}

	@Test
	void aRivalThatIsUnknownButTooLowChangesNothing() {
		Shelf shelf = shelf("HIGHEST", "[middle, high]");
		shelf.ask("high", MONTH, PERSON.without("careLevel")).pays("70.00");
		shelf.ask("middle", MONTH, PERSON.without("careLevel")).needs("careLevel");
	}

	@Test
	void aWithheldAwardNamesTheRuleTheBasisAndTheBetterAward() {
		Verdict verdict = shelf("HIGHEST", "[low, high]").ask("low", MONTH, PERSON);
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
		assertThat(shelf.all(PERSON.on("NONE"), MONTH, Explain.WHY).assessments())
			.extracting((answer) -> answer.program().id())
			.containsExactly("low", "middle", "high");
		assertThat(shelf.assess(Program.STACKING, MONTH, PERSON.always()).assessments()).isEmpty();
	}

}
