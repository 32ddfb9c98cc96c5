package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * A recorded fact of the small world, with every value that conditions could tell apart
 * there. Those that another hangs on stand before it.
 */
enum WorldFact {

	MONTH("", false, (world) -> months()), BIRTH("birthDate", true, WorldFact::births),
	ALIVE("deathDate", false, (world) -> List.of(true, false)), SEX("sex", codes("Sex", "FEMALE", "MALE")),
	HUKOU_REGION("hukou.region", false, (world) -> regions()),
	HUKOU_TYPE("hukou.type", codes("HukouType", "URBAN", "RURAL")), HUKOU_SINCE("hukou.since", true, WorldFact::days),
	RESIDENCE_SINCE("residence.since", true, WorldFact::days),
	DIBAO("household.dibao.type", codes("DibaoType", "URBAN", "RURAL", "NONE")),
	DIBAO_SINCE("household.dibao.since", true, WorldFact::starts, DIBAO),
	DIBAO_TO("household.dibao.to", true, (world) -> ends(world, world.day(DIBAO_SINCE)), DIBAO_SINCE),
	DIBAO_AMOUNT("household.dibao.monthlyAmount", true, (world) -> amounts(), DIBAO),
	TEKUN("statuses", false, (world) -> List.of(true, false)),
	LOW_INCOME("statuses", false, (world) -> List.of(true, false)),
	SIZE("household.size", true, (world) -> List.of(1, 2, 3, 4, 999)),
	INCOME("household.monthlyIncome", true, WorldFact::shared, SIZE),
	PENSION("pension.monthlyAmount", true, (world) -> amounts()),
	CATEGORY("disability.category", codes("DisabilityCategory", "VISUAL", "HEARING", "MENTAL")),
	GRADE("disability.grade", true, (world) -> numbers((world.get(CATEGORY) != null) ? 1 : 0, 4).apply(world)),
	CARE("careLevel", true, numbers(0, 3)),
	SCHEME("insurance.scheme", codes("Scheme", "NCMS", "URBAN_RESIDENT", "RESIDENT", "EMPLOYEE", "NONE")),
	INSURED("insurance.year", false, (world) -> insured(world.month().getYear())),
	BO("bo", false, (world) -> List.of(true, false)), OTH("oth", false, (world) -> List.of(true, false)),
	EXTRA("extra", false, (world) -> world.is(BO) ? List.of(true, false) : none(), BO),
	RANK("rank", true, numbers(0, 9), OTH),
	SCORE("score", true, (world) -> List.of(0, 1, 2, 3, 4, 99, 100, 101, 199, 200, 201, 499, 500)),
	CHANGE("change", true, (world) -> List.of(-1_000_000, -1, 0, 1, 2, 3, 4, 99, 100, 101, 1_000_000)),
	PACES("paces", true, (world) -> world.is(BO) ? List.of(1, 2, 3, 4, 59, 60) : none(), BO),
	FEE("fee", true, WorldFact::shared), BALANCE("balance", true, (world) -> balances()),
	RENT("rent", true, WorldFact::rents, OTH), BOUNDED("bounded", true, (world) -> bounded()),
	MARK("mark", codes("Mark", "AA", "BB", "CC")), AIDS("aids", false, (world) -> sets("Aid", "CANE", "CHAIR", "LENS")),
	JOINED("joined", true, WorldFact::days),
	LEAVING("leaving", true, (world) -> ends(world, world.day(JOINED)), JOINED),
	LATEST("latest", true, WorldFact::latest), PLACE("place", false, (world) -> regions()),
	STIPEND("stipend.kind", codes("Stipend", "FULL", "HALF", "NONE")),
	STIPEND_FROM("stipend.from", true, WorldFact::starts, STIPEND),
	STIPEND_TO("stipend.to", true, (world) -> ends(world, world.day(STIPEND_FROM)), STIPEND_FROM),
	JOBS("jobs", false, WorldFact::jobs), MEMBERS("members", false, (world) -> WorldMember.households());

	/** What conditions compare amounts with. */
	static final List<BigDecimal> AMOUNTS = List.of(new BigDecimal("100.00"), new BigDecimal("500.00"));

	static final LocalDate LATE = LocalDate.of(2020, 1, 1);

	private static final BigDecimal FEN = new BigDecimal("0.01");

	private final String path;

	private final boolean line;

	private final Function<World, List<?>> values;

	private final List<WorldFact> needs;

	WorldFact(String path, Function<World, List<?>> codes) {
		this(path, false, codes);
	}

	WorldFact(String path, boolean line, Function<World, List<?>> values, WorldFact... needs) {
		this.path = path;
		this.line = line;
		this.values = values;
		this.needs = List.of(needs);
	}

	/** An item of the list of jobs. */
	record Job(String kind, BigDecimal pay, LocalDate from, @Nullable LocalDate to) {
	}

	/** Without which its values cannot be told. */
	List<WorldFact> needs() {
		return this.needs;
	}

	/** Whether its values lie on a line, so that bands can leave a gap. */
	boolean isLine() {
		return this.line;
	}

	/** What it can be; null where it is not there. */
	List<?> values(World world) {
		if (applies(world)) {
			return this.values.apply(world);
		}
		return none();
	}

	private boolean applies(World world) {
		return switch (this) {
			case DIBAO_SINCE, DIBAO_AMOUNT, DIBAO_TO -> !isCode(world.get(DIBAO), "NONE");
			case STIPEND_FROM, STIPEND_TO -> !isCode(world.get(STIPEND), "NONE");
			case RENT -> world.is(OTH);
			default -> true;
		};
	}

	static boolean isCode(@Nullable Object value, String name) {
		return value instanceof Code code && code.name().equals(name);
	}

	/** Whether somebody with this value and those before it can be recorded. */
	boolean allows(World world) {
		LocalDate birth = world.day(BIRTH);
		return switch (this) {
			case ALIVE -> world.is(ALIVE) || birth == null || birth.isBefore(world.firstDay());
			case HUKOU_SINCE, RESIDENCE_SINCE, JOINED ->
				birth == null || !Objects.requireNonNull(world.day(this)).isBefore(birth);
			case RANK -> !world.is(OTH) || (Integer) Objects.requireNonNull(world.get(RANK)) <= 7;
			default -> true;
		};
	}

	void write(World world, @Nullable Object value, RecordShape shape, FactRecord.Builder record) {
		switch (this) {
			case MONTH -> {
			}
			case ALIVE -> record.put("deathDate", world.is(ALIVE) ? null : world.firstDay().minusDays(1));
			case TEKUN,
					LOW_INCOME ->
				record.put("statuses",
						Stream.of(TEKUN, LOW_INCOME)
							.filter(world::is)
							.map((one) -> shape.items("statuses")
								.record()
								.put("kind", Code.of("StatusKind", one.name()))
								.put("from", LocalDate.of(2000, 1, 1))
								.build())
							.toList());
			case JOBS -> record.put("jobs", jobs(shape, (List<?>) value));
			case MEMBERS -> record.put("members", WorldMember.records(shape, (List<?>) value));
			default -> record.put(this.path, value);
		}
	}

	private static List<FactRecord> jobs(RecordShape shape, List<?> jobs) {
		List<FactRecord> items = new ArrayList<>();
		for (Object one : jobs) {
			Job job = (Job) one;
			items.add(shape.items("jobs")
				.record()
				.put("id", "j" + items.size())
				.put("kind", Code.of("Job", job.kind()))
				.put("pay", job.pay())
				.put("from", job.from())
				.put("to", job.to())
				.build());
		}
		return items;
	}

	// values

	static List<Object> none() {
		return Arrays.asList((Object) null);
	}

	private static Function<World, List<?>> codes(String type, String... names) {
		return (world) -> Arrays.stream(names).map((name) -> Code.of(type, name)).toList();
	}

	private static Function<World, List<?>> numbers(int least, int most) {
		return (world) -> IntStream.rangeClosed(least, most).boxed().toList();
	}

	/** The first one, and one after the first day with which days are compared. */
	private static List<YearMonth> months() {
		return List.of(World.START, World.START.plusMonths(1), YearMonth.of(2019, 6), YearMonth.of(2019, 7),
				YearMonth.of(2019, 12), YearMonth.of(2020, 1), YearMonth.of(2020, 2), YearMonth.of(2030, 1));
	}

	private static List<String> regions() {
		return List.of("379901", "110101");
	}

	private static List<Object> sets(String type, String... names) {
		List<Object> sets = new ArrayList<>();
		for (int bits = 0; bits < 1 << names.length; bits++) {
			int chosen = bits;
			sets.add(IntStream.range(0, names.length)
				.filter((i) -> (chosen & 1 << i) != 0)
				.mapToObj((i) -> Code.of(type, names[i]))
				.toList());
		}
		return sets;
	}

	private static List<Integer> insured(int year) {
		return new ArrayList<>(new TreeSet<>(List.of(year - 1, year, year + 1, 2018, 2019, 2020)));
	}

	private static List<LocalDate> around(LocalDate... days) {
		TreeSet<LocalDate> all = new TreeSet<>();
		for (LocalDate day : days) {
			all.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
		}
		return List.copyOf(all);
	}

	private static List<LocalDate> births(World world) {
		LocalDate first = world.firstDay();
		LocalDate last = world.lastDay();
		List<LocalDate> births = new ArrayList<>(around(first.minusYears(60), last.minusYears(60), first.minusYears(80),
				last.minusYears(80), LocalDate.of(1950, 1, 1), first.minusYears(5)));
		births.addAll(List.of(first.minusYears(125), first));
		return List.copyOf(new TreeSet<>(births));
	}

	private static List<LocalDate> days(World world) {
		LocalDate first = world.firstDay();
		return around(first, LATE, first.minusYears(5), first.minusMonths(6), world.lastDay().minusMonths(6),
				first.minusDays(30), LocalDate.of(1990, 1, 1));
	}

	private static List<LocalDate> starts(World world) {
		return around(world.firstDay(), LocalDate.of(1990, 1, 1), LATE);
	}

	/** Not before the start; null for none. */
	private static List<@Nullable LocalDate> ends(World world, @Nullable LocalDate start) {
		List<@Nullable LocalDate> ends = new ArrayList<>();
		ends.add(null);
		around(world.firstDay(), LATE).stream()
			.filter((day) -> start == null || !day.isBefore(start))
			.forEach(ends::add);
		return ends;
	}

	private static List<LocalDate> latest(World world) {
		LocalDate most = LocalDate.of(2016, 12, 31);
		TreeSet<LocalDate> all = new TreeSet<>(days(world));
		all.addAll(List.of(most, most.minusDays(1)));
		all.removeIf((day) -> day.isAfter(most));
		return List.copyOf(all);
	}

	private static List<BigDecimal> amounts() {
		return amounts(1);
	}

	/** On both sides of what each of some heads has. */
	private static List<BigDecimal> amounts(int heads) {
		TreeSet<BigDecimal> amounts = new TreeSet<>(List.of(new BigDecimal("0.00"), new BigDecimal("1000000.00"), FEN));
		for (BigDecimal line : AMOUNTS) {
			BigDecimal all = line.multiply(BigDecimal.valueOf(heads));
			amounts.addAll(List.of(line.subtract(FEN), line, line.add(FEN), all.subtract(FEN), all, all.add(FEN)));
		}
		return List.copyOf(amounts);
	}

	private static List<BigDecimal> shared(World world) {
		return (world.get(SIZE) instanceof Integer heads) ? amounts(heads) : amounts();
	}

	private static List<BigDecimal> balances() {
		List<BigDecimal> all = new ArrayList<>(List.of(new BigDecimal("-1000.00"), new BigDecimal("-0.01")));
		all.addAll(amounts());
		return all;
	}

	private static List<BigDecimal> bounded() {
		TreeSet<BigDecimal> all = new TreeSet<>(amounts());
		all.addAll(List.of(new BigDecimal("10.00"), new BigDecimal("600.00")));
		all.removeIf((one) -> one.compareTo(BigDecimal.TEN) < 0 || one.compareTo(new BigDecimal("600")) > 0);
		return List.copyOf(all);
	}

	/** What makes the fee up to a line as well. */
	private static List<BigDecimal> rents(World world) {
		TreeSet<BigDecimal> all = new TreeSet<>(amounts());
		if (world.get(FEE) instanceof BigDecimal fee) {
			AMOUNTS.stream()
				.map((line) -> line.subtract(fee))
				.forEach((rest) -> all.addAll(List.of(rest.subtract(FEN), rest, rest.add(FEN))));
		}
		all.removeIf((one) -> one.signum() < 0);
		return List.copyOf(all);
	}

	private static List<List<Job>> jobs(World world) {
		LocalDate first = world.firstDay();
		List<List<Job>> all = new ArrayList<>(List.of(List.of()));
		for (String kind : List.of("FARM", "SHOP")) {
			for (BigDecimal pay : amounts()) {
				all.add(List.of(job(kind, pay, first.minusYears(3), null)));
			}
			for (BigDecimal line : AMOUNTS) {
				BigDecimal half = line.divide(BigDecimal.valueOf(2));
				for (BigDecimal more : List.of(FEN.negate(), new BigDecimal("0.00"), FEN)) {
					all.add(List.of(job(kind, half.add(more), first.minusYears(3), null),
							job("SHOP", half, first.minusYears(3), null)));
				}
			}
			all.add(List.of(job(kind, BigDecimal.ONE, first.plusDays(1), null)));
			all.add(List.of(job(kind, BigDecimal.ONE, first, first)));
			all.add(List.of(job(kind, BigDecimal.ONE, first.minusYears(3), first.minusDays(1))));
			all.add(Collections.nCopies(2, job(kind, AMOUNTS.get(0).add(FEN), first.minusYears(3), null)));
			all.add(Collections.nCopies(2, job(kind, AMOUNTS.get(1).add(FEN), first.minusYears(3), null)));
			all.add(Collections.nCopies(3, job(kind, BigDecimal.ONE, first.minusYears(3), first.minusDays(1))));
			all.add(Collections.nCopies(2, job(kind, BigDecimal.ONE, first.minusYears(3), first.minusDays(1))));
			all.add(Collections.nCopies(3, job(kind, AMOUNTS.get(0).add(FEN), first.minusYears(3), null)));
			all.add(Collections.nCopies(10, job(kind, AMOUNTS.get(0), first.minusYears(3), null)));
			all.add(List.of(job(kind, BigDecimal.ZERO, first, null), job("FARM", BigDecimal.ONE, first, null),
					job("FARM", BigDecimal.ONE, first, null)));
			all.add(List.of(job(kind, BigDecimal.ZERO, first, null), job(kind, BigDecimal.ONE, first, null),
					job(kind, BigDecimal.ONE, first, null), job(kind, BigDecimal.ONE, first, null)));
		}
		return all;
	}

	private static Job job(String kind, BigDecimal pay, LocalDate from, @Nullable LocalDate to) {
		return new Job(kind, pay, from, to);
	}

}
