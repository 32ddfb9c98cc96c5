package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.huiling.TestFacts;
import org.huiling.facts.Code;

/** A fact of a grid of people, and all its values. */
enum GridFact {

	AGE("ageOnLastDay", ints(0, 130)), SIZE("household.size", ints(1, 30)),
	MONTHS("residence.fullMonths", ints(0, 100)), CARE("careLevel", ints(0, 3)),
	INCOME("household.perCapitaIncome", amounts()), PENSION("pension.monthlyAmount", amounts()),
	HUKOU("hukou.type", codes("HukouType")), DIBAO("household.dibao.type", codes("DibaoType")),
	SCHEME("insurance.scheme", codes("Scheme")), TEKUN("tekun", List.of(true, false)),
	LOW_INCOME("lowIncome", List.of(true, false));

	private final String path;

	private final List<Object> values;

	GridFact(String path, List<Object> values) {
		this.path = path;
		this.values = values;
	}

	private static List<Object> ints(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj((number) -> (Object) number).toList();
	}

	/** What is compared lies on whole multiples of 25 yuan. */
	private static List<Object> amounts() {
		List<Object> amounts = new ArrayList<>(List.of(new BigDecimal("0.00"), new BigDecimal("0.01")));
		for (int yuan = 25; yuan <= 9_000; yuan += 25) {
			for (String fen : List.of("-0.01", "0.00", "0.01")) {
				amounts.add(BigDecimal.valueOf(yuan).add(new BigDecimal(fen)));
			}
		}
		return List.copyOf(amounts);
	}

	private static List<Object> codes(String type) {
		return Objects.requireNonNull(TestFacts.VOCABULARY.codes(type))
			.stream()
			.<Object>map((name) -> Code.of(type, name))
			.toList();
	}

	String path() {
		return this.path;
	}

	List<Object> all() {
		return this.values;
	}

	boolean isWhole() {
		return this.values.get(0) instanceof Integer;
	}

	boolean isAmount() {
		return this.values.get(0) instanceof BigDecimal;
	}

	/** Whether its values lie on a line. */
	boolean isLine() {
		return isWhole() || isAmount();
	}

}
