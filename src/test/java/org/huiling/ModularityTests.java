package org.huiling;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between the packages. */
class ModularityTests {

	private static final String[] DROOLS = { "org.drools..", "org.kie.." };

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.huiling");

	@Test
	void modulesUseOnlyWhatTheyDeclare() {
		ApplicationModules.of(HuilingApplication.class).verify();
	}

	@Test
	void onlyTheEngineKnowsDrools() {
		noClasses().that()
			.resideOutsideOfPackage("org.huiling.engine..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(DROOLS)
			.check(CLASSES);
	}

	@Test
	void factsAreJavaAndNothingElse() {
		noClasses().that()
			.resideInAPackage("org.huiling.facts..")
			// says in an annotation which of its packages other modules may use
			.and()
			.haveNameNotMatching(".*\\.package-info")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("org.huiling.facts..", "java..", "org.jspecify..")
			.check(CLASSES);
	}

	@Test
	void theEngineKnowsFactsAndNoOtherModule() {
		noClasses().that()
			.resideInAPackage("org.huiling.engine..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.huiling..")
				.and(resideOutsideOfPackages("org.huiling.engine..", "org.huiling.facts..")))
			.check(CLASSES);
	}

	@Test
	void theEngineKnowsNoSpring() {
		noClasses().that()
			.resideInAPackage("org.huiling.engine..")
			// says in an annotation which of its packages other modules may use
			.and()
			.haveNameNotMatching(".*\\.package-info")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "account", "applicant", "audit", "command", "decision", "engine.dictionary",
			"engine.drools", "engine.finder", "engine.source", "payment", "policy", "recalculation" })
	void noPartOfACapabilityNeedsAnotherThatNeedsIt(String capability) {
		slices().assignedFrom(new Parts("org.huiling." + capability)).should().beFreeOfCycles().check(CLASSES);
	}

	/** Whoever looks for a name finds one file. */
	@Test
	void aSimpleNameIsOfOneClass() {
		assertThat(named()).allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
	}

	/** Larger ones have parts (0073). */
	@Test
	void packagesCanBeReadAtOnce() {
		Map<String, Long> types = topLevel()
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		types.remove("org.huiling.facts.words");
		assertThat(types).hasSizeGreaterThan(100)
			.allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
	}

	private static Map<String, List<JavaClass>> named() {
		return topLevel().collect(Collectors.groupingBy(JavaClass::getSimpleName));
	}

	private static Stream<JavaClass> topLevel() {
		return CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
	}

	/** The packages of a capability, its root one of them. */
	private record Parts(String capability) implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			String name = type.getPackageName();
			return (name + ".").startsWith(this.capability + ".") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "parts of " + this.capability;
		}

	}

}
