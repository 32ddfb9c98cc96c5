package org.huiling.engine.schemes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Canada's Old Age Security pension and Guaranteed Income Supplement against the cases of
 * the government's estimator: everybody of 65 and over of whom its workbook says both
 * amounts. {@code docs/schemes.md} tells of the cases that are not as published.
 */
class CanadaTests {

	private static final String PENSION = "old-age-security";

	private static final String SUPPLEMENT = "guaranteed-income-supplement";

	private static final Scheme SCHEME = Scheme.of("canada/canada");

	private static final List<Map<String, String>> CASES = SCHEME.cases("cases.csv");

	@Test
	void holdsBeforeTheCheck() {
		SchemeCases.checked(SCHEME, 4);
	}

	@Test
	void givesWhatTheEstimatorPublishes() {
		Map<String, Integer> counts = new TreeMap<>();
		List<String> wrong = new ArrayList<>();
		for (Map<String, String> one : CASES) {
			BigDecimal pension = SchemeCases.amount(SCHEME.ask(PENSION, one.get("period"), one));
			BigDecimal supplement = SchemeCases.amount(SCHEME.ask(SUPPLEMENT, one.get("period"), one));
			boolean asPublished = published(one, "Oas", pension) && published(one, "Gis", supplement);
			String note = one.getOrDefault("note", "PUBLISHED");
			if (note.equals("PUBLISHED") != asPublished
					|| !note.equals("PUBLISHED") && !(one.get("actOas").equals(pension.toString())
							&& one.get("actGis").equals(supplement.toString()))) {
				wrong.add(one + ": " + pension + " " + supplement);
			}
			counts.merge(one.get("person") + " " + note, 1, Integer::sum);
		}
		assertThat(wrong).isEmpty();
		// 151 people who ask, 97 partners of theirs
		assertThat(counts).isEqualTo(Map.of("user PUBLISHED", 140, "user CENT", 8, "user MISPRINT", 2, "user UNTESTED",
				1, "partner PUBLISHED", 89, "partner CENT", 2, "partner MISPRINT", 1, "partner APART", 5));
	}

	/**
	 * By the workbook or by the tests that go with it, which are not always of one mind.
	 */
	private static boolean published(Map<String, String> one, String what, BigDecimal amount) {
		return amount.toString().equals(one.get("workbook" + what)) || amount.toString().equals(one.get("test" + what));
	}

	/**
	 * The income limits that the government publishes beside the amounts are where the
	 * formulas of the Act come to nothing; no parameter says them.
	 */
	@ParameterizedTest
	@CsvSource({ "2023-09, NONE, , 21168", "2023-09, TOGETHER, PENSION, 27984", "2023-09, TOGETHER, NONE, 50736",
			"2026-05, NONE, , 22512", "2026-05, TOGETHER, PENSION, 29760", "2026-05, TOGETHER, NONE, 53952" })
	void endsAtThePublishedLimits(String month, String conjugal, @Nullable String draws, int limit) {
		Map<String, String> person = new TreeMap<>(CASES.get(CASES.size() - 1));
		person.putAll(Map.of("birthDate", "1955-01-15", "oas.residenceYears", "40", "oas.deferredMonths", "0",
				"conjugal", conjugal, "baseYear.income", limit + ".00", "baseYear.earnings", "0.00", "partner.income",
				"0.00", "partner.earnings", "0.00", "residence.region", "124001", "legalInCanada", "true"));
		person.put("partner.draws", (draws != null) ? draws : "NONE");
		assertThat(SchemeCases.amount(SCHEME.ask(SUPPLEMENT, month, person))).isEqualTo("0.00");
		person.put("baseYear.income", (limit - 1) + ".99");
		assertThat(SchemeCases.amount(SCHEME.ask(SUPPLEMENT, month, person))).isPositive();
	}

	@Test
	void unknownIsNeverAnotherAnswer() {
		SchemeCases.unknownIsNeverAnotherAnswer(SCHEME, PENSION, CASES);
		SchemeCases.unknownIsNeverAnotherAnswer(SCHEME, SUPPLEMENT, CASES);
	}

}
