package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionReader;
import org.huiling.facts.expression.ExpressionText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An expression is written so that whoever reads it again reads the same. */
class ExpressionTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "a or b and not c", "(a or b) and c", "not (a and b)", "not (a == b)", "a - (b - c)",
			"a - b - c", "a * (b + c) >= 12.50", "(a + b) * c", "a in (KindOf.ONE, KindOf.TWO)", "whole((a + b) / c)",
			"(a + b).plus(c).sharedBy(2)", "a.rounded().floorTo(0.50).steps(2) + 1",
			"household.monthlyIncome.sharedBy(household.size)", "any(l, kind == KindOf.ONE and (x or y))",
			"when(a and b, 1, max(2, x))", "startsWith(r, \"37\")", "day.plusMonths(3) <= firstDay",
			"(a == b) == (c or true)", "not not a", "a * (b * c)", "a + (b + c)" })
	void isWrittenAsItWasRead(String text) {
		assertThat(ExpressionText.of(ExpressionReader.read(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "((a)) and (b)", "((a + b)) - c", "( a )or( b and c )", "(a * b) * c", "not (a)" })
	void hasNoBracketsThatSayNothing(String text) {
		String written = ExpressionText.of(ExpressionReader.read(text));
		assertThat(written).doesNotContain("(");
		assertThat(ExpressionText.of(ExpressionReader.read(written))).isEqualTo(written);
	}

	@Test
	void everyShippedExpressionIsReadAgainAsTheSame() {
		Dictionary dictionary = FactFiles.shipped().dictionary();
		List<Expression> all = new ArrayList<>();
		dictionary.derived().forEach((one) -> all.addAll(one.is().values()));
		dictionary.contradictions().forEach((one) -> all.add(one.when()));
		dictionary.facts().stream().flatMap((one) -> Stream.ofNullable(one.asking().when())).forEach(all::add);
		assertThat(all).hasSizeGreaterThan(20)
			.allSatisfy(
					(one) -> assertThat(shape(ExpressionReader.read(ExpressionText.of(one)))).isEqualTo(shape(one)));
	}

	/** Everything but the places. */
	private static String shape(Expression expression) {
		return expression.toString().replaceAll("at=\\d+", "at");
	}

}
