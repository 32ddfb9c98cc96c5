package org.huiling.engine.oracle;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The facts that programs drawn at random are about. */
final class World {

	static final Field FLAG = Field.truth("trial.flag");

	static final Field OTHER = Field.truth("trial.other");

	static final Field PARTS = Field.number("trial.parts", "count", 0, 100_000);

	static final Field FEW = Field.number("trial.few", "count", 0, 6);

	static final Field STAGE = Field.number("trial.stage", "level", 0, 3);

	static final Field INCOME = Field.money("trial.income", 0);

	static final Field SAVINGS = Field.money("trial.savings", 0);

	static final Field BALANCE = Field.money("trial.balance", -1_000_00);

	static final Field COST = Field.money("trial.cost", 0).when("trial.flag");

	static final Field BONUS = Field.money("trial.bonus", 0).orNone();

	static final Field SERVED = Field.number("trial.served", "count", 0, 60).orNone();

	static final Field SINCE = Field.date("trial.since");

	static final Field NEED = Field.code("trial.need", "Need", "ABLE", "FRAIL", "BOUND");

	static final Field SIZE = Field.number("household.size", "count", 1, 999);

	static final Field HUKOU = Field.code("hukou.type", "HukouType", "URBAN", "RURAL");

	/** Fields of an item of {@link #BILLS}. */
	static final Field DAY = Field.date("date");

	static final Field AMOUNT = Field.money("amount", 0);

	static final Field SORT = Field.code("sort", "Sort", "HOME", "WARD");

	static final Field PIECES = Field.number("pieces", "count", 0, 9);

	static final String BILLS = "trialBills";

	static final List<Field> OF_PERSON = List.of(FLAG, OTHER, PARTS, FEW, STAGE, INCOME, SAVINGS, BALANCE, COST, BONUS,
			SERVED, SINCE, NEED, SIZE, HUKOU);

	static final List<Field> OF_BILL = List.of(DAY, AMOUNT, SORT, PIECES);

	/** Fields of a claim. */
	static final Field ELIGIBLE = Field.money("eligibleCost", 0);

	static final Field TIER = Field.code("hospitalTier", "HospitalTier", "TOWNSHIP", "COUNTY", "CITY", "PROVINCE");

	static final Field CLAIM_KIND = Field.code("kind", "ClaimKind", "INPATIENT", "OUTPATIENT");

	static final List<Field> OF_CLAIM = List.of(ELIGIBLE, TIER);

	private static final List<Field> OF_ITEMS = Stream.of(OF_BILL, OF_CLAIM, List.of(CLAIM_KIND))
		.flatMap(List::stream)
		.toList();

	/** What the fact file declares beside the shipped facts. */
	static final String FACTS = """
			name: {zh: 试验, en: Trial}
			facts:
			  trial:
			    zh: 试验
			    en: Trial
			    fields:
			      flag: {type: boolean, zh: 试项一, en: Trial flag}
			      other: {type: boolean, zh: 试项二, en: Trial other}
			      parts: {type: integer, min: 0, max: 100000, unit: count, zh: 试项三, en: Trial parts}
			      few: {type: integer, min: 0, max: 6, unit: count, zh: 试项四, en: Trial few}
			      stage: {type: integer, min: 0, max: 3, unit: level, tableKey: trialStage, zh: 试项五, en: Trial stage}
			      income: {type: money, zh: 试项六, en: Trial income}
			      savings: {type: money, zh: 试项七, en: Trial savings}
			      balance: {type: money, min: -1000, zh: 试项八, en: Trial balance}
			      cost: {type: money, askWhen: trial.flag, zh: 试项九, en: Trial cost}
			      bonus: {type: money, absent: none, zh: 试项十, en: Trial bonus}
			      served: {type: integer, min: 0, max: 60, unit: count, absent: none, zh: 试项十一, en: Trial served}
			      since: {type: date, zh: 试项十二, en: Trial since}
			      need: {type: code, codeType: Need, zh: 试项十三, en: Trial need, codes: {ABLE: {zh: 能, en: Able}, FRAIL: {zh: 弱, en: Frail}, BOUND: {zh: 卧, en: Bound}}}
			  trialBills:
			    type: list
			    key: [id]
			    pattern: TrialBill
			    zh: 试账单
			    en: Trial bills
			    fields:
			      id: {type: text, required: true, zh: 试账单编号, en: Number of the trial bill}
			      date: {type: date, zh: 试账单日期, en: Day of the trial bill}
			      amount: {type: money, zh: 试账单金额, en: Amount of the trial bill}
			      sort: {type: code, codeType: Sort, zh: 试账单类别, en: Sort of the trial bill, codes: {HOME: {zh: 居家, en: Home}, WARD: {zh: 病房, en: Ward}}}
			      pieces: {type: integer, min: 0, max: 9, unit: count, zh: 试账单件数, en: Pieces of the trial bill}
			""";

	private World() {
	}

	static boolean isOfItem(Field field) {
		return OF_ITEMS.contains(field);
	}

	/** The field of that path. */
	static Field field(String path) {
		return Objects.requireNonNull(Stream.concat(OF_PERSON.stream(), OF_ITEMS.stream())
			.filter((one) -> one.path().equals(path))
			.findFirst()
			.orElse(null), path);
	}

}
