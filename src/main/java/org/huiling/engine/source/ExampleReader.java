package org.huiling.engine.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Example;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyFiles;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code examples.yaml}: a list of examples, or {@code applicant} (facts they have
 * in common) and {@code examples}.
 */
public final class ExampleReader {

	/** The file of worked examples. */
	public static final String FILE = "examples.yaml";

	private final Problems problems;

	/**
	 * A reader.
	 * @param problems takes what is wrong
	 */
	public ExampleReader(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Reads the examples of a version.
	 * @param files the version's files
	 * @param stacking whether they are about awards instead of an applicant
	 * @return the examples that can be read
	 */
	public List<Example> read(PolicyFiles files, boolean stacking) {
		byte[] bytes = files.files().get(FILE);
		if (bytes == null) {
			this.problems.error(Place.of(FILE), "NO_EXAMPLES", "缺少 examples.yaml", "examples.yaml is missing");
			return List.of();
		}
		Node top = Yaml.read(FILE, bytes, this.problems);
		Node common = null;
		List<YamlMapping> items = List.of();
		if (top instanceof MappingNode mapping) {
			YamlMapping whole = new YamlMapping(FILE, mapping, this.problems);
			whole.allow("applicant", "examples");
			common = whole.node("applicant");
			items = whole.mappings("examples");
		}
		else if (top instanceof SequenceNode sequence) {
			items = sequence.getValue()
				.stream()
				.filter(MappingNode.class::isInstance)
				.map((item) -> new YamlMapping(FILE, (MappingNode) item, this.problems))
				.toList();
		}
		List<Example> examples = new ArrayList<>();
		for (YamlMapping item : items) {
			Example example = example(item, common, stacking);
			if (example != null) {
				examples.add(example);
			}
		}
		if (items.isEmpty() && top != null) {
			this.problems.error(Place.of(FILE), "NO_EXAMPLES", "没有示例", "there are no examples");
		}
		return examples;
	}

	private @Nullable Example example(YamlMapping yaml, @Nullable Node common, boolean stacking) {
		yaml.allow("name", "en", "period", "claim", "applicant", "awards", "expect");
		ApplicantRecord applicant = stacking ? null
				: new FactReader(FILE, this.problems).applicant(common, yaml.node("applicant"));
		String period = yaml.text("period");
		if (period.isEmpty()) {
			return null;
		}
		try {
			Period.parse(period);
		}
		catch (DateTimeException ex) {
			yaml.wrong("period", "应为 2013-07 或 2013", "must be 2013-07 or 2013");
			return null;
		}
		YamlMapping expect = yaml.mapping("expect");
		if (expect == null || (applicant == null && !stacking)) {
			if (expect == null && !yaml.has("expect")) {
				yaml.missing("expect");
			}
			else if (!this.problems.hasErrors()) {
				yaml.wrong("expect", "示例缺少 birthDate 或 expect", "the example lacks birthDate or expect");
			}
			return null;
		}
		return new Example(yaml.text("name"), yaml.place("name").line(), period, yaml.optionalText("claim"), applicant,
				awards(yaml.mapping("awards")), expected(expect));
	}

	private Map<String, Example.Award> awards(@Nullable YamlMapping yaml) {
		Map<String, Example.Award> awards = new LinkedHashMap<>();
		if (yaml == null) {
			return awards;
		}
		for (String key : yaml.keys()) {
			YamlMapping open = (yaml.node(key) instanceof MappingNode) ? yaml.mapping(key) : null;
			if (open != null) {
				open.allow("missing", "atMost");
				List<String> missing = texts(open, "missing");
				awards.put(key, new Example.Award(null, (missing != null) ? new TreeSet<>(missing) : Set.of(),
						amount(open, "atMost")));
			}
			else {
				awards.put(key, new Example.Award(amount(yaml, key), Set.of(), null));
			}
		}
		return awards;
	}

	private Example.Expected expected(YamlMapping yaml) {
		yaml.allow("outcome", "amount", "rules", "missing", "withheld", "undecided");
		Map<String, List<String>> undecided = null;
		YamlMapping open = yaml.mapping("undecided");
		if (open != null) {
			undecided = new LinkedHashMap<>();
			for (String program : open.keys()) {
				List<String> fields = texts(open, program);
				undecided.put(program, (fields != null) ? fields : List.of());
			}
		}
		return new Example.Expected(yaml.has("outcome") ? yaml.code("outcome", Outcome.class, null) : null,
				amount(yaml, "amount"), texts(yaml, "rules"), texts(yaml, "missing"), texts(yaml, "withheld"),
				undecided);
	}

	private @Nullable BigDecimal amount(YamlMapping yaml, String key) {
		String text = yaml.optionalText(key);
		if (text == null) {
			return null;
		}
		if (!text.matches("\\d{1,12}(\\.\\d{1,2})?")) {
			yaml.wrong(key, "应为金额", "must be an amount");
			return null;
		}
		return new BigDecimal(text);
	}

	private static @Nullable List<String> texts(YamlMapping yaml, String key) {
		Node node = yaml.node(key);
		if (node == null) {
			return null;
		}
		if (node instanceof SequenceNode sequence) {
			return sequence.getValue()
				.stream()
				.filter(ScalarNode.class::isInstance)
				.map((item) -> ((ScalarNode) item).getValue())
				.toList();
		}
		yaml.wrong(key, "应为列表", "must be a list");
		return null;
	}

}
