package org.huiling.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Over;
import org.huiling.engine.PaidTo;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.Subject;
import org.huiling.policy.published.StandardsHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which programs of enclosing jurisdictions apply below. */
class LayersTests {

	private static final Jurisdiction NATION = jurisdiction("china", "");

	private static final Jurisdiction PROVINCE = jurisdiction("province", "37");

	private static final Jurisdiction DISTRICT = jurisdiction("district", "379901");

	private static final Jurisdiction OTHER = jurisdiction("other", "11");

	private static Jurisdiction jurisdiction(String id, String prefix) {
		return new Jurisdiction(id, new Bilingual(id, id), prefix);
	}

	private static Program program(String id, int order, boolean below) {
		return new Program(id, new Bilingual(id, id), Cycle.MONTH, "CNY", order, PaidTo.PERSON, Over.CLAIMS,
				Subject.PERSON, below, null);
	}

	private static Catalogue catalogue(Map<String, List<Program>> programs) {
		return new Catalogue(Map.of("china", NATION, "province", PROVINCE, "district", DISTRICT, "other", OTHER),
				programs, Map.of(), StandardsHistory.EMPTY);
	}

	@Test
	void whatAppliesBelowIsThereInOrderWithItsOwner() {
		Catalogue all = catalogue(Map.of("china", List.of(program("voucher", 20, true), program("own", 5, false)),
				"province", List.of(program("province-allowance", 15, true)), "district",
				List.of(program("allowance", 10, false), program("stacking", 90, false))));
		assertThat(all.applying("district"))
			.extracting((one) -> one.id() + ((one.owner() != null) ? " of " + one.owner().id() : ""))
			.containsExactly("allowance", "province-allowance of province", "voucher of china", "stacking");
		assertThat(all.applying("other")).extracting(Program::id).containsExactly("voucher");
		assertThat(all.applying("province")).extracting(Program::id).containsExactly("province-allowance", "voucher");
		assertThat(all.applying("china")).extracting(Program::id).containsExactly("voucher", "own");
		assertThat(all.applying("china")).extracting(Program::owner).containsOnlyNulls();
	}

	@Test
	void aNearerProgramOfTheSameIdTakesItsPlace() {
		Catalogue all = catalogue(Map.of("china", List.of(program("voucher", 20, true)), "province",
				List.of(program("voucher", 30, true)), "other", List.of(program("voucher", 40, false))));
		assertThat(all.applying("district")).containsExactly(program("voucher", 30, true).of(PROVINCE));
		assertThat(all.applying("other")).containsExactly(program("voucher", 40, false));
	}

	@Test
	void theNationClaimsNobody() {
		Catalogue all = catalogue(Map.of());
		assertThat(all.jurisdictionOf("379901003")).contains(DISTRICT);
		assertThat(all.jurisdictionOf("370102001")).contains(PROVINCE);
		assertThat(all.jurisdictionOf("510000001")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "allowance, yes", "allowance, 1", "stacking, true" })
	void whatIsNoLayerIsRefused(String id, String written) {
		String yaml = "name: {zh: 甲, en: A}\ncycle: MONTH\nunit: CNY\norder: 1\nappliesBelow: " + written + "\n";
		assertThatExceptionOfType(PolicyDefects.class)
			.isThrownBy(() -> Program.read(id, yaml.getBytes(StandardCharsets.UTF_8), "CNY"));
	}

	@Test
	void aProgramIsReadWithItsLayer() {
		String yaml = "name: {zh: 甲, en: A}\ncycle: MONTH\nunit: CNY\norder: 1\n";
		assertThat(Program.read("a", yaml.getBytes(StandardCharsets.UTF_8), "CNY").appliesBelow()).isFalse();
		assertThat(Program.read("a", (yaml + "appliesBelow: true\n").getBytes(StandardCharsets.UTF_8), "CNY")
			.appliesBelow()).isTrue();
	}

}
