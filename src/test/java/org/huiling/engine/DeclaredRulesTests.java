package org.huiling.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.TestDirectory;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules over facts that fact files declare, recorded and derived, beside the shipped
 * ones: no line of Java knows them.
 */
class DeclaredRulesTests {

	private static final Dictionary DICTIONARY = dictionary();

	private static final FactReading READING = new FactReading(DICTIONARY);

	private static final PolicyCompiler COMPILER = new PolicyCompiler(() -> READING);

	private static Dictionary dictionary() {
		try {
			Path directory = TestDirectory.of("huiling-facts");
			try (Stream<Path> shipped = Files.list(Path.of("rules/facts"))) {
				for (Path file : (Iterable<Path>) shipped::iterator) {
					Files.copy(file, directory.resolve(file.getFileName()));
				}
			}
			for (String name : List.of("party-members.yaml", "derived-members.yaml")) {
				Files.copy(Path.of("src/test/resources/facts", name), directory.resolve(name));
			}
			return FactFiles.read(directory).dictionary();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TinyPolicy policy() {
		return TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("years", "30", "years")
			.parameter("rank", "3", "count")
			.parameter("limit", "900.00", "CNY")
			.parameter("day", "1949-10-01", "date")
			.parameter("family", "[MARRIED, WIDOWED]", "marital")
			.parameter("amount", "100.00", "CNY");
	}

	private static CompiledPolicy compile(TinyPolicy policy) {
		return policy.compile(COMPILER);
	}

	private static FactRecord person(Map<String, Object> facts) {
		FactRecord.Builder record = DICTIONARY.shape().record().put("birthDate", LocalDate.of(1930, 1, 1));
		facts.forEach(record::put);
		return record.build();
	}

	private static FactSet facts(CompiledPolicy policy, FactRecord record, String month, Reads reads) {
		return new FactSet(new PersonFacts(policy.words(), record, "379901", Period.parse(month), reads), null, null,
				reads);
	}

	private static Map<String, Object> known() {
		Map<String, Object> facts = new TreeMap<>();
		facts.put("joinedParty", LocalDate.of(1949, 7, 1));
		facts.put("partySubsidy", new BigDecimal("300.00"));
		facts.put("marital", Code.of("Marital", "WIDOWED"));
		facts.put("rank", 4);
		facts.put("aids", List.of(Code.of("Aid", "CANE")));
		facts.put("job.since", LocalDate.of(1950, 1, 1));
		facts.put("household.dibao.type", Code.of("DibaoType", "NONE"));
		facts.put("relatives", List.of(member("a", "300.00"), member("b", "400.00")));
		return facts;
	}

	private static FactRecord member(String id, String income) {
		return DICTIONARY.shape()
			.items("relatives")
			.record()
			.put("id", id)
			.put("monthlyIncome", new BigDecimal(income))
			.build();
	}

	/**
	 * Holds for this person by every way of evaluating; without the fact it is asked for.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "joinedParty < P.day | joinedParty", "partyYears >= P.years | joinedParty",
			"marital == Marital.WIDOWED | marital", "marital in (Marital.WIDOWED, Marital.MARRIED) | marital",
			"marital memberOf P.family | marital", "marital != Marital.SINGLE | marital", "rank > P.rank | rank",
			"aids contains Aid.CANE | aids", "aids not contains Aid.CHAIR | aids",
			"partySubsidy.times(P.years2) < P.limit | partySubsidy", "needy == true | household.dibao.type,marital",
			"membersIncome < P.limit | relatives", "job.begun == true | job.since", "job.since > P.day | job.since",
			"levy > Money.ZERO | partySubsidy" })
	void askWhateverIsDeclared(String condition, String asked) {
		CompiledPolicy policy = compile(policy().parameter("years2", "30", "percent")
			.rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.amount);"));
		RuleSet rules = policy.rules();
		for (Evaluator way : List.of(rules.walk(), rules.plan(), rules.session())) {
			assertThat(way.evaluate(facts(policy, person(known()), "2013-07", null))).singleElement()
				.satisfies((one) -> assertThat(one.truth()).isEqualTo(Truth.HOLDS));
		}
		Map<String, Object> without = known();
		Set.of(asked.split(",")).forEach(without::remove);
		for (Evaluator way : List.of(rules.walk(), rules.plan())) {
			RuleResult open = way.evaluate(facts(policy, person(without), "2013-07", null)).get(0);
			assertThat(open.truth()).isEqualTo(Truth.UNKNOWN);
			assertThat(open.missing()).containsExactlyInAnyOrder(asked.split(","));
		}
	}

	@Test
	void payWhatAFactSays() {
		CompiledPolicy policy = compile(policy().rule("甲", "Applicant( $subsidy : partySubsidy, $years : partyYears )",
				"benefit.atLeast(P.amount).pay($subsidy);"));
		Reads reads = new Reads();
		RuleResult result = policy.rules().walk().evaluate(facts(policy, person(known()), "2013-07", reads)).get(0);
		assertThat(result.grants()).singleElement()
			.satisfies((grant) -> assertThat(((Grant.Amount) grant).exact()).isEqualTo(Money.of("300.00")));
		assertThat(((Grant.Amount) result.grants().get(0)).values()).containsEntry("partySubsidy", Money.of("300.00"));
	}

	@Test
	void aDefinitionCountsFromItsDay() {
		CompiledPolicy policy = compile(policy().parameter("line", "45.00", "CNY")
			.rule("甲", "Applicant( levy > P.line )", "benefit.pay(P.amount);"));
		for (String month : List.of("2013-07", "2014-01")) {
			Truth expected = month.startsWith("2013") ? Truth.FAILS : Truth.HOLDS;
			assertThat(policy.rules().walk().evaluate(facts(policy, person(known()), month, null)).get(0).truth())
				.isEqualTo(expected);
		}
	}

	@Test
	void aDayThatNobodyKnowsCountsAsBegunAndTheAnswerSaysSo() {
		CompiledPolicy policy = compile(policy().rule("甲", "Applicant( atWork == true )", "benefit.pay(P.amount);"));
		Map<String, Object> unknown = known();
		unknown.remove("job.since");
		assertThat(assumptions(policy, unknown)).containsExactly(new Note("STARTED_BEFORE", "job.since",
				new Bilingual("参加工作时间未知，按已经开始计算", "Working since is not known: counted as begun already")));
		assertThat(assumptions(policy, known())).isEmpty();
		CompiledPolicy other = compile(policy().rule("甲", "Applicant( rank > P.rank )", "benefit.pay(P.amount);"));
		assertThat(assumptions(other, unknown)).as("it does not hang on it").isEmpty();
	}

	private static List<Note> assumptions(CompiledPolicy policy, Map<String, Object> facts) {
		FactRecord record = person(facts);
		Assessment answer = new Shelf(TinyPolicy.JURISDICTION, List.of(policy))
			.assess(policy.program().id(), "2013-07", (day) -> record)
			.assessments()
			.get(0);
		assertThat(answer.amount()).isEqualByComparingTo("100.00");
		return answer.assumptions().stream().filter((note) -> note.code().equals("STARTED_BEFORE")).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "joinedPart < P.day | UNKNOWN_FIELD", "rank > P.limit | WRONG_UNIT",
					"rank > P.years | WRONG_UNIT", "partyYears > P.rank | WRONG_UNIT",
					"ageOnLastDay >= P.rank | WRONG_UNIT", "marital == Marital.DIVORCED | UNKNOWN_CODE",
					"marital == DibaoType.NONE | WRONG_UNIT", "marital > Marital.SINGLE | NOT_ADMITTED",
					"cardNumber == \"X\" | UNKNOWN_FIELD", "job.employer == \"X\" | UNKNOWN_FIELD",
					"joinedParty < \"1949-10-01\" | WRONG_LITERAL", "relatives.size > P.rank | UNKNOWN_FIELD" })
	void refuseWhatDoesNotFit(String condition, String code) {
		TinyPolicy policy = policy().rule("甲", "Applicant( " + condition + " )", "benefit.pay(P.amount);");
		assertThat(policy.problems(COMPILER)).extracting(Problem::code).contains(code);
	}

	/** A name of the dictionary that gets into generated source can do no harm there. */
	@Test
	void aVersionIsKeptByTheWordsItUses() {
		TinyPolicy policy = policy().rule("甲", "Applicant( rank > P.rank )", "benefit.pay(P.amount);");
		assertThat(compile(policy).rules().vocabulary().properties()).containsEntry("Applicant.rank", "int")
			.containsEntry("Applicant.marital", "Marital")
			.containsEntry("Applicant.aids", "Set<Aid>")
			.doesNotContainKey("Applicant.cardNumber");
	}

}
