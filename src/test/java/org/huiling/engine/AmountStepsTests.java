package org.huiling.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

import org.huiling.Samples;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.Why;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.People.born;

/** Why an amount is what it is: step by step, in figures. */
class AmountStepsTests {

	private static final People PERSON = born("1930-01-01").with("household.size", 3)
		.with("pension.monthlyAmount", "8181.53");

	private static List<String> steps(String header, String amount, People person) {
		TinyPolicy policy = TinyPolicy.monthly()
			.parameter("line", "300.00", "CNY")
			.parameter("most", "5000.00", "CNY")
			.parameter("unit", "500.00", "CNY")
			.parameter("one", "1.00", "CNY")
			.parameter("two", "2", "count")
			.parameter("share", "75", "percent")
			.parameter("parts", "[{upTo: 1000.00, share: 50}, {share: 20}]", "segments")
			.parameter("bands", "[{from: 0.00, value: 90.00}, {from: 8000.00, value: 70.00}]", "bands");
		if (!header.isEmpty()) {
			policy.header(header);
		}
		Verdict verdict = policy
			.rule("甲", "Applicant( alive == true, $p : pension.monthlyAmount, $n : household.size )",
					"benefit." + amount + ";")
			.shelf()
			.ask("old-age-allowance", "2013-03", person);
		Why why = verdict.answer().why().get(0);
		if (!why.steps().isEmpty()) {
			assertThat(new BigDecimal(why.steps().get(why.steps().size() - 1).value().toString()))
				.isEqualByComparingTo(verdict.answer().amount());
		}
		return why.steps().stream().map(CalculationStep::line).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					pay($p.minus(P.line).times(P.share))          | 8,181.53 − 300.00 = 7,881.53; 7,881.53 × 75 % = 5,911.15
					pay($p.above(P.line).times(P.two))            | 8,181.53 − 300.00 = 7,881.53; 7,881.53 × 2 = 15,763.06
					pay(P.one.times($p.above(P.line).startedSteps(P.unit))) | 8,181.53 − 300.00 = 7,881.53; ⌈7,881.53 ÷ 500.00⌉ = 16; 1.00 × 16 = 16.00
					pay(P.one.plus(P.one.times(P.line.minus($p).steps(P.unit)))) | 300.00 − 8,181.53 = (−7,881.53); max(⌊(−7,881.53) ÷ 500.00⌋, 0) = 0; 1.00 × 0 = 0.00; 1.00 + 0.00 = 1.00
					pay($p.floorTo(P.unit))                       | ⌊8,181.53 ÷ 500.00⌋ × 500.00 = 8,000.00
					pay($p.sharedBy($n).rounded())                | 8,181.53 ÷ 3 = 2,727.176667; ≈ 2,727.176667 = 2,727.18
					pay(P.parts.of($p))                           | 1,000.00 × 50 % = 500.00; 7,181.53 × 20 % = 1,436.306; 500.00 + 1,436.306 = 1,936.31
					reimburse($p, P.parts)                        | 1,000.00 × 50 % = 500.00; 7,181.53 × 20 % = 1,436.306; 500.00 + 1,436.306 = 1,936.31
					pay(P.bands.at($p).plus(P.one))               | 8,181.53 ∈ [8,000.00, ∞) = 70.00; 70.00 + 1.00 = 71.00
					pay(min($p, P.most))                          | min(8,181.53, 5,000.00) = 5,000.00
					atMost(P.most).pay($p.plus(P.one))            | 8,181.53 + 1.00 = 8,182.53; min(8,182.53, 5,000.00) = 5,000.00
					atMost(P.most).pay(P.line.plus(P.one))        | 300.00 + 1.00 = 301.00
					pay(P.one.times(whole(( $n + P.two ) / P.two))) | 3 + 2 = 5; ⌊5 ÷ 2⌋ = 2; 1.00 × 2 = 2.00
					pay(P.most.plus(P.one.times(( P.two - $n ))))  | 2 − 3 = (−1); 1.00 × (−1) = (−1.00); 5,000.00 + (−1.00) = 4,999.00
					waive($p, P.share)                            | 8,181.53 × 75 % = 6,136.15
					pay(P.most.minus($p).plus($p))                | 5,000.00 − 8,181.53 = (−3,181.53); (−3,181.53) + 8,181.53 = 5,000.00
					""")
	void tellHowAnAmountCameAbout(String amount, String steps) {
		assertThat(steps("", amount, PERSON)).containsExactly(steps.split("; "));
	}

	@Test
	void thereAreNoneWhereNothingIsWorkedOut() {
		assertThat(steps("", "pay(P.most)", PERSON)).isEmpty();
	}

	@Test
	void theLastComesToWhatIsPaidAfterRounding() {
		assertThat(steps("rounding: {unit: YUAN, mode: UP}", "pay($p.times(P.share))", PERSON))
			.containsExactly("8,181.53 × 75 % = 6,137.00");
	}

	/** Of every shipped version the steps lead to what is paid, or there are none. */
	@Test
	void everyShippedAmountIsFollowed() {
		Random random = new Random(Samples.seed());
		RandomApplicants people = RandomApplicants.fullyKnown(random.nextLong());
		List<ShippedVersion> versions = ShippedVersion.all().toList();
		int followed = 0;
		for (int i = 0; i < 3_000; i++) {
			ShippedVersion version = versions.get(i % versions.size());
			FactRecord person = Transplant.to(version.shelf(), version.policy()).of(people.next()).record();
			Period month = version.month(random);
			Cycle cycle = version.policy().program().cycle();
			for (Assessment answer : version.shelf()
				.assess(version.policy().program().id(), ((cycle == Cycle.MONTH) ? month : month.year()).toString(),
						(day) -> person)
				.assessments()) {
				followed += followed(answer);
			}
		}
		assertThat(followed).isGreaterThan(50);
	}

	private static int followed(Assessment answer) {
		int followed = 0;
		for (Why why : answer.why()) {
			if (!why.steps().isEmpty()) {
				followed++;
				assertThat(new BigDecimal(why.steps().get(why.steps().size() - 1).value().toString()))
					.isEqualByComparingTo(why.amount());
			}
		}
		return followed;
	}

}
