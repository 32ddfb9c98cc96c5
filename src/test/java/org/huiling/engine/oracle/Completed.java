package org.huiling.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways in which what is unknown of somebody could be told, and the answers then.
 *
 * @param answers of each claim, or the one of the month: all that were found
 * @param proven whether every way was gone through
 */
public record Completed(List<Set<Answer>> answers, boolean proven) {

	private static final int FEW = 96;

	private static final int DRAWN = 40;

	static Completed of(Person person, DrawnProgram program, LocalDate month, Chance chance) {
		Map<Person.Gap, List<Object>> choices = new LinkedHashMap<>();
		long many = 1;
		boolean small = true;
		for (Person.Gap gap : person.gaps(program)) {
			List<Object> values = values(gap, program, chance);
			choices.put(gap, values);
			many = Math.min(many * values.size(), FEW + 1);
			small &= !gap.path().equals(World.BILLS) && World.field(gap.path()).isSmall();
		}
		List<Person> told = (many <= FEW) ? all(person, choices) : some(person, choices, chance);
		List<Set<Answer>> answers = new ArrayList<>();
		for (Person one : told) {
			List<Answer> given = one.answers(program, month);
			for (int i = 0; i < given.size(); i++) {
				if (answers.size() <= i) {
					answers.add(new java.util.LinkedHashSet<>());
				}
				answers.get(i).add(given.get(i));
			}
		}
		return new Completed(answers, small && many <= FEW);
	}

	private static List<Object> values(Person.Gap gap, DrawnProgram program, Chance chance) {
		if (!gap.path().equals(World.BILLS)) {
			return program.bounds().of(World.field(gap.path()));
		}
		List<Object> lists = new ArrayList<>(List.of(List.of()));
		for (int i = 0; i < 4; i++) {
			lists.add(Person.bills(chance, program, 0));
		}
		return lists;
	}

	private static List<Person> all(Person person, Map<Person.Gap, List<Object>> choices) {
		List<Person> all = List.of(person);
		for (Map.Entry<Person.Gap, List<Object>> gap : choices.entrySet()) {
			List<Person> more = new ArrayList<>();
			all.forEach((one) -> gap.getValue().forEach((value) -> more.add(one.with(gap.getKey(), value))));
			all = more;
		}
		return all;
	}

	private static List<Person> some(Person person, Map<Person.Gap, List<Object>> choices, Chance chance) {
		List<Person> some = new ArrayList<>();
		for (int i = 0; i < DRAWN; i++) {
			Person one = person;
			for (Map.Entry<Person.Gap, List<Object>> gap : choices.entrySet()) {
				one = one.with(gap.getKey(), chance.any(gap.getValue()));
			}
			some.add(one);
		}
		return some;
	}

	/** What an answer may ask for. */
	static Set<String> missing(Person person, DrawnProgram program) {
		Set<String> missing = new TreeSet<>();
		person.gaps(program).forEach((gap) -> missing.add(gap.missing()));
		return missing;
	}

}
