package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;
import org.huiling.facts.StatusKind;

/** A fact of a grid of people: all its values, and how a record says it. */
enum GridFact {

	AGE("ageOnLastDay", ints(0, 129), (record, month) -> years(record.birthDate(), month)),
	SIZE("household.size", ints(1, 30), (record, month) -> record.household().size()),
	MONTHS("residence.fullMonths", ints(0, 100),
			(record, month) -> (int) Math.max(0,
					ChronoUnit.MONTHS.between(record.residence().since(), month.atDay(1)))),
	CARE("careLevel", ints(0, 3), (record, month) -> record.careLevel()),
	INCOME("household.perCapitaIncome", amounts(), (record,
			month) -> record.household().monthlyIncome().divide(BigDecimal.valueOf(record.household().size()))),
	PENSION("pension.monthlyAmount", amounts(), (record, month) -> record.pension().monthlyAmount()),
	HUKOU("hukou.type", codes(HukouType.class), (record, month) -> record.hukou().type()),
	DIBAO("household.dibao.type", codes(DibaoType.class), (record, month) -> record.household().dibao().type()),
	SCHEME("insurance.scheme", codes(Scheme.class), (record, month) -> record.insurance().scheme()),
	TEKUN("tekun", List.of(true, false),
			(record, month) -> record.statuses().stream().anyMatch((status) -> status.kind() == StatusKind.TEKUN)),
	LOW_INCOME("lowIncome", List.of(true, false),
			(record, month) -> record.statuses().stream().anyMatch((status) -> status.kind() == StatusKind.LOW_INCOME));

	private final String path;

	private final List<Object> values;

	private final BiFunction<ApplicantRecord, YearMonth, Object> read;

	GridFact(String path, List<Object> values, BiFunction<ApplicantRecord, YearMonth, Object> read) {
		this.path = path;
		this.values = values;
		this.read = read;
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

	private static List<Object> codes(Class<? extends Enum<?>> type) {
		return Arrays.asList((Object[]) type.getEnumConstants());
	}

	private static int years(LocalDate birth, YearMonth month) {
		return java.time.Period.between(birth, month.atEndOfMonth()).getYears();
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

	Object of(ApplicantRecord record, YearMonth month) {
		return Objects.requireNonNull(this.read.apply(record, month));
	}

}
