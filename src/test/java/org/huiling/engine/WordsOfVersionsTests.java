package org.huiling.engine;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a version's files say that its rules read is what its compiled rules read. */
class WordsOfVersionsTests {

	private static final Dictionary DICTIONARY = FactFiles.shipped().dictionary();

	static Set<String> words(String version) throws Exception {
		VersionDirectory directory = VersionDirectory.read(Path.of("rules").resolve(version));
		return new PolicyCompiler().words(directory.files(), directory.program().over(), directory.program().subject());
	}

	@ParameterizedTest
	@MethodSource("org.huiling.engine.ShippedVersion#all")
	void areThoseThatItsCompiledConditionsCompare(ShippedVersion version) throws Exception {
		Set<String> compared = new TreeSet<>();
		version.policy()
			.rules()
			.shapes()
			.forEach((rule) -> rule.branches()
				.forEach((branch) -> branch.forEach((clause) -> clause.comparisons()
					.forEach((one) -> one.terms().stream().map(Term::name).forEach(compared::add)))));
		Set<String> words = words(version.toString());
		assertThat(words).containsAll(compared);
		assertThat(words).allSatisfy((word) -> assertThat(isKnown(word)).as(word).isTrue());
		assertThat(FactSources.of(DICTIONARY, words).isEmpty())
			.isEqualTo(compared.stream().allMatch((word) -> word.startsWith("Awards."))
					&& words.stream().allMatch((word) -> word.startsWith("Awards.")));
	}

	/** A fact of the person, a field of an item, or what Java works out. */
	private static boolean isKnown(String word) {
		String pattern = word.split("\\.", 2)[0];
		String path = word.substring(Math.min(word.length(), pattern.length() + 1));
		return switch (pattern) {
			case "Awards", "Claim" -> true;
			case "Applicant" -> DICTIONARY.entry(path) != null || DICTIONARY.derived(path) != null;
			case "Organisation" ->
				Organisations.DICTIONARY.entry(path) != null || Organisations.DICTIONARY.derived(path) != null;
			default -> DICTIONARY.lists()
				.stream()
				.anyMatch((list) -> pattern.equals(list.shape().pattern())
						&& (path.isEmpty() || list.field(path) != null));
		};
	}

	@Test
	void thoseThatOnlyConsequencesReadCountToo() throws Exception {
		assertThat(words("model-district/medical-reimbursement/2014-01-01")).contains("Claim.afterDeductible",
				"Claim.kind", "Applicant.insurance.scheme");
		assertThat(words("model-district/hardship-relief/2013-07-01")).contains("Claim.ownPayment");
	}

	@Test
	void whatTheHeaderOrdersIsReadToo() throws Exception {
		assertThat(words("model-district/old-age-allowance/2014-01-01")).contains("Applicant.applications[].date",
				"Applicant.lifeCheck.lastPassed");
	}

}
