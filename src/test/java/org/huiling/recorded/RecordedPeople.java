package org.huiling.recorded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of the recordings, in the JSON of the contract: at the borders of the
 * versions of a jurisdiction and at the lines of its policies, every other one partly
 * unknown. Drawn from what stands here and from nothing else, so that they stay the same
 * people whatever becomes of the service: <b>a change here makes every recording one of
 * other people</b>.
 */
public final class RecordedPeople {

	/** How many there are in a block. */
	public static final int BLOCK = 100;

	/** On this day they are read. */
	public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private static final BigDecimal FEN = new BigDecimal("0.01");

	private static final String[] ELIGIBLE = { "0", "100", "150", "300", "500", "600", "650", "800", "1000", "1300",
			"2300", "3000", "10100", "10300", "10600", "11000", "30300", "80000", "120000", "200000", "261300" };

	private final Place place;

	private final Random random;

	private boolean known;

	private int number;

	/**
	 * Where and when people are assessed.
	 *
	 * @param jurisdiction its id
	 * @param region a district in it
	 * @param schemes the schemes that most are insured in
	 * @param borders the days from which its versions are in force
	 * @param blocks how many blocks of people there are
	 */
	public record Place(String jurisdiction, String region, List<String> schemes, List<LocalDate> borders, int blocks) {

		private static Place of(String jurisdiction, String region, List<String> schemes, int blocks,
				String... borders) {
			return new Place(jurisdiction, region, schemes, Stream.of(borders).map(LocalDate::parse).toList(), blocks);
		}

		/**
		 * The months before, at and after every border.
		 * @return in their order
		 */
		public List<YearMonth> months() {
			return this.borders.stream()
				.map(YearMonth::from)
				.flatMap((month) -> Stream.of(month.minusMonths(1), month, month.plusMonths(1)))
				.distinct()
				.sorted()
				.toList();
		}

		@Override
		public String toString() {
			return this.jurisdiction;
		}

	}

	/** All jurisdictions that were shipped when it was recorded: 21,000 people. */
	public static final List<Place> PLACES = List.of(
			Place.of("model-district", "379901003", List.of("NCMS", "URBAN_RESIDENT"), 100, "2012-01-01", "2013-01-01",
					"2013-07-01", "2014-01-01"),
			Place.of("beijing", "110101", List.of("RESIDENT"), 80, "2008-01-01", "2010-01-01", "2018-01-01",
					"2019-10-01", "2023-07-01", "2024-07-01"),
			Place.of("jiamusi", "230803", List.of("RESIDENT"), 10, "2018-01-01"),
			Place.of("zhongshan", "442000", List.of("RESIDENT"), 20, "2012-01-01", "2018-01-01"));

	private RecordedPeople(Place place, long seed) {
		this.place = place;
		this.random = new Random(seed);
	}

	/**
	 * The people of a block.
	 * @param place where
	 * @param block from 0
	 * @return a hundred
	 */
	public static List<ObjectNode> block(Place place, int block) {
		RecordedPeople people = new RecordedPeople(place, place.jurisdiction().hashCode() * 1_000L + block);
		List<ObjectNode> made = new ArrayList<>();
		for (int i = 0; i < BLOCK; i++) {
			people.number = block * BLOCK + i;
			people.known = i % 2 == 0;
			made.add(people.person());
		}
		return made;
	}

	private ObjectNode person() {
		LocalDate birth = birth();
		boolean female = oneIn(2);
		LocalDate death = oneIn(8) ? later(day(), birth) : null;
		ObjectNode person = node();
		maybe(person, "residentId", () -> MadeUpIds.of(birth, 1 + this.number % 499 * 2 + (female ? 1 : 0)));
		maybe(person, "name", () -> "试例" + this.number);
		put(person, "birthDate", birth);
		maybe(person, "sex", () -> female ? "FEMALE" : "MALE");
		put(person, "deathDate", death);
		maybe(person, "hukou", () -> hukou(birth));
		maybe(person, "residence", () -> residence(birth));
		maybe(person, "household", this::household);
		maybe(person, "statuses", () -> list(2, () -> status(birth)));
		if (oneIn(2)) {
			maybe(person, "choices", () -> list(2, () -> choice(birth)));
		}
		maybe(person, "disability", this::disability);
		maybe(person, "careLevel", () -> between(0, 3));
		maybe(person, "pension", () -> group("monthlyAmount", near("0", "0", "80", "100", "400", "500", "3000")));
		maybe(person, "lifeCheck", () -> group("lastPassed", later(day(), birth)));
		maybe(person, "payee", this::payee);
		maybe(person, "insurance", this::insurance);
		if (oneIn(2)) {
			maybe(person, "applications", () -> list(2, () -> application(birth)));
		}
		maybe(person, "claims", () -> claims(birth, death));
		return person;
	}

	private ObjectNode hukou(LocalDate birth) {
		ObjectNode hukou = node();
		maybe(hukou, "region", this::region);
		maybe(hukou, "type", () -> of("URBAN", "RURAL"));
		maybe(hukou, "since", () -> since(birth));
		return hukou;
	}

	private ObjectNode residence(LocalDate birth) {
		ObjectNode residence = node();
		maybe(residence, "region", this::region);
		maybe(residence, "since", () -> since(birth));
		return residence;
	}

	private String region() {
		String region = this.place.region();
		return switch (between(0, 8)) {
			case 0 -> of("370214", "110101", "379901", "440305001", "230803");
			case 1 -> region.substring(0, 6);
			case 2 -> (region + "003001").substring(0, 12);
			default -> region;
		};
	}

	private LocalDate since(LocalDate birth) {
		return later(oneIn(3) ? day() : LocalDate.of(1958, 12, 31), birth);
	}

	private ObjectNode household() {
		BigDecimal size = BigDecimal.valueOf(between(1, 5));
		String[] lines = Stream
			.of("0", "270", "300", "345", "349.99", "350", "450", "504", "550", "727.50", "1395", "1450")
			.map((line) -> new BigDecimal(line).multiply(size).toString())
			.toArray(String[]::new);
		ObjectNode household = node();
		maybe(household, "size", size::intValue);
		maybe(household, "monthlyIncome", () -> near(lines));
		maybe(household, "livingAlone", () -> oneIn(2));
		maybe(household, "dibao", this::dibao);
		return household;
	}

	private ObjectNode dibao() {
		ObjectNode dibao = node();
		String type = of("URBAN", "RURAL", "NONE", "NONE");
		maybe(dibao, "type", () -> type);
		if (!"NONE".equals(type)) {
			LocalDate since = oneIn(2) ? day() : LocalDate.of(2006, 1, 1);
			maybe(dibao, "since", () -> since);
			put(dibao, "to", end(since));
			maybe(dibao, "monthlyAmount", () -> near("180", "200", "450"));
		}
		return dibao;
	}

	private ObjectNode status(LocalDate birth) {
		ObjectNode status = node();
		LocalDate from = later(oneIn(2) ? day() : LocalDate.of(2006, 1, 1), birth);
		put(status, "kind", of("TEKUN", "LOW_INCOME", "SPECIAL_FAMILY", "SEVERE_ILLNESS", "VETERAN"));
		maybe(status, "from", () -> from);
		put(status, "to", end(from));
		return status;
	}

	private ObjectNode choice(LocalDate birth) {
		ObjectNode choice = group("program", program());
		maybe(choice, "from", () -> later(day(), birth));
		return choice;
	}

	private ObjectNode application(LocalDate birth) {
		ObjectNode application = group("program", program());
		put(application, "date", later(day(), birth));
		return application;
	}

	private String program() {
		return of("old-age-allowance", "low-income-top-up", "living-subsidy", "home-care-service");
	}

	private ObjectNode disability() {
		ObjectNode disability = node();
		maybe(disability, "category",
				() -> of("VISUAL", "HEARING", "SPEECH", "PHYSICAL", "INTELLECTUAL", "MENTAL", "MULTIPLE"));
		maybe(disability, "grade", () -> oneIn(2) ? 0 : between(1, 4));
		return disability;
	}

	private ObjectNode payee() {
		ObjectNode payee = node();
		maybe(payee, "kind", () -> of("BANK", "BANK", "CASH", "AGENT", "GUARDIAN", "INSTITUTION"));
		maybe(payee, "bank", () -> "试例银行");
		maybe(payee, "account", () -> "%09d".formatted(this.number));
		maybe(payee, "name", () -> oneIn(4) ? "试例代领人" : "试例" + this.number);
		return payee;
	}

	private ObjectNode insurance() {
		ObjectNode insurance = node();
		maybe(insurance, "scheme", () -> oneIn(3) ? of("NCMS", "URBAN_RESIDENT", "RESIDENT", "EMPLOYEE", "NONE")
				: of(this.place.schemes().toArray(String[]::new)));
		maybe(insurance, "year", () -> border().getYear() + between(-1, 0));
		maybe(insurance, "contributionPaid", () -> !oneIn(4));
		return insurance;
	}

	private ArrayNode claims(LocalDate birth, @Nullable LocalDate death) {
		ArrayNode claims = JsonNodeFactory.instance.arrayNode();
		LocalDate first = later(day(), birth);
		for (int claim = between(0, 5); claim > 0; claim--) {
			LocalDate date = later(oneIn(3) ? day() : first.plusDays(between(-200, 200)), birth);
			if ((death == null || !date.isAfter(death)) && !date.isAfter(TODAY)) {
				claims.add(claim("c" + claim, date, birth));
			}
		}
		return claims;
	}

	private ObjectNode claim(String id, LocalDate date, LocalDate birth) {
		ObjectNode claim = group("id", id);
		put(claim, "date", date);
		if (oneIn(5)) {
			put(claim, "kind", "DISASTER");
			maybe(claim, "totalCost", () -> near("3000", "10000"));
			return claim;
		}
		maybe(claim, "admitted", () -> later(date.minusDays(between(0, 20)), birth));
		put(claim, "kind", oneIn(4) ? "OUTPATIENT" : "INPATIENT");
		maybe(claim, "hospitalTier", () -> of("TOWNSHIP", "COUNTY", "CITY", "PROVINCE"));
		BigDecimal eligible = near(ELIGIBLE);
		BigDecimal total = eligible.add(new BigDecimal(of("0", "2500", "5000", "10000", "30000")));
		maybe(claim, "totalCost", () -> total);
		maybe(claim, "eligibleCost", () -> eligible);
		return claim;
	}

	private LocalDate border() {
		return this.place.borders().get(this.random.nextInt(this.place.borders().size()));
	}

	/** About a border: mostly the first or last of a month, or beside one. */
	private LocalDate day() {
		LocalDate border = border();
		YearMonth month = YearMonth.from(border).plusMonths(between(-12, 12));
		return switch (between(0, 7)) {
			case 0 -> border;
			case 1 -> border.minusDays(1);
			case 2 -> border.plusDays(1);
			case 3 -> month.atDay(1);
			case 4 -> month.atDay(2);
			case 5 -> month.atEndOfMonth();
			default -> border.plusDays(between(-400, 400));
		};
	}

	private LocalDate birth() {
		return switch (between(0, 9)) {
			case 0 -> LocalDate.of(Integer.parseInt(of("1904", "1912", "1916", "1924", "1932", "1944", "1948", "1952")),
					2, 29);
			case 1, 2 -> LocalDate.of(between(1900, 1964), between(1, 12), between(1, 28));
			default -> day().minusYears(Integer.parseInt(of("60", "65", "70", "75", "80", "90", "100")));
		};
	}

	private @Nullable LocalDate end(LocalDate start) {
		return oneIn(4) ? start.plus(between(0, 40), ChronoUnit.MONTHS).minusDays(between(0, 1)) : null;
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? other : one;
	}

	/** One of some amounts or a fen beside it, here and there without the zeros. */
	private BigDecimal near(String... amounts) {
		BigDecimal amount = new BigDecimal(of(amounts)).setScale(2);
		BigDecimal drawn = switch (between(0, 3)) {
			case 0 -> amount.subtract(FEN).max(BigDecimal.ZERO.setScale(2));
			case 1 -> amount.add(FEN);
			default -> amount;
		};
		return oneIn(5) ? new BigDecimal(drawn.stripTrailingZeros().toPlainString()) : drawn;
	}

	private ArrayNode list(int longest, Supplier<ObjectNode> item) {
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		for (int count = between(0, longest); count > 0; count--) {
			list.add(item.get());
		}
		return list;
	}

	/** The value; of every other person now and then none, or null. */
	private void maybe(ObjectNode node, String name, Supplier<?> value) {
		Object drawn = value.get();
		if (this.known || !oneIn(6)) {
			put(node, name, drawn);
		}
		else if (oneIn(4)) {
			node.putNull(name);
		}
	}

	private static void put(ObjectNode node, String name, @Nullable Object value) {
		if (value instanceof ObjectNode group) {
			node.set(name, group);
		}
		else if (value instanceof ArrayNode list) {
			node.set(name, list);
		}
		else if (value instanceof BigDecimal yuan) {
			node.put(name, yuan);
		}
		else if (value instanceof Integer whole) {
			node.put(name, whole);
		}
		else if (value instanceof Boolean bool) {
			node.put(name, bool);
		}
		else if (value != null) {
			node.put(name, value.toString());
		}
	}

	private static ObjectNode node() {
		return JsonNodeFactory.instance.objectNode();
	}

	private static ObjectNode group(String name, Object value) {
		ObjectNode group = node();
		put(group, name, value);
		return group;
	}

	private String of(String... values) {
		return values[this.random.nextInt(values.length)];
	}

	private boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	private int between(int lowest, int highest) {
		return lowest + this.random.nextInt(highest - lowest + 1);
	}

}
