package org.huiling.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.KeptClasses;
import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.input.StrictJson;
import org.huiling.problem.InvalidInput;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.huiling.recorded.SampleRequests;
import org.huiling.recorded.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every version that was shipped when it was recorded answers: to 21,000 people in
 * the months about all borders of versions, to its worked examples, and to the requests
 * about people in {@code test-data/requests}. Versions that came later are not asked, so
 * nothing is of organisations.
 */
class RecordedAnswersTests {

	private static final Recorded VERSIONS = Recorded.of("versions");

	private static final Recorded ANSWERS = Recorded.of("answers");

	private static final Recorded EXAMPLES = Recorded.of("examples");

	private static final Map<String, Shelf> SHELVES = new ConcurrentHashMap<>();

	static List<Place> places() {
		return RecordedPeople.PLACES;
	}

	static Stream<ShippedVersion> versions() {
		Set<String> recorded = Set.copyOf(VERSIONS.names());
		return ShippedVersion.all().filter((one) -> recorded.isEmpty() || recorded.contains(one.toString()));
	}

	@AfterAll
	static void keep() {
		VERSIONS.keep();
		ANSWERS.keep();
		EXAMPLES.keep();
	}

	/** The versions of a jurisdiction that were recorded. */
	private static Shelf shelf(String jurisdiction) {
		return SHELVES.computeIfAbsent(jurisdiction, (id) -> {
			List<ShippedVersion> versions = versions().filter((one) -> one.shelf().jurisdiction().id().equals(id))
				.toList();
			return new Shelf(versions.get(0).shelf().jurisdiction(),
					versions.stream().map(ShippedVersion::policy).toList());
		});
	}

	@Test
	void everyVersionIsStillThereAndTheSame() {
		assertThat(ShippedVersion.all().map(ShippedVersion::toString)).containsAll(VERSIONS.names());
		versions().forEach((one) -> VERSIONS.holds(one.toString(), List.of(one.policy().digest())));
	}

	@ParameterizedTest
	@MethodSource("places")
	void everybodyIsAnsweredAsBefore(Place place) {
		Shelf shelf = shelf(place.jurisdiction());
		Recorded.blocks(place.blocks()).parallel().forEach((number) -> {
			String block = place.jurisdiction() + "-" + number;
			if (Recorded.asks(block)) {
				List<ObjectNode> people = RecordedPeople.block(place, number);
				List<String> answers = new ArrayList<>();
				for (int i = 0; i < people.size(); i++) {
					answers.add(answers(shelf, place, people.get(i), i));
				}
				ANSWERS.holds(block, answers);
			}
		});
	}

	/** Of all months why, of one of them why not and what changes next as well. */
	private static String answers(Shelf shelf, Place place, ObjectNode person, int number) {
		StringBuilder text = new StringBuilder(person.toString()).append('\n');
		ApplicantHistory history = history(person, text);
		if (history == null) {
			return text.toString();
		}
		List<YearMonth> months = place.months();
		for (int i = 0; i < months.size(); i++) {
			Explain explain = (i == number % (3 * months.size())) ? Explain.FULL : Explain.WHY;
			ask(shelf, history, Period.of(months.get(i)), null, null, explain, text);
		}
		Set<String> claims = shelf.programs()
			.stream()
			.filter((program) -> program.cycle() == Cycle.CLAIM)
			.map(Program::id)
			.collect(Collectors.toSet());
		months.stream()
			.map((month) -> Period.of(month).year())
			.distinct()
			.forEach((year) -> ask(shelf, history, year, null, claims, Explain.WHY, text));
		return text.toString();
	}

	private static @Nullable ApplicantHistory history(JsonNode person, StringBuilder text) {
		try {
			byte[] body = person.toString().getBytes(StandardCharsets.UTF_8);
			var record = TestFacts.on(RecordedPeople.TODAY).read(StrictJson.read(body)).record();
			return (day) -> record;
		}
		catch (InvalidInput refused) {
			text.append(Told.errors(refused.errors()));
			return null;
		}
	}

	private static void ask(Shelf shelf, ApplicantHistory history, Period period, @Nullable LocalDate day,
			@Nullable Set<String> programs, Explain explain, StringBuilder text) {
		text.append(period).append('\n');
		text.append(AnswerText
			.of(new Assessor(shelf).assess(history, new AssessmentRequest(period, day, programs, explain))));
	}

	@ParameterizedTest
	@MethodSource("versions")
	void everyWorkedExampleIsAnsweredAsBefore(ShippedVersion version) throws IOException {
		if (!Recorded.asks(version.toString())) {
			return;
		}
		VersionDirectory directory = VersionDirectory.read(Path.of("rules").resolve(version.toString()));
		PolicyCompiler compiler = new PolicyCompiler();
		CompiledPolicy policy = compiler.compile(directory.files(), directory.program(), KeptClasses.SHARED);
		List<String> texts = new ArrayList<>();
		for (Example.Result result : WorkedExamples.run(compiler, policy, directory.files(),
				OtherPrograms.none(directory.jurisdiction()))) {
			Example example = result.example();
			StringBuilder text = new StringBuilder(example.name()).append('\n')
				.append(result.actual().toString().replaceFirst(", inKind=(\\[\\]|null)\\]$", "]"))
				.append('\n');
			if (example.applicant() != null) {
				TestPerson person = TestPerson.of(example.applicant());
				text.append(person).append('\n');
				ask(shelf(directory.jurisdiction().id()), person, Period.parse(example.period()), null,
						Set.of(policy.program().id()), Explain.FULL, text);
			}
			texts.add(text.toString());
		}
		EXAMPLES.holds(version.toString(), texts);
	}

	@Test
	void everyRequestOfTheTestDataIsAnsweredAsBefore() throws IOException {
		if (!Recorded.asks("requests")) {
			return;
		}
		List<String> texts = new ArrayList<>();
		for (Path file : SampleRequests.of(Subject.PERSON)) {
			texts.add(file.getFileName() + "\n" + request(StrictJson.read(Files.readAllBytes(file))));
		}
		EXAMPLES.holds("requests", texts);
	}

	private static String request(JsonNode asked) {
		StringBuilder text = new StringBuilder();
		JsonNode applicant = asked.get("applicant");
		String region = applicant.at("/hukou/region").asString("");
		Shelf shelf = asked.has("jurisdiction") ? shelf(asked.get("jurisdiction").stringValue())
				: RecordedPeople.PLACES.stream()
					.map((place) -> shelf(place.jurisdiction()))
					.filter((one) -> region.startsWith(one.jurisdiction().regionPrefix()))
					.findFirst()
					.orElseThrow();
		LocalDate day = asked.has("date") ? LocalDate.parse(asked.get("date").stringValue()) : null;
		Period period = (day != null) ? Period.of(YearMonth.from(day))
				: Period.parse(asked.get("period").stringValue());
		Set<String> programs = asked.has("programs")
				? asked.get("programs").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet()) : null;
		ask(shelf, Objects.requireNonNull(history(applicant, text)), period, day, programs, Explain.FULL, text);
		return text.toString();
	}

}
