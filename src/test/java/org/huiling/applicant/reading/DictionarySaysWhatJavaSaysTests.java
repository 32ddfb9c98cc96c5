package org.huiling.applicant.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.applicant.RecordJson;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.StackingKind;
import org.huiling.facts.UpliftKind;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Trait;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The declarations of {@code rules/facts} say what Java says of the same facts, as long
 * as both do: nothing is lost on the way from one to the other.
 */
class DictionarySaysWhatJavaSaysTests {

	private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);

	private static final Dictionary DICTIONARY = TestFacts.DICTIONARY;

	private static final Properties FORMS = bundle("web");

	private static final Properties FORMS_EN = bundle("web_en");

	private static Properties bundle(String name) {
		Properties properties = new Properties();
		try (InputStreamReader reader = new InputStreamReader(
				Files.newInputStream(Path.of("src/main/resources/messages", name + ".properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

	@Test
	void factsAreShownAndWrittenInTheOrderOfToday() {
		List<String> written = new ArrayList<>();
		RandomApplicants.fullyKnown(1)
			.limit(200)
			.map((person) -> RecordJson.of(person.record()).propertyNames())
			.forEach((names) -> names.stream().filter((one) -> !written.contains(one)).forEach(written::add));
		List<String> places = DICTIONARY.entries().stream().map(Entry::name).toList();
		RandomApplicants.fullyKnown(2).limit(200).forEach((person) -> {
			List<String> names = List.copyOf(RecordJson.of(person.record()).propertyNames());
			assertThat(names).isEqualTo(places.stream().filter(names::contains).toList());
		});
		assertThat(written).hasSizeGreaterThan(14);
	}

	@Test
	void numbersHaveTheBoundsOfToday() {
		int numbers = 0;
		for (Fact fact : DICTIONARY.facts()) {
			if (fact.type().isNumber()) {
				numbers++;
				BigDecimal min = Objects.requireNonNull(fact.bounds().min());
				BigDecimal max = Objects.requireNonNull(fact.bounds().max());
				BigDecimal step = (fact.type() == FactType.MONEY) ? new BigDecimal("0.01") : BigDecimal.ONE;
				assertThat(isTaken(fact.path(), min)).as(fact.path()).isTrue();
				assertThat(isTaken(fact.path(), max)).as(fact.path()).isTrue();
				assertThat(isTaken(fact.path(), min.subtract(step))).as(fact.path()).isFalse();
				assertThat(isTaken(fact.path(), max.add(step))).as(fact.path()).isFalse();
			}
		}
		assertThat(numbers).isEqualTo(8);
	}

	@Test
	void textsAreAsLongAsToday() {
		Set<String> ofTheirOwn = Set.of("residentId", "payee.account");
		for (Fact fact : DICTIONARY.facts()) {
			if (fact.type() == FactType.TEXT && !ofTheirOwn.contains(fact.path())) {
				int longest = fact.bounds().longest();
				assertThat(isTaken(fact.path(), "x".repeat(longest))).as(fact.path()).isTrue();
				assertThat(isTaken(fact.path(), "x".repeat(longest + 1))).as(fact.path()).isFalse();
			}
		}
		for (FactList list : DICTIONARY.lists()) {
			for (Fact field : list.fields()) {
				if (field.type() == FactType.TEXT) {
					int longest = field.bounds().longest();
					assertThat(isItemTaken(list, field, "0".repeat(longest))).as(field.path()).isTrue();
					assertThat(isItemTaken(list, field, "0".repeat(longest + 1))).as(field.path()).isFalse();
				}
			}
		}
	}

	@Test
	void listsHoldAsManyItemsAndFieldsAsToday() {
		for (FactList list : DICTIONARY.lists()) {
			assertThat(list(list, list.shape().most())).as(list.path()).isEmpty();
			assertThat(list(list, list.shape().most() + 1)).as(list.path()).contains("LIST_TOO_LONG");
			for (Fact field : list.fields()) {
				var item = JsonNodeFactory.instance.objectNode();
				list.fields()
					.stream()
					.filter((one) -> one != field)
					.forEach((one) -> item.set(one.name(), value(one, 0)));
				var person = JsonNodeFactory.instance.objectNode().put("birthDate", "1930-01-01");
				person.putArray(list.path()).add(item);
				assertThat(faults(person).contains("REQUIRED")).as(field.path()).isEqualTo(field.is(Trait.REQUIRED));
			}
		}
	}

	private static List<String> list(FactList list, int count) {
		var person = JsonNodeFactory.instance.objectNode().put("birthDate", "1930-01-01");
		var items = person.putArray(list.path());
		for (int i = 0; i < count; i++) {
			var item = items.addObject();
			for (Fact field : list.fields()) {
				item.set(field.name(), value(field, i));
			}
		}
		return faults(person);
	}

	/** The number of a file. */
	private static final int UUID_LENGTH = 36;

	private static JsonNode value(Fact field, int item) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		return switch (field.type()) {
			case DATE -> nodes.stringNode("2013-01-01");
			case MONEY -> nodes.numberNode(BigDecimal.ONE);
			case CODE -> nodes.stringNode(Objects.requireNonNull(field.codes()).names().get(0));
			case CODES -> nodes.arrayNode().add(Objects.requireNonNull(field.codes()).names().get(0));
			case INTEGER -> nodes.numberNode(1);
			default -> nodes.stringNode(
					(field.bounds().longest() == UUID_LENGTH) ? "00000000-0000-4000-8000-000000000000" : "x" + item);
		};
	}

	private static boolean isItemTaken(FactList list, Fact field, String text) {
		var item = JsonNodeFactory.instance.objectNode();
		list.fields().forEach((one) -> item.set(one.name(), value(one, 0)));
		item.put(field.name(), text);
		var person = JsonNodeFactory.instance.objectNode().put("birthDate", "1930-01-01");
		person.putArray(list.path()).add(item);
		return faults(person).isEmpty();
	}

	private static boolean isTaken(String path, Object value) {
		var person = JsonNodeFactory.instance.objectNode().put("birthDate", "1930-01-01");
		var at = person;
		String[] steps = path.split("\\.", -1);
		for (int i = 0; i < steps.length - 1; i++) {
			at = at.putObject(steps[i]);
		}
		String last = steps[steps.length - 1];
		if (value instanceof BigDecimal number) {
			at.put(last, number);
		}
		else {
			at.put(last, value.toString());
		}
		return faults(person).isEmpty();
	}

	private static List<String> faults(JsonNode person) {
		try {
			TestFacts.on(TODAY).read(person);
			return List.of();
		}
		catch (InvalidInput refused) {
			return refused.errors().stream().map(FieldError::code).toList();
		}
	}

	@Test
	void datesAreHeldAgainstTheDaysOfToday() {
		Map<String, String> generic = Map.of("birthDate", "BEFORE_BIRTH", "deathDate", "", "today", "IN_FUTURE");
		List<Fact> dates = new ArrayList<>(DICTIONARY.facts());
		DICTIONARY.lists().forEach((list) -> dates.addAll(list.fields()));
		int limits = 0;
		for (Fact date : dates) {
			if (date.type() != FactType.DATE) {
				continue;
			}
			Set<String> said = new TreeSet<>();
			Stream.concat(date.bounds().notBefore().stream(), date.bounds().notAfter().stream())
				.forEach((limit) -> said.add(code(limit, generic)));
			assertThat(said).as(date.path()).isEqualTo(codes(date));
			limits += said.size();
		}
		assertThat(limits).isGreaterThan(12);
	}

	private static String code(DayLimit limit, Map<String, String> generic) {
		String of = limit.isToday() ? "today" : Objects.requireNonNullElse(limit.fact(), "");
		return (limit.code() != null) ? limit.code() : generic.getOrDefault(of, "?");
	}

	/** What is said of a date when everything around it is as early or late as can be. */
	private static Set<String> codes(Fact date) {
		Set<String> codes = new TreeSet<>();
		for (String day : List.of("1900-01-01", "1930-01-01", "2000-01-01", "2999-01-01")) {
			for (String others : List.of("1990-01-01", "2005-01-01")) {
				codes.addAll(codes(date, day, others));
			}
		}
		return codes;
	}

	private static Set<String> codes(Fact date, String day, String others) {
		var person = JsonNodeFactory.instance.objectNode()
			.put("birthDate", "1950-01-01")
			.put("deathDate", "2001-01-01");
		String list = date.list();
		var at = (list != null) ? person.putArray(list).addObject() : person;
		if (list != null) {
			Objects.requireNonNull(DICTIONARY.list(list)).fields().forEach((one) -> at.set(one.name(), value(one, 0)));
		}
		var group = at;
		String[] steps = ((list != null) ? date.name() : date.path()).split("\\.", -1);
		for (int i = 0; i < steps.length - 1; i++) {
			group = group.putObject(steps[i]);
		}
		for (Fact other : siblings(date)) {
			group.put(other.name(), others);
		}
		if ("claims".equals(list)) {
			person.put("deathDate", "1995-01-01");
		}
		group.put(date.name(), day);
		try {
			TestFacts.on(TODAY).read(person);
			return Set.of();
		}
		catch (InvalidInput refused) {
			Set<String> codes = new HashSet<>();
			String field = (list != null) ? list + "[0]." + date.name() : date.path();
			refused.errors()
				.stream()
				.filter((error) -> error.field().equals(field))
				.forEach((error) -> codes.add(error.code()));
			return codes;
		}
	}

	private static List<Fact> siblings(Fact date) {
		String group = date.path().substring(0, date.path().lastIndexOf('.') + 1);
		List<Fact> all = new ArrayList<>(DICTIONARY.facts());
		DICTIONARY.lists().forEach((one) -> all.addAll(one.fields()));
		return group.isEmpty() ? List.of() : all.stream()
			.filter((one) -> one.type() == FactType.DATE && one != date && one.path().equals(group + one.name()))
			.toList();
	}

	private static @Nullable String label(Fact fact, String value, boolean english) {
		CodeValue code = (fact.codes() != null) ? fact.codes().value(value) : null;
		if (code != null) {
			return text(code.label(), english);
		}
		return fact.names()
			.stream()
			.filter((name) -> name.value().equals(value))
			.findFirst()
			.map((name) -> text(Objects.requireNonNull(name.label()), english))
			.orElse(null);
	}

	/** The entry of a path of a message, in which lists have no brackets. */
	private static @Nullable Entry entry(String path) {
		Entry entry = DICTIONARY.entry(path);
		int dot = path.indexOf('.');
		return (entry != null || dot < 0) ? entry
				: DICTIONARY.entry(path.substring(0, dot) + "[]." + path.substring(dot + 1));
	}

	private static String text(Label label, boolean english) {
		return english ? label.en() : label.zh();
	}

	@Test
	void whatIdentifiesAPersonIsSealed() {
		List<String> sealed = DICTIONARY.facts()
			.stream()
			.filter((fact) -> fact.is(Trait.SEALED))
			.map(Fact::path)
			.toList();
		assertThat(sealed).containsExactly("residentId", "name", "payee.kind", "payee.bank", "payee.account",
				"payee.name");
		List<String> core = DICTIONARY.entries()
			.stream()
			.map(Entry::path)
			.filter((path) -> "core".equals(DICTIONARY.fileOf(path)))
			.toList();
		assertThat(core).containsExactly("residentId", "name", "birthDate", "sex", "deathDate", "choices", "lifeCheck",
				"payee", "applications");
	}

	@Test
	void codesOfParametersAreDeclaredToo() {
		assertThat(Objects.requireNonNull(DICTIONARY.codeType("UpliftKind")).names())
			.containsExactly(UpliftKind.POINTS.name(), UpliftKind.RELATIVE.name());
		assertThat(Objects.requireNonNull(DICTIONARY.codeType("StackingKind")).names())
			.containsExactly(StackingKind.HIGHEST.name(), StackingKind.CHOOSE_ONE.name());
	}

}
