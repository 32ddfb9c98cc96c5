package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
import org.huiling.recorded.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every condition of every version, with the values of its worked examples, is said in
 * the words of both languages in which it was said when it was recorded.
 */
class RecordedWordsTests {

	private static final Recorded WORDS = Recorded.of("words");

	private static final FactNames NAMES = FactNames.of(FactFiles.shipped().dictionary());

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	RecordedWordsTests() {
		this.messages.setBasenames("messages/decision", "messages/web");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	@AfterAll
	static void keep() {
		WORDS.keep();
	}

	@ParameterizedTest
	@MethodSource("org.huiling.engine.RecordedAnswersTests#versions")
	void everyConditionIsSaidAsBefore(ShippedVersion version) throws IOException, PolicyDefects {
		if (!Recorded.asks(version.toString()) || Program.STACKING.equals(version.policy().program().id())) {
			return;
		}
		VersionDirectory directory = VersionDirectory.read(Path.of("rules").resolve(version.toString()));
		PolicyCompiler compiler = new PolicyCompiler();
		CompiledPolicy policy = compiler.compile(directory.files(), directory.program(), KeptClasses.SHARED);
		Shelf shelf = new Shelf(directory.jurisdiction(), List.of(policy));
		Map<String, String> said = new TreeMap<>();
		for (Example.Result result : WorkedExamples.run(compiler, policy, directory.files(),
				OtherPrograms.none(directory.jurisdiction()))) {
			AssessmentRequest request = new AssessmentRequest(Period.parse(result.example().period()), null,
					Set.of(policy.program().id()), Explain.FULL);
			new Assessor(shelf).assess(TestPerson.of(result.example().applicant()), request)
				.assessments()
				.stream()
				.flatMap((answer) -> answer.whyNot().stream())
				.flatMap((rule) -> rule.conditions().stream())
				.forEach((one) -> said.put(one.text() + " " + new TreeMap<>(one.actual()), said(one)));
		}
		assertThat(said).isNotEmpty();
		WORDS.holds(version.toString(),
				said.entrySet().stream().map((one) -> one.getKey() + "\n" + one.getValue()).toList());
	}

	private String said(ConditionResult condition) {
		return new Wording(this.messages, NAMES, Locale.SIMPLIFIED_CHINESE).condition(condition) + "\n"
				+ new Wording(this.messages, NAMES, Locale.ENGLISH).condition(condition);
	}

}
