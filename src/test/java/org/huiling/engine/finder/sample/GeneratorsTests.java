package org.huiling.engine.finder.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.engine.Cycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every property that a rule can compare has a generator that gives an applicant. */
class GeneratorsTests {

	private static final Setup SETUP = new Setup(Cycle.MONTH, "379901", LocalDate.of(2013, 1, 1), null,
			TestFacts.VOCABULARY, List.of(), List.of());

	static Stream<String> properties() {
		return TestFacts.VOCABULARY.properties().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyPropertyHasAGenerator(String property) {
		Generator generator = new Generators(SETUP).of(property);
		assertThat(generator).as(property).isNotNull();
		List<Sample> samples = new ArrayList<>();
		generator.generate(List.of(), List.of(),
				(dimension, value) -> samples.add(Sample.unremarkable(SETUP).with(dimension, value)));
		assertThat(samples).allSatisfy((sample) -> assertThat(sample.applicant()).isNotNull());
	}

}
