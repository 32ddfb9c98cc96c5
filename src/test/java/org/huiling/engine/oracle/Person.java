package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of whom some facts are known.
 *
 * @param facts by path; what is not in it is unknown
 */
public record Person(Map<String, Object> facts) {

	/** Where the claims stand. */
	public static final String CLAIMS = "claims";

	/** Somebody about the bounds of a program. */
	static Person drawn(Chance chance, DrawnProgram program, int unknownInHundred) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("birthDate", LocalDate.of(1913 + chance.below(40), 1 + chance.below(12), 1 + chance.below(28)));
		for (Field field : World.OF_PERSON) {
			if (chance.below(100) >= unknownInHundred && !(field.absent() && chance.oneIn(3))) {
				if (field.askWhen().isEmpty() || !Boolean.FALSE.equals(facts.get(field.askWhen()))) {
					facts.put(field.path(), chance.any(program.bounds().of(field)));
				}
			}
		}
		if (chance.below(100) >= unknownInHundred) {
			facts.put(World.BILLS, bills(chance, program, unknownInHundred));
		}
		if (program.isByClaim()) {
			facts.put(CLAIMS, claims(chance, program, unknownInHundred));
		}
		facts.put(FactDays.APPLICATIONS, FactDays.applications(chance));
		return new Person(facts);
	}

	static List<Map<String, Object>> bills(Chance chance, DrawnProgram program, int unknownInHundred) {
		List<Map<String, Object>> bills = new ArrayList<>();
		for (int i = chance.below(4); i > 0; i--) {
			Map<String, Object> bill = told(chance, program, unknownInHundred, World.OF_BILL);
			bill.put("id", "b" + i);
			bills.add(bill);
		}
		return bills;
	}

	private static List<Map<String, Object>> claims(Chance chance, DrawnProgram program, int unknownInHundred) {
		List<Map<String, Object>> claims = new ArrayList<>();
		int many = 1 + chance.below(3);
		for (int i = 1; i <= many; i++) {
			Map<String, Object> claim = told(chance, program, unknownInHundred, World.OF_CLAIM);
			claim.put("id", "c" + i);
			claim.put("date", LocalDate.of(2013, i * 2, 1 + chance.below(28)));
			claim.put("kind", chance.any(World.CLAIM_KIND.codes()));
			claims.add(claim);
		}
		return claims;
	}

	private static Map<String, Object> told(Chance chance, DrawnProgram program, int unknownInHundred,
			List<Field> fields) {
		Map<String, Object> told = new LinkedHashMap<>();
		for (Field field : fields) {
			if (chance.below(100) >= unknownInHundred) {
				told.put(field.path(), chance.any(program.bounds().of(field)));
			}
		}
		return told;
	}

	/** What is recorded of the same person on other days: whatever, but who they are. */
	Person otherwise(Chance chance, DrawnProgram program) {
		Map<String, Object> other = new LinkedHashMap<>(drawn(chance, program, chance.of(0, 30)).facts);
		for (String same : List.of("birthDate", FactDays.APPLICATIONS)) {
			other.put(same, this.facts.get(same));
		}
		return new Person(other);
	}

	/** The answers of a month, or of each claim of the year. */
	List<Answer> answers(DrawnProgram program, LocalDate month) {
		return answers(program, month, EnumSet.noneOf(Gone.class));
	}

	/** The same, noting what was met on the way. */
	List<Answer> answers(DrawnProgram program, LocalDate month, Set<Gone> met) {
		Expected expected = new Expected(program);
		if (!program.isByClaim()) {
			return List.of(expected.next(new Situation(this.facts, null, month, month.plusMonths(1).minusDays(1),
					FactDays.of(program.factDay(), this, month), met)));
		}
		return items(CLAIMS).stream().map((claim) -> {
			LocalDate day = (LocalDate) claim.get("date");
			return expected.next(new Situation(this.facts, claim, day, day, day, met));
		}).toList();
	}

	@SuppressWarnings("unchecked")
	List<Map<String, Object>> items(String list) {
		return (List<Map<String, Object>>) this.facts.getOrDefault(list, List.of());
	}

	/**
	 * Something of which nobody told.
	 *
	 * @param list the list of the item, null for the person
	 * @param item which item
	 * @param path of the field, or of a whole list
	 */
	record Gap(@Nullable String list, int item, String path) {

		/** As an answer names it. */
		String missing() {
			return (this.list != null) ? this.list + "[]." + this.path : this.path;
		}

	}

	/** What is unknown and read by a program. */
	List<Gap> gaps(DrawnProgram program) {
		Set<String> reads = new TreeSet<>(program.reads());
		if (reads.contains(World.COST.path())) {
			reads.add(World.COST.askWhen());
		}
		List<Gap> gaps = new ArrayList<>();
		for (Field field : World.OF_PERSON) {
			boolean isMissing = !this.facts.containsKey(field.path()) && !field.absent();
			if (isMissing && reads.contains(field.path())) {
				gaps.add(new Gap(null, 0, field.path()));
			}
		}
		if (reads.contains(World.BILLS)) {
			if (this.facts.containsKey(World.BILLS)) {
				ofItems(World.BILLS, World.OF_BILL, reads, gaps::add);
			}
			else {
				gaps.add(new Gap(null, 0, World.BILLS));
			}
		}
		if (program.isByClaim()) {
			ofItems(CLAIMS, World.OF_CLAIM, reads, gaps::add);
		}
		return gaps;
	}

	private void ofItems(String list, List<Field> fields, Set<String> reads, Consumer<Gap> gaps) {
		List<Map<String, Object>> items = items(list);
		for (int i = 0; i < items.size(); i++) {
			for (Field field : fields) {
				if (!items.get(i).containsKey(field.path()) && reads.contains(field.path())) {
					gaps.accept(new Gap(list, i, field.path()));
				}
			}
		}
	}

	/** The same person of whom one thing more is told; what does not apply is not. */
	Person with(Gap gap, Object value) {
		Map<String, Object> facts = new LinkedHashMap<>(this.facts);
		if (gap.list() == null) {
			boolean applies = gap.path().equals(World.BILLS)
					|| !Boolean.FALSE.equals(facts.get(World.field(gap.path()).askWhen()));
			if (applies) {
				facts.put(gap.path(), value);
			}
			return new Person(facts);
		}
		List<Map<String, Object>> items = new ArrayList<>(items(gap.list()));
		Map<String, Object> item = new LinkedHashMap<>(items.get(gap.item()));
		item.put(gap.path(), value);
		items.set(gap.item(), item);
		facts.put(gap.list(), items);
		return new Person(facts);
	}

	/** A value by itself: amounts with two decimals, numbers as they are. */
	public static Object plain(Object value) {
		return (value instanceof Fraction amount) ? amount.inFen()
				: (value instanceof BigInteger number) ? (Object) number.intValueExact() : value;
	}

	/** The type of the codes at a path; empty if there are none. */
	public static String codeType(String path) {
		return Stream.of(World.OF_PERSON, World.OF_BILL, World.OF_CLAIM, List.of(World.CLAIM_KIND))
			.flatMap(List::stream)
			.filter((field) -> field.path().equals(path) && field.kind() == Formula.Kind.CODE)
			.map(Field::unit)
			.findFirst()
			.orElse("");
	}

}
