package org.huiling.engine.finder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.engine.Cycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every property that a rule can compare has a recipe that gives an applicant. */
class RecipesTests {

	private static final Setup SETUP = new Setup(Cycle.MONTH, "379901", LocalDate.of(2013, 1, 1), null,
			TestFacts.VOCABULARY);

	static Stream<String> properties() {
		return TestFacts.VOCABULARY.properties().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyPropertyHasARecipe(String property) {
		Recipe recipe = new Recipes(SETUP).of(property);
		assertThat(recipe).as(property).isNotNull();
		List<Probe> probes = new ArrayList<>();
		recipe.cook(List.of(), List.of(), (knob, value) -> probes.add(Probe.unremarkable(SETUP).with(knob, value)));
		assertThat(probes).allSatisfy((probe) -> assertThat(probe.applicant()).isNotNull());
	}

}
