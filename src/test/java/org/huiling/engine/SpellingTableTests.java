package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The spellings that {@code rules/README.md} lists are read, or refused, as it says. */
class SpellingTableTests {

	private static final Pattern ROW = Pattern.compile("\\| `([^`|]+)` \\| `([^`|]+)` \\|");

	private static Stream<Arguments> rows(String heading) {
		try {
			return Files.readAllLines(Path.of("rules/README.md"))
				.stream()
				.dropWhile((line) -> !line.startsWith(heading))
				.skip(2)
				.takeWhile((line) -> line.startsWith("|"))
				.map(ROW::matcher)
				.filter(Matcher::matches)
				.map((row) -> Arguments.of(row.group(1), row.group(2)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Arguments> admitted() {
		return rows("| 可以写 |");
	}

	static Stream<Arguments> refused() {
		return rows("| 不能写 |");
	}

	private static TinyPolicy policy(String conditions) {
		return TinyPolicy.monthly()
			.parameter("age", "80", "years")
			.parameter("size", "3", "count")
			.parameter("more", "2", "count")
			.parameter("line", "300.00", "CNY")
			.parameter("most", "500.00", "CNY")
			.parameter("schemes", "[NCMS, RESIDENT]", "scheme")
			.rule("甲", "Applicant( " + conditions + " )", "benefit.pay(P.line);");
	}

	private static List<String> meaning(String conditions) {
		return policy(conditions).compile()
			.rules()
			.shapes()
			.get(0)
			.branches()
			.get(0)
			.stream()
			.map(Clause::comparisons)
			.flatMap(List::stream)
			.map(Comparison::toString)
			.toList();
	}

	@ParameterizedTest
	@MethodSource("admitted")
	void meansWhatStandsBesideIt(String spelling, String plain) {
		assertThat(meaning(spelling)).isNotEmpty().isEqualTo(meaning(plain));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void isRefusedWhereItStandsAndTheOtherIsNot(String spelling, String instead) {
		assertThat(policy(spelling).problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.isNotEmpty()
			.allSatisfy((one) -> {
				assertThat(one.code()).isEqualTo("NOT_ADMITTED");
				assertThat(one.line()).isEqualTo(5);
				assertThat(one.column()).isBetween(16, 16 + spelling.length());
				assertThat(one.hint()).isNotNull();
				DefectTableTests.saysNothingInternal(one);
			});
		assertThat(policy(instead).compile().rules().rules()).hasSize(1);
	}

}
