package org.huiling.facts.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.huiling.Samples;
import org.huiling.facts.CalculationFault;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.FactValues;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words of dictionaries drawn at random come to what the interpreter of expressions comes
 * to, of people of whom much is unknown or not there.
 */
class WordsSayWhatExpressionsSayTests {

	private static final String PREFIX = "3799";

	private static final LocalDate DAY = LocalDate.of(2013, 7, 1);

	private static final int DERIVED = 24;

	private static final int PEOPLE = 20;

	private static final Map<Kind, List<Object>> DOMAINS = new EnumMap<>(
			Map.of(Kind.TRUTH, List.of(true, false), Kind.WHOLE, List.of(0, 1, 2, Integer.MAX_VALUE), Kind.MONEY,
					List.of(BigDecimal.ZERO, new BigDecimal("1.50"), new BigDecimal("3")), Kind.DATE,
					List.of(DAY.minusMonths(2), DAY, DAY.plusDays(1), DAY.plusDays(14), LocalDate.of(1950, 1, 1)),
					Kind.REGION, List.of("379901", "379901003", "370000", "110101"), Kind.DECIMAL,
					List.of(new BigDecimal("0.5"), new BigDecimal("1.500"), new BigDecimal("2"))));

	private static final List<Period> PERIODS = List.of(Period.of(YearMonth.of(2013, 6)),
			Period.of(YearMonth.of(2013, 7)), Period.of(java.time.Year.of(2012)), Period.of(java.time.Year.of(2011)),
			Period.of(DAY.plusDays(3)));

	private static final Object NOT_THERE = "not there";

	/**
	 * More than rules hold, or divided by zero: a fault of the rule that asks, whether it
	 * wants to hear the value or that there is none.
	 */
	private static final Object FAULT = "cannot be worked out";

	/** Unknown for some fields. */
	private record Missing(Set<String> fields) {
	}

	private final Random random = new Random(Samples.seed() * 31 + 71);

	private int compared;

	private final Set<String> unlike = new HashSet<>();

	@Test
	void ofPeopleOfWhomMuchIsUnknown() {
		RandomDeclarations declarations = new RandomDeclarations(this.random);
		for (int i = 0; i < Samples.of(250, 25); i++) {
			Dictionary dictionary = declarations.next(DERIVED);
			FactWords words = FactWords.of(dictionary);
			for (int person = 0; person < PEOPLE; person++) {
				compare(dictionary, words, record(dictionary));
			}
		}
		assertThat(this.compared).isGreaterThan(Samples.of(100_000, 10_000));
		assertThat(this.unlike).contains("true", "false", "not there", "cannot be worked out", "unknown", "0", "1.50")
			.hasSizeGreaterThan(50);
	}

	private void compare(Dictionary dictionary, FactWords words, FactRecord record) {
		Period period = PERIODS.get(this.random.nextInt(PERIODS.size()));
		LocalDate factDay = List
			.of(period.firstDay(), period.firstDay(), period.lastDay(), DAY, DAY.minusMonths(7), DAY.plusDays(1))
			.get(this.random.nextInt(6));
		ByExpression oracle = new ByExpression(dictionary, record, PREFIX, period, factDay);
		PersonFacts plain = new PersonFacts(words, record, PREFIX, period, factDay, null, null);
		Reads reads = new Reads();
		PersonFacts noted = new PersonFacts(words, record, PREFIX, period, factDay, reads, null);
		for (String path : paths(dictionary)) {
			Word word = words.word(path);
			if (word == null) {
				assertThat(dictionary.vocabulary().fact(path)).as(path)
					.matches((type) -> type != null && (type.kind() == Kind.ITEM || type.kind() == Kind.TEXT));
				continue;
			}
			Object expected = expected(word, () -> oracle.value(path));
			String shown = path + " " + is(dictionary, path, period) + " of " + shown(record) + " " + period + " "
					+ factDay;
			assertThat(outcome(() -> asked(plain, word))).as(shown).isEqualTo(expected);
			assertThat(outcome(() -> asked(noted, word))).as(shown).isEqualTo(expected);
			if (!FAULT.equals(expected)) {
				look(reads.take(), word, expected, plain);
			}
			reads.take();
			this.compared++;
			this.unlike.add((expected instanceof Missing) ? "unknown" : expected.toString());
		}
		items(words, oracle, record, plain);
	}

	private void items(FactWords words, ByExpression oracle, FactRecord record, PersonFacts person) {
		List<FactRecord> items = record.items("l");
		for (int i = 0; items != null && i < items.size(); i++) {
			FactValues expected = oracle.each("l").get(i);
			ItemFacts item = new ItemFacts(person, items.get(i), "l");
			for (String name : List.of("kk", "f", "t", "n", "i", "s", "p")) {
				Word word = Objects.requireNonNull(words.field("l", name));
				assertThat(outcome(() -> asked(item, word))).as(name + " of " + shown(items.get(i)))
					.isEqualTo(expected(word, () -> expected.value(name)));
				this.compared++;
			}
		}
	}

	/** What is noted is what the word of that name comes to; the word itself is last. */
	private static void look(Map<String, @Nullable Object> notes, Word asked, Object expected, PersonFacts person) {
		notes.forEach((name, value) -> {
			Word word = person.words().word(name);
			if (word != null) {
				Object answer = outcome(() -> asked(person, word));
				Object shown = (value instanceof Collection<?> codes) ? Set.copyOf(codes) : value;
				if (answer instanceof Missing missing) {
					assertThat(value).as(name + " is unknown for " + missing).isNull();
				}
				else if (value instanceof Long) {
					assertThat(answer).isEqualTo(FAULT);
				}
				else {
					assertThat(answer).as(name).isEqualTo(shown);
				}
			}
		});
		boolean none = NOT_THERE.equals(expected) && !(notes.get(asked.path()) instanceof Long);
		List<String> names = List.copyOf(notes.keySet());
		assertThat(none ? !names.contains(asked.path()) : names.get(names.size() - 1).equals(asked.path()))
			.as(asked.path() + " among " + names)
			.isTrue();
	}

	/** In any order: what is kept of one word may serve another. */
	private List<String> paths(Dictionary dictionary) {
		List<String> paths = new ArrayList<>(dictionary.facts().stream().map(Fact::path).toList());
		for (Derived derived : dictionary.derived()) {
			if (!derived.isCore()) {
				paths.add(derived.path());
			}
			if (derived.type().kind() == Kind.ITEM) {
				paths.add(derived.path() + ".n");
				paths.add(derived.path() + ".i");
				paths.add(derived.path() + ".s");
			}
		}
		Collections.shuffle(paths, this.random);
		return paths;
	}

	private static Object expected(Word word, Supplier<Answer> asked) {
		Answer answer;
		try {
			answer = asked.get();
		}
		catch (CalculationFault fault) {
			return FAULT;
		}
		return expected(word, answer);
	}

	private static Object expected(Word word, Answer answer) {
		if (answer instanceof Answer.Unknown unknown) {
			return new Missing(new TreeSet<>(unknown.missing()));
		}
		if (!(answer instanceof Answer.Known known)) {
			return NOT_THERE;
		}
		String type = String.valueOf(word.type().of());
		return switch (word.type().kind()) {
			case WHOLE -> {
				long number = (Long) known.value();
				yield ((int) number == number) ? (Object) (int) number : FAULT;
			}
			case CODE -> Code.of(type, (String) known.value());
			case CODES -> {
				Set<Object> codes = new HashSet<>();
				((Set<?>) known.value()).forEach((code) -> codes.add(Code.of(type, (String) code)));
				yield codes;
			}
			default -> known.value();
		};
	}

	private static Object outcome(Supplier<Object> asked) {
		try {
			return asked.get();
		}
		catch (UnknownFact unknown) {
			return new Missing(new TreeSet<>(unknown.fields()));
		}
		catch (NotThere notThere) {
			return NOT_THERE;
		}
		catch (CalculationFault fault) {
			return FAULT;
		}
	}

	private static Object asked(Asked asked, Word word) {
		return switch (word.type().kind()) {
			case TRUTH -> asked.truth(word);
			case WHOLE -> asked.number(word);
			case DECIMAL -> asked.decimal(word);
			case MONEY -> asked.money(word);
			case DATE -> asked.day(word);
			case REGION -> asked.region(word);
			case CODE -> asked.code(word);
			case CODES -> asked.codes(word);
			default -> throw new IllegalArgumentException(word.path());
		};
	}

	private FactRecord record(Dictionary dictionary) {
		FactRecord.Builder record = dictionary.shape().record();
		record.put("birthDate", LocalDate.of(1953, 1, 1).plusDays(this.random.nextInt(250)));
		for (Fact fact : dictionary.facts()) {
			if (fact.isReadable() && !fact.path().equals("birthDate") && this.random.nextInt(3) > 0) {
				record.put(fact.path(), drawn(fact, dictionary));
			}
		}
		if (this.random.nextInt(4) > 0) {
			FactList list = Objects.requireNonNull(dictionary.list("l"));
			RecordShape shape = Objects.requireNonNull(dictionary.shape().items("l"));
			List<FactRecord> items = new ArrayList<>();
			for (int i = this.random.nextInt(4); i > 0; i--) {
				FactRecord.Builder item = shape.record();
				for (Fact field : list.fields()) {
					if (this.random.nextInt(4) > 0) {
						item.put(field.name(), drawn(field, dictionary));
					}
				}
				items.add(item.build());
			}
			record.put("l", items);
		}
		return record.build();
	}

	private Object drawn(Fact fact, Dictionary dictionary) {
		String list = fact.list();
		Kind kind = Objects
			.requireNonNull((list != null) ? dictionary.vocabulary().field(list, fact.name())
					: dictionary.vocabulary().fact(fact.path()))
			.kind();
		if (fact.codes() == null) {
			List<Object> values = Objects.requireNonNull(DOMAINS.get(kind));
			return values.get(this.random.nextInt(values.size()));
		}
		List<String> names = fact.codes().names();
		List<Object> codes = new ArrayList<>(names.stream().map((name) -> Code.of(fact.codes().name(), name)).toList());
		Collections.shuffle(codes, this.random);
		return (kind == Kind.CODES) ? codes.subList(0, this.random.nextInt(codes.size())) : codes.get(0);
	}

	private static String is(Dictionary dictionary, String path, Period period) {
		Derived derived = dictionary.derived(path);
		return (derived != null) ? String.valueOf(derived.on(period.firstDay())) : "";
	}

	private static String shown(FactRecord record) {
		StringBuilder shown = new StringBuilder();
		record.shape().all().forEach((slot) -> {
			Object value = record.at(slot.index());
			if (value instanceof List<?> items && !items.isEmpty() && items.get(0) instanceof FactRecord) {
				value = items.stream().map((item) -> shown((FactRecord) item)).toList();
			}
			shown.append((value != null) ? slot.path() + "=" + value + " " : "");
		});
		return shown.toString();
	}

}
