package org.huiling.facts.words;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.huiling.TestFacts;
import org.huiling.engine.dictionary.DictionaryReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What rules may ask by a dictionary, and what they are told. */
class FactWordsTests {

	private static final Period JULY = Period.of(YearMonth.of(2013, 7));

	private static final FactWords SHIPPED = FactWords.of(TestFacts.DICTIONARY);

	/** Household members in place of the shipped ones. */
	private static final String MEMBERS = """
			name: {zh: 成员, en: Members}
			facts:
			  members:
			    type: list
			    key: [id]
			    merge: true
			    zh: 家庭成员
			    en: Household members
			    fields:
			      id: {type: text, max: 20, required: true, zh: 编号, en: Number}
			      name: {type: text, max: 50, sealed: true, zh: 姓名, en: Name}
			      relation: {type: code, codeType: Relation, codes: {SPOUSE: {zh: 配偶, en: Spouse}, CHILD: {zh: 子女, en: Child}}, required: true, zh: 关系, en: Relation}
			      born: {type: date, zh: 出生, en: Born}
			      monthlyIncome: {type: money, zh: 月收入, en: Monthly income}
			      aid: {type: money, validity: {from: aidFrom, to: aidTo}, zh: 补助, en: Aid}
			      aidFrom: {type: date, zh: 补助自, en: Aid from}
			      aidTo: {type: date, absent: none, zh: 补助至, en: Aid to}
			      widowed: {type: boolean, zh: 寡, en: Widow}
			      school: {type: code, codeType: School, codes: {A: {zh: 小学, en: Primary}}, askWhen: "relation == Relation.CHILD", zh: 学校, en: School}
			  aids: {type: codes, codeType: Aid, codes: {CANE: {zh: 手杖, en: Cane}, CHAIR: {zh: 轮椅, en: Chair}}, zh: 辅具, en: Aids}
			  height: {type: decimal, decimals: 2, zh: 身高, en: Height}
			  subsidy: {type: money, validity: {from: subsidyFrom}, zh: 津贴, en: Subsidy}
			  subsidyFrom: {type: date, absent: none, zh: 津贴自, en: Subsidy from}
			derived:
			  spouse: {is: "one(members, relation == Relation.SPOUSE)", zh: 配偶, en: Spouse}
			  children: {is: "count(members, relation == Relation.CHILD)", zh: 子女数, en: Children}
			  spouseAge: {is: "fullYears(spouse.born, firstDay)", zh: 配偶年龄, en: Age of the spouse}
			  widowed: {is: "none(spouse) and not any(members, widowed == false)", zh: 丧偶, en: Widowed}
			  later: {is: {2014-01-01: "children > 1", 2015-01-01: "children > 2"}, zh: 多子女, en: Many children}
			  old: {is: "alive and ageOnLastDay >= 80 and not later", zh: 高龄, en: Old}
			  product: {is: "children * 999999999 * 999999999", zh: 积, en: Product}
			  beyond: {is: "product * product", zh: 更大, en: Beyond}
			  share: {is: "max(0.5, 1)", zh: 份, en: Share}
			""";

	private static final Dictionary DICTIONARY = dictionary(MEMBERS);

	private static final FactWords WORDS = FactWords.of(DICTIONARY);

	private static Dictionary dictionary(@Nullable String more) {
		Map<String, byte[]> files = new HashMap<>();
		try (var shipped = Files.list(Path.of("rules/facts"))) {
			for (Path file : shipped.toList()) {
				files.put(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		if (more != null) {
			files.remove("members.yaml");
			files.put("more.yaml", more.getBytes(StandardCharsets.UTF_8));
		}
		Problems problems = new Problems();
		Dictionary dictionary = new DictionaryReader(problems).read(files);
		assertThat(problems.all()).isEmpty();
		return Objects.requireNonNull(dictionary);
	}

	/** Somebody born in 1930 of whom some facts are recorded. */
	private static FactRecord record(Object... pathsAndValues) {
		return told(DICTIONARY.shape().record().put("birthDate", LocalDate.of(1930, 1, 1)), pathsAndValues);
	}

	private static FactRecord member(Object... namesAndValues) {
		return told(Objects.requireNonNull(DICTIONARY.shape().items("members")).record(), namesAndValues);
	}

	private static FactRecord told(FactRecord.Builder record, Object... pathsAndValues) {
		for (int i = 0; i < pathsAndValues.length; i += 2) {
			record.put((String) pathsAndValues[i], pathsAndValues[i + 1]);
		}
		return record.build();
	}

	private static FactRecord spouse(Object... namesAndValues) {
		FactRecord spouse = member("id", "1", "name", "试例", "relation", relation("SPOUSE"));
		for (int i = 0; i < namesAndValues.length; i += 2) {
			spouse = spouse.with((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return spouse;
	}

	private static Object relation(String code) {
		return Code.of("Relation", code);
	}

	private static PersonFacts person(FactRecord record) {
		return new PersonFacts(WORDS, record, "379901", JULY, null);
	}

	private static Word word(String path) {
		return Objects.requireNonNull(WORDS.word(path), path);
	}

	private static Word field(String name) {
		return Objects.requireNonNull(WORDS.field("members", name), name);
	}

	private static Set<String> missing(Runnable asked) {
		try {
			asked.run();
		}
		catch (UnknownFact unknown) {
			return unknown.fields();
		}
		return Set.of();
	}

	private static void isNotThere(Runnable asked) {
		assertThatExceptionOfType(NotThere.class).isThrownBy(asked::run)
			.satisfies((thrown) -> assertThat(thrown.getStackTrace()).isEmpty());
	}

	@Test
	void aWordSaysWhatItIs() {
		assertThat(word("hukou.type").type()).isEqualTo(ValueType.code("HukouType"));
		assertThat(word("household.dibao.type").path()).isEqualTo("household.dibao.type");
		assertThat(word("residence.fullMonths").type()).isEqualTo(ValueType.whole("months"));
		assertThat(word("spouse.born").type()).isEqualTo(ValueType.DATE);
		assertThat(field("monthlyIncome").type()).isEqualTo(ValueType.MONEY);
		assertThat(field("monthlyIncome").path()).isEqualTo("members[].monthlyIncome");
		assertThat(word("share").type().kind()).isEqualTo(ValueType.Kind.DECIMAL);
	}

	@Test
	void thereIsNoWordForTextsListsItemsAndWhatJavaWorksOut() {
		assertThat(List.of("name", "residentId", "payee.kind", "members", "claims", "household", "spouse",
				"spouse.name", "ageOnLastDay", "ageBeforePeriod", "ageOnClaimDate", "alive", "firstDay", "year",
				"nothing", "claims[].date", "nothing.at.all"))
			.allMatch((path) -> WORDS.word(path) == null);
		assertThat(WORDS.field("members", "name")).isNull();
		assertThat(WORDS.field("members", "nothing")).isNull();
		assertThat(WORDS.field("nothing", "born")).isNull();
		assertThat(WORDS.word("deathDate")).isNotNull();
	}

	@Test
	void outsideOfItsPeriodAValueIsSomethingElse() {
		Object urban = Code.of("DibaoType", "URBAN");
		FactRecord drawn = record("household.dibao.type", urban, "household.dibao.since", LocalDate.of(2013, 7, 1));
		assertThat(person(drawn).code(word("household.dibao.type"))).isSameAs(urban);
		assertThat(person(drawn.with("household.dibao.since", null)).truth(word("onDibao"))).isTrue();
		FactRecord toCome = drawn.with("household.dibao.since", LocalDate.of(2013, 7, 2));
		assertThat(person(toCome).code(word("household.dibao.type"))).isSameAs(Code.of("DibaoType", "NONE"));
		assertThat(person(toCome).truth(word("onDibao"))).isFalse();
		FactRecord lastDay = drawn.with("household.dibao.to", LocalDate.of(2013, 7, 1));
		assertThat(person(lastDay).truth(word("onDibao"))).isTrue();
		FactRecord over = drawn.with("household.dibao.to", LocalDate.of(2013, 6, 30));
		assertThat(person(over).truth(word("onDibao"))).isFalse();
		assertThat(missing(() -> person(drawn.with("household.dibao.type", null)).truth(word("onDibao"))))
			.containsExactly("household.dibao.type");
		assertThat(person(over.with("household.dibao.type", null)).truth(word("onDibao"))).isFalse();
	}

	@Test
	void outsideOfItsPeriodAnAmountIsNotThere() {
		FactRecord recorded = record("subsidy", new BigDecimal("20.00"), "subsidyFrom", LocalDate.of(2013, 7, 1));
		assertThat(person(recorded).money(word("subsidy"))).isEqualTo(Money.of("20"));
		isNotThere(() -> person(recorded.with("subsidyFrom", LocalDate.of(2013, 7, 2))).money(word("subsidy")));
		// it is declared that nothing recorded means that it never begins
		isNotThere(() -> person(recorded.with("subsidyFrom", null)).money(word("subsidy")));
		assertThat(missing(() -> person(recorded.with("subsidy", null)).money(word("subsidy"))))
			.containsExactly("subsidy");
	}

	@Test
	void nobodyOnNoDibaoIsAskedForIt() {
		FactRecord none = record("household.dibao.type", Code.of("DibaoType", "NONE"));
		isNotThere(() -> person(none).money(word("household.dibao.monthlyAmount")));
		isNotThere(() -> person(none).day(word("household.dibao.since")));
		assertThat(person(none).truth(word("household.dibao.heldOnFirstDay"))).isFalse();
		assertThat(missing(() -> person(record()).money(word("household.dibao.monthlyAmount"))))
			.containsExactly("household.dibao.monthlyAmount");
		// the dibao as recorded counts, not the one of the fact day
		FactRecord over = record("household.dibao.type", Code.of("DibaoType", "URBAN"), "household.dibao.to",
				LocalDate.of(2012, 1, 1));
		assertThat(missing(() -> person(over).money(word("household.dibao.monthlyAmount"))))
			.containsExactly("household.dibao.monthlyAmount");
		// what is recorded all the same is read
		FactRecord odd = none.with("household.dibao.monthlyAmount", new BigDecimal("30.00"));
		assertThat(person(odd).money(word("household.dibao.monthlyAmount"))).isEqualTo(Money.of("30"));
	}

	@Test
	void whatIsAbsentIsNone() {
		isNotThere(() -> person(record()).day(word("deathDate")));
		isNotThere(() -> person(record()).day(word("household.dibao.to")));
	}

	@Test
	void anItemIsPicked() {
		LocalDate born = LocalDate.of(1932, 7, 2);
		FactRecord married = record("members", List.of(spouse("born", born)));
		assertThat(person(married).day(word("spouse.born"))).isEqualTo(born);
		assertThat(person(married).number(word("spouseAge"))).isEqualTo(80);
		assertThat(person(married).truth(word("widowed"))).isFalse();
		assertThat(missing(() -> person(record("members", List.of(spouse()))).number(word("spouseAge"))))
			.containsExactly("members[].born");
		FactRecord alone = record("members", List.of());
		isNotThere(() -> person(alone).day(word("spouse.born")));
		isNotThere(() -> person(alone).number(word("spouseAge")));
		assertThat(person(alone).truth(word("widowed"))).isTrue();
		assertThat(missing(() -> person(record()).day(word("spouse.born")))).containsExactly("members");
		FactRecord two = record("members", List.of(spouse(), spouse("id", "2")));
		assertThat(missing(() -> person(two).day(word("spouse.born")))).containsExactly("members");
	}

	@Test
	void theDefinitionOfTheFactDayCounts() {
		FactRecord two = record("members",
				List.of(member("relation", relation("CHILD")), member("relation", relation("CHILD"))));
		isNotThere(() -> new PersonFacts(WORDS, two, "", Period.of(YearMonth.of(2013, 12)), null).truth(word("later")));
		assertThat(new PersonFacts(WORDS, two, "", Period.of(YearMonth.of(2014, 1)), null).truth(word("later")))
			.isTrue();
		assertThat(new PersonFacts(WORDS, two, "", Period.of(YearMonth.of(2015, 1)), null).truth(word("later")))
			.isFalse();
		assertThat(person(two).truth(word("old"))).as("what is not there fails, its negation holds").isTrue();
	}

	@Test
	void aNumberBeyondEveryNumberIsAFaultAndNoAnswer() {
		FactRecord one = record("members", List.of(member("relation", relation("CHILD"))));
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> person(one).number(word("product")))
			.withMessageContaining("product");
		assertThat(beyond(() -> person(one).number(word("beyond")))).isTrue();
		assertThat(person(record("members", List.of())).number(word("product"))).isZero();
		assertThat(person(one).decimal(word("share"))).isEqualByComparingTo("1");
	}

	private static boolean beyond(Supplier<Object> asked) {
		try {
			asked.get();
			return false;
		}
		catch (ArithmeticException | NotThere none) {
			return true;
		}
	}

	@Test
	void severalCodesAndDecimalsAreRead() {
		Object cane = Code.of("Aid", "CANE");
		FactRecord record = record("aids", List.of(cane), "height", new BigDecimal("1.60"));
		assertThat(person(record).codes(word("aids"))).containsExactly(cane);
		assertThat(person(record).decimal(word("height"))).isEqualTo("1.60");
		assertThat(missing(() -> person(record()).codes(word("aids")))).containsExactly("aids");
	}

	@Test
	void anItemIsAskedForItsFields() {
		FactRecord item = spouse("born", LocalDate.of(1932, 7, 2), "aid", new BigDecimal("5.00"), "aidFrom",
				LocalDate.of(2013, 7, 2));
		Reads reads = new Reads();
		ItemFacts member = new ItemFacts(
				new PersonFacts(WORDS, record("members", List.of(item)), "379901", JULY, reads), item, "members");
		assertThat(member.day(field("born"))).isEqualTo("1932-07-02");
		assertThat(member.code(field("relation"))).isSameAs(relation("SPOUSE"));
		assertThat(missing(() -> member.money(field("monthlyIncome")))).containsExactly("members[].monthlyIncome");
		isNotThere(() -> member.money(field("aid")));
		isNotThere(() -> member.day(field("aidTo")));
		isNotThere(() -> member.code(field("school")));
		Map<String, @Nullable Object> noted = new HashMap<>();
		noted.put("born", LocalDate.of(1932, 7, 2));
		noted.put("relation", relation("SPOUSE"));
		noted.put("monthlyIncome", null);
		assertThat(reads.take()).isEqualTo(noted);
		FactRecord child = item.with("relation", relation("CHILD")).with("aidFrom", null);
		ItemFacts other = new ItemFacts(person(record()), child, "members");
		assertThat(other.money(field("aid"))).isEqualTo(Money.of("5"));
		assertThat(missing(() -> other.code(field("school")))).containsExactly("members[].school");
	}

	@Test
	void eachQuestionNotesWhatItRead() {
		Reads reads = new Reads();
		FactRecord spouse = spouse("born", LocalDate.of(1932, 7, 2));
		PersonFacts noted = new PersonFacts(WORDS, record("members", List.of(spouse)), "379901", JULY, reads);
		for (int again = 0; again < 2; again++) {
			assertThat(noted.number(word("spouseAge"))).isEqualTo(80);
			assertThat(reads.take().entrySet()).containsExactly(Map.entry("members", List.of(spouse)),
					Map.entry("spouse.born", LocalDate.of(1932, 7, 2)), Map.entry("spouseAge", 80));
			assertThat(noted.truth(word("old"))).isTrue();
			assertThat(reads.take().keySet()).containsExactly("alive", "ageOnLastDay", "old");
		}
	}

	@Test
	void anotherRevisionIsReadByItsPaths() {
		FactRecord spouse = spouse("born", LocalDate.of(1932, 7, 2));
		FactRecord newer = record("members", List.of(spouse), "careLevel", 3, "hukou.region", "379901003");
		PersonFacts older = new PersonFacts(SHIPPED, newer, "379901", JULY, null);
		assertThat(older.record()).isSameAs(newer);
		assertThat(older.number(word("careLevel"))).isEqualTo(3);
		assertThat(older.truth(Objects.requireNonNull(SHIPPED.word("hukouInJurisdiction")))).isTrue();
		FactRecord claim = told(Objects.requireNonNull(TestFacts.DICTIONARY.shape().items("claims")).record(), "id",
				"1", "totalCost", new BigDecimal("9.00"));
		FactRecord old = told(TestFacts.DICTIONARY.shape().record(), "birthDate", LocalDate.of(1930, 1, 1), "careLevel",
				2, "claims", List.of(claim));
		PersonFacts person = person(old);
		assertThat(person.number(Objects.requireNonNull(SHIPPED.word("careLevel")))).isEqualTo(2);
		assertThat(missing(() -> person.codes(word("aids")))).containsExactly("aids");
		assertThat(new ItemFacts(person, claim, "claims")
			.money(Objects.requireNonNull(SHIPPED.field("claims", "totalCost")))).isEqualTo(Money.of("9"));
	}

	@Test
	void aTowerOfDerivedFactsIsWorkedOutOnceForEachQuestion() {
		StringBuilder text = new StringBuilder("""
				name: {zh: 塔, en: Tower}
				facts:
				  n0: {type: boolean, zh: 底, en: Floor}
				derived:
				""");
		for (int i = 1; i <= 30; i++) {
			text.append(("  n%d: {is: \"n%d == n%d and (n%d or not n%d)\", zh: 层%d, en: Storey %d}%n").formatted(i,
					i - 1, i - 1, i - 1, i - 1, i, i));
		}
		Dictionary dictionary = dictionary(text.toString());
		Word top = Objects.requireNonNull(FactWords.of(dictionary).word("n30"));
		FactRecord known = told(dictionary.shape().record(), "birthDate", LocalDate.of(1930, 1, 1), "n0", true);
		for (FactRecord record : List.of(known, known.with("n0", null))) {
			for (Reads reads : new Reads[] { null, new Reads() }) {
				PersonFacts person = new PersonFacts(top.words(), record, "", JULY, reads);
				assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
					if (record == known) {
						assertThat(person.truth(top)).isTrue();
					}
					else {
						assertThat(missing(() -> person.truth(top))).containsExactly("n0");
					}
				});
			}
		}
	}

	@Test
	void theDeepestExpressionsThatAreTakenAreWorkedOutOnASmallStack() throws InterruptedException {
		StringBuilder text = new StringBuilder("""
				name: {zh: 井, en: Well}
				facts:
				  n0: {type: integer, zh: 底, en: Floor}
				derived:
				""");
		String brackets = "n%d" + " + 1".repeat(10);
		for (int i = 1; i < 18; i++) {
			brackets = "1 + min(" + brackets + ", 999999999)";
		}
		for (int i = 30; i >= 1; i--) {
			text.append("  n%d: {is: \"%s\", zh: 层%d, en: Storey %d}%n".formatted(i, brackets.formatted(i - 1), i, i));
		}
		List<Object> answers = new ArrayList<>();
		Thread small = new Thread(null, () -> {
			try {
				Dictionary dictionary = dictionary(text.toString());
				FactWords words = FactWords.of(dictionary);
				FactRecord record = told(dictionary.shape().record(), "birthDate", LocalDate.of(1930, 1, 1), "n0", 1);
				answers.add(new PersonFacts(words, record, "", JULY, null)
					.number(Objects.requireNonNull(words.word("n30"))));
			}
			catch (StackOverflowError tooDeep) {
				answers.add("too deep");
			}
		}, "small", 512 << 10);
		small.start();
		small.join();
		assertThat(answers).containsExactly(30 * 27 + 1);
	}

	@Test
	void oneDictionaryServesManyThreads() {
		List<FactRecord> people = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			people.add(record("members", List.of(spouse("born", LocalDate.of(1932, 1, 1).plusDays(i))), "careLevel",
					i % 4));
		}
		assertThat(IntStream.range(0, 500)
			.parallel()
			.mapToObj((i) -> person(people.get(i)).day(word("spouse.born")))
			.toList()).containsExactlyElementsOf(
					IntStream.range(0, 500).mapToObj((i) -> LocalDate.of(1932, 1, 1).plusDays(i)).toList());
	}

}
