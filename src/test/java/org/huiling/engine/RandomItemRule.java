package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

import org.huiling.engine.reason.Truth;
import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * A rule over members made at random, with what it comes to by the table of FACTS: worked
 * out here by itself, field by field and item by item.
 */
final class RandomItemRule {

	private final List<List<Asked>> alternatives = new ArrayList<>();

	/** {@code exists} or {@code not} over some tests of one member. */
	private record Asked(boolean exists, List<Test> tests) {

		String text() {
			return (this.exists ? "exists" : "not") + " Member( "
					+ String.join(", ", this.tests.stream().map(Test::text).toList()) + " )";
		}

		Truth truth(@Nullable List<FactRecord> members) {
			Truth any = Truth.FAILS;
			if (members == null) {
				any = Truth.UNKNOWN;
			}
			else {
				for (FactRecord member : members) {
					Truth all = Truth.HOLDS;
					for (Test test : this.tests) {
						all = all.and(test.truth(member));
					}
					any = any.or(all);
				}
			}
			return this.exists ? any : any.not();
		}

	}

	/** One condition and its hand-written meaning. */
	private enum Test {

		SPOUSE("relation == Relation.SPOUSE"), NO_CHILD("relation != Relation.CHILD"),
		CLOSE("relation memberOf P.close"), POOR("monthlyIncome < P.line"),
		HALF("monthlyIncome.times(P.half) >= P.line"), OLD("birthDate <= P.day"), SEVERE("disabilityGrade <= P.severe"),
		DISABLED("disabilityGrade >= 1"), BLIND("disabilityCategory == DisabilityCategory.VISUAL"),
		NOT_BLIND("disabilityCategory != DisabilityCategory.VISUAL"), DIBAO("receives contains Receipt.DIBAO"),
		NO_PENSION("receives not contains Receipt.EMPLOYEE_PENSION");

		private final String text;

		Test(String text) {
			this.text = text;
		}

		String text() {
			return this.text;
		}

		Truth truth(FactRecord member) {
			return switch (this) {
				case SPOUSE -> of(member, "relation", (code) -> is(code, "SPOUSE"));
				case NO_CHILD -> of(member, "relation", (code) -> !is(code, "CHILD"));
				case CLOSE -> of(member, "relation", (code) -> is(code, "SPOUSE") || is(code, "CHILD"));
				case POOR -> of(member, "monthlyIncome", (yuan) -> cents(yuan) < 90_000);
				case HALF -> of(member, "monthlyIncome", (yuan) -> cents(yuan) >= 180_000);
				case OLD -> of(member, "birthDate", (day) -> !((LocalDate) day).isAfter(LocalDate.of(1953, 7, 1)));
				case SEVERE -> of(member, "disabilityGrade", (grade) -> (Integer) grade <= 2);
				case DISABLED -> of(member, "disabilityGrade", (grade) -> (Integer) grade >= 1);
				case BLIND -> category(member, false, (code) -> is(code, "VISUAL"));
				case NOT_BLIND -> category(member, true, (code) -> !is(code, "VISUAL"));
				case DIBAO -> of(member, "receives", (codes) -> has(codes, "DIBAO"));
				case NO_PENSION -> of(member, "receives", (codes) -> !has(codes, "EMPLOYEE_PENSION"));
			};
		}

		/** Nobody without a disability is asked for its kind. */
		private static Truth category(FactRecord member, boolean different,
				java.util.function.Predicate<Object> holds) {
			boolean none = member.value("disabilityCategory") == null
					&& Integer.valueOf(0).equals(member.value("disabilityGrade"));
			return none ? (different ? Truth.HOLDS : Truth.FAILS) : of(member, "disabilityCategory", holds);
		}

		private static Truth of(FactRecord member, String field, java.util.function.Predicate<Object> holds) {
			Object value = member.value(field);
			return (value == null) ? Truth.UNKNOWN : holds.test(value) ? Truth.HOLDS : Truth.FAILS;
		}

		private static boolean is(Object code, String name) {
			return ((Code) code).toString().equals(name);
		}

		private static boolean has(Object codes, String name) {
			return ((Collection<?>) codes).stream().anyMatch((code) -> is(code, name));
		}

		private static long cents(Object yuan) {
			return ((BigDecimal) yuan).movePointRight(2).longValueExact();
		}

	}

	/** A rule with one or two alternatives of one or two patterns each. */
	RandomItemRule(Random random) {
		int alternatives = 1 + random.nextInt(2);
		for (int i = 0; i < alternatives; i++) {
			List<Asked> asked = new ArrayList<>();
			int patterns = 1 + random.nextInt(2);
			for (int j = 0; j < patterns; j++) {
				List<Test> tests = new ArrayList<>();
				int conditions = random.nextInt(4);
				for (int k = 0; k < conditions; k++) {
					tests.add(Test.values()[random.nextInt(Test.values().length)]);
				}
				asked.add(new Asked(random.nextBoolean(), tests));
			}
			this.alternatives.add(asked);
		}
	}

	/** As an author writes it, beside the pattern over the person. */
	String text() {
		List<String> all = this.alternatives.stream()
			.map((one) -> "( " + String.join(" and ", one.stream().map(Asked::text).toList()) + " )")
			.toList();
		return (all.size() == 1) ? all.get(0) : "( " + String.join(" or ", all) + " )";
	}

	Truth truth(@Nullable List<FactRecord> members) {
		Truth any = Truth.FAILS;
		for (List<Asked> alternative : this.alternatives) {
			Truth all = Truth.HOLDS;
			for (Asked one : alternative) {
				all = all.and(one.truth(members));
			}
			any = any.or(all);
		}
		return any;
	}

}
