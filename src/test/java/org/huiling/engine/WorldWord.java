package org.huiling.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.huiling.engine.WorldFact.Job;
import org.huiling.facts.Code;
import org.jspecify.annotations.Nullable;

import static org.huiling.engine.WorldFact.ALIVE;
import static org.huiling.engine.WorldFact.BIRTH;
import static org.huiling.engine.WorldFact.BO;
import static org.huiling.engine.WorldFact.DIBAO;
import static org.huiling.engine.WorldFact.DIBAO_SINCE;
import static org.huiling.engine.WorldFact.DIBAO_TO;
import static org.huiling.engine.WorldFact.FEE;
import static org.huiling.engine.WorldFact.HUKOU_REGION;
import static org.huiling.engine.WorldFact.HUKOU_SINCE;
import static org.huiling.engine.WorldFact.INCOME;
import static org.huiling.engine.WorldFact.JOBS;
import static org.huiling.engine.WorldFact.JOINED;
import static org.huiling.engine.WorldFact.LEAVING;
import static org.huiling.engine.WorldFact.MONTH;
import static org.huiling.engine.WorldFact.OTH;
import static org.huiling.engine.WorldFact.PLACE;
import static org.huiling.engine.WorldFact.RANK;
import static org.huiling.engine.WorldFact.RENT;
import static org.huiling.engine.WorldFact.RESIDENCE_SINCE;
import static org.huiling.engine.WorldFact.SCORE;
import static org.huiling.engine.WorldFact.SIZE;
import static org.huiling.engine.WorldFact.STIPEND;
import static org.huiling.engine.WorldFact.STIPEND_FROM;
import static org.huiling.engine.WorldFact.STIPEND_TO;
import static org.huiling.engine.WorldFact.TEKUN;

/**
 * A word that rules of the small world read, and what it means there, worked out apart
 * from the engine: null where it is not there.
 */
enum WorldWord {

	AGE("ageOnLastDay", "sixty eighty", (w) -> age(w, w.lastDay()), BIRTH),
	AGE_BEFORE("ageBeforePeriod", "sixty eighty", (w) -> age(w, w.firstDay().minusDays(1)), BIRTH),
	BORN("birthDate", "born", (w) -> w.day(BIRTH), BIRTH), LIVES("alive", "", (w) -> w.is(ALIVE), ALIVE),
	SEX("sex", "Sex.FEMALE Sex.MALE", WorldFact.SEX),
	IN_HUKOU("hukouInJurisdiction", "", (w) -> inside(w, HUKOU_REGION) && begun(w, HUKOU_SINCE), HUKOU_REGION,
			HUKOU_SINCE),
	HUKOU_KIND("hukou.type", "HukouType.URBAN HukouType.RURAL", WorldFact.HUKOU_TYPE),
	HUKOU_DAY("hukou.since", "late", HUKOU_SINCE),
	HUKOU_HELD("hukou.heldOnFirstDay", "", (w) -> begun(w, HUKOU_SINCE), HUKOU_SINCE),
	LIVED("residence.fullMonths", "six", (w) -> months(w.day(RESIDENCE_SINCE), w.firstDay()), RESIDENCE_SINCE),
	DIBAO_KIND("household.dibao.type", "DibaoType.URBAN DibaoType.RURAL DibaoType.NONE", WorldWord::dibao, DIBAO,
			DIBAO_SINCE, DIBAO_TO),
	ON_DIBAO("onDibao", "", (w) -> !WorldFact.isCode(dibao(w), "NONE"), DIBAO, DIBAO_SINCE, DIBAO_TO),
	DIBAO_HELD("household.dibao.heldOnFirstDay", "", (w) -> w.get(DIBAO_SINCE) != null && begun(w, DIBAO_SINCE),
			DIBAO_SINCE),
	DIBAO_DAY("household.dibao.since", "late", DIBAO_SINCE),
	DIBAO_YUAN("household.dibao.monthlyAmount", "yuan100 yuan500", WorldFact.DIBAO_AMOUNT),
	IS_TEKUN("tekun", "", TEKUN), IS_LOW("lowIncome", "", WorldFact.LOW_INCOME),
	POOR("poor", "", (w) -> w.is(TEKUN) || !WorldFact.isCode(dibao(w), "NONE"), TEKUN, DIBAO, DIBAO_SINCE, DIBAO_TO),
	HEADS("household.size", "two three", SIZE), EARNS("household.monthlyIncome", "yuan100 yuan500", INCOME),
	EACH("household.perCapitaIncome", "yuan100 yuan500", (w) -> a(w, INCOME).divide(heads(w), MathContext.DECIMAL128),
			INCOME, SIZE),
	PENSION("pension.monthlyAmount", "yuan100 yuan500", WorldFact.PENSION),
	RETIRED("pension.received", "", (w) -> a(w, WorldFact.PENSION).signum() > 0, WorldFact.PENSION),
	GRADE("disability.grade", "second", WorldFact.GRADE),
	CATEGORY("disability.category", "DisabilityCategory.VISUAL DisabilityCategory.HEARING", WorldFact.CATEGORY),
	CARE("careLevel", "moderate", WorldFact.CARE),
	SCHEME("insurance.scheme", "Scheme.NCMS Scheme.RESIDENT Scheme.NONE", WorldFact.SCHEME),
	INSURED("insurance.year", "y2019", WorldFact.INSURED), YEAR("year", "y2019", (w) -> w.month().getYear(), MONTH),
	FIRST("firstDay", "late", (w) -> w.firstDay(), MONTH), BO_("bo", "", BO), OTH_("oth", "", OTH),
	EXTRA("extra", "", WorldFact.EXTRA), RANK_("rank", "three", RANK), SCORE_("score", "hundred three", SCORE),
	CHANGE("change", "hundred none three", WorldFact.CHANGE), PACES("paces", "three", WorldFact.PACES),
	FEE_("fee", "yuan100 yuan500", FEE), BALANCE("balance", "yuan0 yuan100", WorldFact.BALANCE),
	RENT_("rent", "yuan100 yuan500", RENT), BOUNDED("bounded", "yuan100 yuan500", WorldFact.BOUNDED),
	MARK("mark", "Mark.AA Mark.BB Mark.CC", WorldFact.MARK),
	AIDS("aids", "Aid.CANE Aid.CHAIR", (w) -> Set.copyOf((List<?>) o(w, WorldFact.AIDS)), WorldFact.AIDS),
	JOINED_("joined", "late", JOINED), LEAVING_("leaving", "late", LEAVING),
	LATEST("latest", "late start", WorldFact.LATEST),
	STIPEND_("stipend.kind", "Stipend.FULL Stipend.HALF Stipend.NONE", WorldWord::stipend, STIPEND, STIPEND_FROM,
			STIPEND_TO),
	STIPEND_DAY("stipend.from", "late", STIPEND_FROM), EITHER("either", "", (w) -> w.is(BO) || w.is(OTH), BO, OTH),
	ONLY_BO("onlyBo", "", (w) -> w.is(BO) && !w.is(OTH), BO, OTH),
	HAS_JOINED("hasJoined", "", (w) -> begun(w, JOINED), JOINED),
	BELONGS("belongs", "", (w) -> begun(w, JOINED) && !over(w, LEAVING), JOINED, LEAVING),
	STAYS("stays", "", (w) -> w.get(LEAVING) == null, LEAVING),
	JOINED_YEARS("joinedYears", "five", (w) -> years(w.day(JOINED), w.firstDay()), JOINED),
	JOINED_MONTHS("joinedMonths", "six", (w) -> months(w.day(JOINED), w.lastDay()), JOINED),
	JOINED_DAYS("joinedDays", "thirty", (w) -> (int) Math.max(0, ChronoUnit.DAYS.between(d(w, JOINED), w.firstDay())),
			JOINED),
	LONG_JOINED("longJoined", "", (w) -> years(w.day(JOINED), w.firstDay()) >= 5, JOINED),
	HALF_YEAR("halfYear", "", (w) -> !d(w, JOINED).plusMonths(6).isAfter(w.firstDay()), JOINED),
	RICH("rich", "", (w) -> a(w, FEE).compareTo(BigDecimal.valueOf(100)) > 0, FEE),
	IN_PLACE("inPlace", "", (w) -> inside(w, PLACE), PLACE),
	IN_NORTH("inNorth", "", (w) -> o(w, PLACE).toString().startsWith("11"), PLACE),
	FARMS("farms", "", (w) -> jobs(w).anyMatch((job) -> job.kind().equals("FARM") && runs(w, job)), JOBS),
	JOB_COUNT("jobCount", "two", (w) -> (int) jobs(w).count(), JOBS),
	FARM_COUNT("farmCount", "two", (w) -> (int) jobs(w).filter((job) -> job.kind().equals("FARM")).count(), JOBS),
	WELL_PAID("wellPaid", "", (w) -> jobs(w).anyMatch((job) -> job.pay().compareTo(BigDecimal.valueOf(100)) > 0), JOBS),
	JOB_PAY("jobPay", "yuan100 yuan500", (w) -> jobs(w).map(Job::pay).reduce(BigDecimal.ZERO, BigDecimal::add), JOBS),
	LATELY("lately", "", (w) -> w.firstDay().isBefore(LocalDate.of(2019, 7, 1)) ? w.is(BO) : w.is(OTH), MONTH, BO, OTH),
	NUMBER("number", "three hundred", (w) -> w.get(w.is(BO) ? RANK : SCORE), BO, RANK, SCORE),
	DOUBLED("doubled", "three", (w) -> n(w, RANK) * 2 + 1, RANK),
	LEAST("least", "three", (w) -> Math.min(n(w, RANK), n(w, SCORE)), RANK, SCORE),
	RENT_AND_FEE("rentAndFee", "yuan100 yuan500", (w) -> (w.get(RENT) != null) ? a(w, FEE).add(a(w, RENT)) : null, FEE,
			RENT),
	SHARE("share", "yuan100 yuan500", (w) -> a(w, FEE).divide(heads(w), MathContext.DECIMAL128), FEE, SIZE),
	/** Asked by a pattern of its own. */
	MEMBERS("Member", "", WorldFact.MEMBERS);

	private final String path;

	private final List<String> constants;

	private final Function<World, @Nullable Object> meaning;

	private final List<WorldFact> facts;

	WorldWord(String path, String constants, WorldFact fact) {
		this(path, constants, (world) -> world.get(fact), fact);
	}

	WorldWord(String path, String constants, Function<World, @Nullable Object> meaning, WorldFact... facts) {
		this.path = path;
		this.constants = constants.isEmpty() ? List.of() : List.of(constants.split(" "));
		this.meaning = meaning;
		this.facts = List.of(facts);
	}

	String path() {
		return this.path;
	}

	/** Names of parameters and codes that it is compared with; none of a truth. */
	List<String> constants() {
		return this.constants;
	}

	List<WorldFact> facts() {
		return this.facts;
	}

	@Nullable Object value(World world) {
		return this.meaning.apply(world);
	}

	private static Object o(World world, WorldFact fact) {
		return Objects.requireNonNull(world.get(fact));
	}

	private static int n(World world, WorldFact fact) {
		return (Integer) o(world, fact);
	}

	private static BigDecimal a(World world, WorldFact fact) {
		return (BigDecimal) o(world, fact);
	}

	private static LocalDate d(World world, WorldFact fact) {
		return (LocalDate) o(world, fact);
	}

	private static BigDecimal heads(World world) {
		return BigDecimal.valueOf(n(world, SIZE));
	}

	/** Nobody ages after death, which comes on the day before the period. */
	private static int age(World world, LocalDate day) {
		LocalDate death = world.firstDay().minusDays(1);
		boolean dead = Boolean.FALSE.equals(world.get(ALIVE)) && death.isBefore(day);
		return years(world.day(BIRTH), dead ? death : day);
	}

	private static int years(@Nullable LocalDate from, LocalDate to) {
		return (int) Math.max(0, ChronoUnit.YEARS.between(Objects.requireNonNull(from), to));
	}

	private static int months(@Nullable LocalDate from, LocalDate to) {
		return (int) Math.max(0, ChronoUnit.MONTHS.between(Objects.requireNonNull(from), to));
	}

	private static boolean begun(World world, WorldFact start) {
		return !d(world, start).isAfter(world.firstDay());
	}

	private static boolean over(World world, WorldFact end) {
		return world.get(end) instanceof LocalDate day && day.isBefore(world.firstDay());
	}

	private static boolean inside(World world, WorldFact region) {
		return o(world, region).toString().startsWith(TinyPolicy.JURISDICTION.regionPrefix());
	}

	private static Object dibao(World world) {
		boolean held = world.get(DIBAO_SINCE) != null && begun(world, DIBAO_SINCE) && !over(world, DIBAO_TO);
		return held ? o(world, DIBAO) : Code.of("DibaoType", "NONE");
	}

	private static Object stipend(World world) {
		boolean held = world.get(STIPEND_FROM) != null && begun(world, STIPEND_FROM) && !over(world, STIPEND_TO);
		return held ? o(world, STIPEND) : Code.of("Stipend", "NONE");
	}

	private static java.util.stream.Stream<Job> jobs(World world) {
		return ((List<?>) o(world, JOBS)).stream().map(Job.class::cast);
	}

	private static boolean runs(World world, Job job) {
		return !job.from().isAfter(world.firstDay()) && (job.to() == null || !job.to().isBefore(world.firstDay()));
	}

}
