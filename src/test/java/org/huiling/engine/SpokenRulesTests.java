package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.huiling.KeptClasses;
import org.huiling.TestPerson;
import org.huiling.decision.notice.Wording;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.facts.Period;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every condition of every shipped rule is said in words, in both languages: nothing in
 * it is program code.
 */
class SpokenRulesTests {

	/** Signs of code: a dotted path, camel case, an operator, a code in capitals. */
	private static final Pattern CODE = Pattern
		.compile("[A-Za-z]\\.[A-Za-z]|[a-z][A-Z]|==|!=|&&|\\|\\||[$_\\[\\]{}]|" + "\\b[A-Z]{2,}\\b|memberOf|\\w\\(");

	private static final FactNames NAMES = FactNames.of(FactFiles.shipped().dictionary());

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	SpokenRulesTests() {
		this.messages.setBasenames("messages/decision", "messages/web");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	@ParameterizedTest
	@MethodSource("org.huiling.engine.ShippedRulesTests#versions")
	void noConditionIsSaidInCode(Path path) throws IOException, PolicyDefects {
		VersionDirectory directory = VersionDirectory.read(path);
		Assumptions.assumeFalse(Program.STACKING.equals(directory.program().id()), "tells benefits apart, not people");
		PolicyCompiler compiler = new PolicyCompiler();
		CompiledPolicy policy = compiler.compile(directory.files(), directory.program(), KeptClasses.SHARED);
		Shelf shelf = new Shelf(directory.jurisdiction(), List.of(policy));
		Map<String, ConditionResult> conditions = new TreeMap<>();
		for (Example.Result result : WorkedExamples.run(compiler, policy, directory.files(),
				OtherPrograms.none(directory.jurisdiction()))) {
			TestPerson person = TestPerson.of(Objects.requireNonNull(result.example().applicant()));
			new Assessor(shelf)
				.assess(person,
						new AssessmentRequest(Period.parse(result.example().period()), null,
								Set.of(policy.program().id()), Explain.FULL))
				.assessments()
				.forEach((answer) -> answer.whyNot()
					.forEach((rule) -> rule.conditions()
						.forEach((one) -> conditions.put(one.text() + one.result(), one))));
		}
		assertThat(conditions).isNotEmpty();
		for (Locale locale : new Locale[] { Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH }) {
			Wording words = new Wording(this.messages, NAMES, locale);
			String other = Objects.requireNonNull(this.messages.getMessage("phrase.other", null, locale));
			conditions.values().forEach((one) -> {
				String said = words.condition(one);
				assertThat(said).as(one.text()).doesNotContainPattern(CODE).doesNotContain(other).doesNotContain("??");
				if (locale == Locale.SIMPLIFIED_CHINESE) {
					assertThat(said).as(one.text()).doesNotContainPattern("[A-Za-z]");
				}
			});
		}
	}

}
