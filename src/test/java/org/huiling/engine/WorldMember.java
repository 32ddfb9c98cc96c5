package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;

/**
 * A household member of the small world.
 *
 * @param relation to the person
 * @param grade of disability
 * @param income a month
 */
record WorldMember(String relation, int grade, BigDecimal income) {

	private static final List<WorldMember> KINDS = kinds();

	private static final List<List<WorldMember>> HOUSEHOLDS = everyHousehold();

	/** One condition on a member, and what it means; no child is told from others. */
	private enum Test {

		SPOUSE("relation == Relation.SPOUSE", (one) -> one.relation().equals("SPOUSE")),
		NO_SPOUSE("relation != Relation.SPOUSE", (one) -> !one.relation().equals("SPOUSE")),
		NEITHER("relation not in ( Relation.SPOUSE, Relation.SPOUSE )", (one) -> !one.relation().equals("SPOUSE")),
		SEVERE("disabilityGrade > P.second", (one) -> one.grade() > 2),
		NOT_SEVERE("disabilityGrade <= P.second", (one) -> one.grade() <= 2),
		POOR("monthlyIncome < P.yuan100", (one) -> one.income().intValue() < 100),
		NOT_POOR("monthlyIncome >= P.yuan100", (one) -> one.income().intValue() >= 100);

		private final String text;

		private final Predicate<WorldMember> holds;

		Test(String text, Predicate<WorldMember> holds) {
			this.text = text;
			this.holds = holds;
		}

	}

	/** Children stand for all who are no spouse. */
	private static List<WorldMember> kinds() {
		List<WorldMember> kinds = new ArrayList<>();
		for (String relation : List.of("SPOUSE", "CHILD")) {
			for (int grade : new int[] { 2, 3 }) {
				for (String income : List.of("99.99", "100.00")) {
					kinds.add(new WorldMember(relation, grade, new BigDecimal(income)));
				}
			}
		}
		return kinds;
	}

	/** How many of a kind there are matters to no pattern: every set of kinds. */
	private static List<List<WorldMember>> everyHousehold() {
		List<List<WorldMember>> all = new ArrayList<>();
		for (int bits = 0; bits < 1 << KINDS.size(); bits++) {
			List<WorldMember> one = new ArrayList<>();
			for (int i = 0; i < KINDS.size(); i++) {
				if ((bits & 1 << i) != 0) {
					one.add(KINDS.get(i));
				}
			}
			all.add(List.copyOf(one));
		}
		return List.copyOf(all);
	}

	static List<List<WorldMember>> households() {
		return HOUSEHOLDS;
	}

	static List<FactRecord> records(RecordShape shape, List<?> household) {
		List<FactRecord> items = new ArrayList<>();
		for (Object one : household) {
			WorldMember member = (WorldMember) one;
			items.add(shape.items("members")
				.record()
				.put("id", "m" + items.size())
				.put("relation", Code.of("Relation", member.relation()))
				.put("disabilityGrade", member.grade())
				.put("monthlyIncome", member.income())
				.build());
		}
		return items;
	}

	/** {@code exists} or {@code not} over up to three conditions. */
	static WorldRule.Condition asked(Random random) {
		Set<Test> tests = new TreeSet<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			tests.add(Test.values()[random.nextInt(Test.values().length)]);
		}
		boolean exists = random.nextInt(3) > 0;
		String text = tests.stream().map((one) -> one.text).collect(Collectors.joining(", ", "Member( ", " )"));
		Predicate<World> any = (world) -> ((List<?>) world.get(WorldFact.MEMBERS)).stream()
			.anyMatch((one) -> tests.stream().allMatch((test) -> test.holds.test((WorldMember) one)));
		return new WorldRule.Condition((exists ? "exists " : "not ") + text, exists ? any : any.negate(),
				Set.of(WorldWord.MEMBERS));
	}

}
