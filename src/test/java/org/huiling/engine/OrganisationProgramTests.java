package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.problem.Problem;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs about organisations are evaluated as those about people are, apart from them.
 */
class OrganisationProgramTests {

	private static final Shelf SHELF = new Shelf(TinyPolicy.JURISDICTION,
			List.of(Organisations.operation().compile(),
					TinyPolicy.monthly()
						.parameter("amount", "100.00", "CNY")
						.rule("在世", "Applicant( alive == true )", "benefit.pay(P.amount);")
						.compile()));

	private static Verdict ask(FactRecord home, String month) {
		return SHELF.ask("home-operation", month, (day) -> home);
	}

	@Test
	void paysByTheResident() {
		ask(Organisations.home(Map.of("residents.mild", 7)), "2013-07").pays("1400.00").by("按人");
		ask(Organisations.home(Map.of("residents.mild", 0)), "2013-07").refuses();
	}

	/** The month in which it closes counts, as that of a death does. */
	@ParameterizedTest
	@CsvSource({ "2013-07-01, true", "2013-07-31, true", "2013-06-30, false" })
	void endsWithTheMonthInWhichItCloses(LocalDate closed, boolean paid) {
		Verdict july = ask(Organisations.home(Map.of("residents.mild", 7, "closed", closed)), "2013-07");
		if (paid) {
			july.pays("1400.00");
		}
		else {
			july.refuses();
		}
	}

	@ParameterizedTest
	@CsvSource({ "2012-07-01, true", "2012-07-02, false" })
	void theOpeningTakesTheBirthsPlace(LocalDate opened, boolean paid) {
		Verdict july = ask(Organisations.home(Map.of("residents.mild", 1, "opened", opened)), "2013-07");
		if (paid) {
			july.pays("200.00");
		}
		else {
			july.refuses();
		}
	}

	@Test
	void anotherJurisdictionsHomeIsNotPaidAndAnUnknownRegionIsAskedFor() {
		ask(Organisations.home(Map.of("residents.mild", 7, "region", "110101001")), "2013-07").refuses();
		FactRecord nowhere = Organisations.home(Map.of("residents.mild", 7)).with("region", null);
		ask(nowhere, "2013-07").needs("region");
		ask(Organisations.home(Map.of()), "2013-07").needs("residents.mild");
	}

	@Test
	void everybodyIsAskedOnlyWhatIsAboutThem() {
		AssessmentRequest july = new AssessmentRequest(Period.parse("2013-07"), null, null, Explain.FULL);
		FactRecord home = Organisations.home(Map.of("residents.mild", 7));
		assertThat(new Assessor(SHELF).assess((day) -> home, july).assessments()).singleElement()
			.satisfies((answer) -> assertThat(answer.program().id()).isEqualTo("home-operation"));
		assertThat(new Assessor(SHELF).assess(People.born("1930-01-01").always(), july).assessments()).singleElement()
			.satisfies((answer) -> assertThat(answer.program().id()).isEqualTo("old-age-allowance"));
	}

	/** Every way of evaluating says the same. */
	@ParameterizedTest
	@CsvSource({ "7, 2010-05-01, 379901003", "0, 2012-07-01, 379901003", "3, 2012-07-02, 379901003",
			"3, 2010-05-01, 110101001" })
	void planWalkAndSessionAgree(int mild, LocalDate opened, String region) {
		FactRecord home = Organisations.home(Map.of("residents.mild", mild, "opened", opened, "region", region));
		List<Function<CompiledPolicy, Evaluator>> ways = List.of((policy) -> policy.rules().walk(),
				(policy) -> policy.rules().session());
		ProgramResult plan = result(home, (policy) -> policy.rules().plan());
		ways.forEach((way) -> {
			ProgramResult other = result(home, way);
			assertThat(other.outcome()).isEqualTo(plan.outcome());
			assertThat(other.amount()).isEqualTo(plan.amount());
		});
	}

	private static ProgramResult result(FactRecord home, Function<CompiledPolicy, Evaluator> way) {
		Program program = SHELF.programs()
			.stream()
			.filter((one) -> one.id().equals("home-operation"))
			.findFirst()
			.orElseThrow();
		return new ApplicantEvaluation(SHELF, (day) -> home, Explain.NONE, way).programResult(program,
				Period.parse("2013-07"));
	}

	/**
	 * Words of people are unknown where organisations are meant, and the other way round.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Organisation( alive == true ) | unknown field alive",
					"Organisation( ageOnLastDay >= P.many ) | unknown field ageOnLastDay",
					"Organisation( hukouInJurisdiction == true ) | unknown field hukouInJurisdiction",
					"Organisation( household.size == P.many ) | unknown field household",
					"Applicant( alive == true ) | there is no fact Applicant",
					"Claim( stay == P.many ) | there is no fact Claim",
					"exists Member( relation == Relation.SPOUSE ) | there is no fact Member" })
	void aWordOfPeopleIsUnknownThere(String when, String message) {
		List<Problem> problems = TinyPolicy.organisations("home-operation", Cycle.MONTH, 200, Over.CLAIMS)
			.parameter("amount", "200.00", "CNY")
			.parameter("many", "3", "count")
			.rule("甲", when.strip(), "benefit.pay(P.amount);")
			.problems();
		assertThat(problems).anySatisfy((one) -> {
			assertThat(one.file()).isEqualTo("rules.drl");
			assertThat(one.message().en()).contains(message.strip());
		});
	}

	@Test
	void aWordOfOrganisationsIsUnknownToProgramsAboutPeople() {
		List<Problem> problems = TinyPolicy.monthly()
			.parameter("amount", "200.00", "CNY")
			.rule("甲", "Organisation( operating == true )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( operating == true )", "benefit.pay(P.amount);")
			.problems();
		assertThat(problems).anySatisfy((one) -> {
			assertThat(one.message().en()).contains("there is no fact Organisation");
			assertThat(String.valueOf(one.hint())).contains("Applicant");
		}).anySatisfy((one) -> assertThat(one.message().en()).contains("unknown field operating"));
	}

	@Test
	void anItemlessClaimProgramSaysItsList() {
		assertThat(TinyPolicy.organisations("home-bills", Cycle.CLAIM, 210, Over.CLAIMS)
			.parameter("amount", "200.00", "CNY")
			.rule("甲", "Organisation( operating == true )", "benefit.pay(P.amount);")
			.problems()).anySatisfy((one) -> {
				assertThat(one.code()).isEqualTo("OVER");
				assertThat(one.message().en()).contains("there is no such list");
			});
	}

	@Test
	void thereIsNoLifeCheckOfOrganisations() {
		assertThat(Organisations.operation().header("lifeCheck: {validMonths: 12, basis: 第二条}").problems())
			.anySatisfy((one) -> assertThat(one.message().en()).contains("no life check"));
	}

}
