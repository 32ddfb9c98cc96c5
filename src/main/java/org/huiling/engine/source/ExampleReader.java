package org.huiling.engine.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.UnreadExample;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Period;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;
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

	private final FactReading facts;

	private final Problems problems;

	/** The version whose examples they are, null while it does not compile. */
	private final @Nullable CompiledPolicy policy;

	/**
	 * A reader for a version.
	 * @param policy the version
	 * @param problems takes what is wrong
	 */
	public ExampleReader(CompiledPolicy policy, Problems problems) {
		this.facts = policy.facts();
		this.problems = problems;
		this.policy = policy;
	}

	/**
	 * A reader.
	 * @param facts reads the applicants
	 * @param problems takes what is wrong
	 */
	public ExampleReader(FactReading facts, Problems problems) {
		this.facts = facts;
		this.problems = problems;
		this.policy = null;
	}

	/**
	 * What a file holds.
	 *
	 * @param examples the examples that can be read
	 * @param unread those that cannot
	 */
	public record Read(List<Example> examples, List<UnreadExample> unread) {
	}

	/**
	 * Reads the examples of a version.
	 * @param files the version's files
	 * @param program the program it belongs to
	 * @return every example of the file
	 */
	public Read read(PolicyFiles files, Program program) {
		Read read = new Read(new ArrayList<>(), new ArrayList<>());
		byte[] bytes = files.files().get(FILE);
		if (bytes == null) {
			this.problems.error(FilePlace.of(FILE), "NO_EXAMPLES", "缺少 examples.yaml", "examples.yaml is missing");
			return read;
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
			items = YamlMapping.mappings(FILE, sequence, this.problems);
		}
		RepeatedExamples repeated = new RepeatedExamples(this.problems);
		for (YamlMapping item : items) {
			List<Problem> before = this.problems.all();
			Example example = example(item, common, program);
			List<Problem> told = this.problems.all();
			if (example != null && told.size() == before.size()) {
				read.examples().add(example);
				repeated.look(example);
			}
			else {
				Example unread = unread(item);
				// what several have in common is told once, with the first of them
				List<Problem> own = told.stream().filter((problem) -> !before.contains(problem)).toList();
				read.unread()
					.add(new UnreadExample(unread,
							(own.isEmpty() && !read.unread().isEmpty()) ? read.unread().get(0).why() : own));
				repeated.lookAtName(unread);
			}
		}
		if (items.isEmpty() && top != null) {
			this.problems.error(FilePlace.of(FILE), "NO_EXAMPLES", "没有示例", "there are no examples");
		}
		return read;
	}

	private static Example unread(YamlMapping yaml) {
		String name = (yaml.node("name") instanceof ScalarNode scalar) ? scalar.getValue() : "?";
		return new Example(name, yaml.place("name").line(), "", null, null, Map.of(),
				new Example.Expected(null, null, null, null, null, null));
	}

	private @Nullable Example example(YamlMapping yaml, @Nullable Node common, Program program) {
		yaml.allow("name", "en", "period", "claim", "applicant", "awards", "expect");
		boolean stacking = Program.STACKING.equals(program.id());
		String name = yaml.text("name");
		Period period = period(yaml, program.cycle());
		FactRecord applicant = stacking ? null
				: new YamlPerson(FILE, this.problems).read(this.facts, yaml, common, yaml.node("applicant"));
		YamlMapping stated = yaml.mapping("awards");
		Map<String, Example.Award> awards = (stated != null || stacking) ? awards(stated) : null;
		YamlMapping expect = yaml.mapping("expect");
		if (expect == null || !expect.keys().iterator().hasNext()) {
			if (expect != null || !yaml.has("expect")) {
				yaml.missing("expect");
			}
			return null;
		}
		Example.Expected expected = expected(expect);
		if (period == null || (applicant == null && !stacking)) {
			return null;
		}
		if (stated != null && !stacking && this.policy != null) {
			stated(yaml, stated, this.policy, applicant, period);
		}
		String claim = yaml.optionalText("claim");
		if (claim != null && !isClaim(program, claim, applicant, period)) {
			boolean claims = program.over().isClaims();
			yaml.wrong("claim", claims ? "不是该年度的一笔费用" : "不是该年度 " + program.over().list() + " 的一项",
					claims ? "is no claim of that year" : "is no item of " + program.over().list() + " of that year");
		}
		return new Example(name, yaml.place("name").line(), period.toString(), claim, applicant, awards, expected);
	}

	/** Programs by claim are asked for a year. */
	private static @Nullable Period period(YamlMapping yaml, Cycle cycle) {
		String text = yaml.text("period");
		if (text.isEmpty()) {
			return null;
		}
		try {
			Period period = Period.parse(text);
			int year = period.firstDay().getYear();
			if ((period.kind() == kind(cycle) || cycle == Cycle.CLAIM) && year >= YamlMapping.FIRST_YEAR
					&& year <= YamlMapping.LAST_YEAR) {
				return period;
			}
		}
		catch (DateTimeException ex) {
			// told below
		}
		switch (cycle) {
			case MONTH, ONCE -> yaml.wrong("period", "应为月份，如 2013-07", "must be a month such as 2013-07");
			case QUARTER -> yaml.wrong("period", "应为季度，如 2013-Q3", "must be a quarter such as 2013-Q3");
			case YEAR, CLAIM -> yaml.wrong("period", "应为年份，如 2013", "must be a year such as 2013");
		}
		return null;
	}

	private static Period.Kind kind(Cycle cycle) {
		return switch (cycle) {
			case MONTH, ONCE -> Period.Kind.MONTH;
			case QUARTER -> Period.Kind.QUARTER;
			case YEAR, CLAIM -> Period.Kind.YEAR;
		};
	}

	private static boolean isClaim(Program program, String id, @Nullable FactRecord applicant, Period period) {
		List<RecordedClaim> claims = (applicant != null) ? applicant.claims(program.over().list()) : null;
		return claims != null
				&& claims.stream().anyMatch((claim) -> claim.id().equals(id) && period.year().contains(claim.date()));
	}

	/** Only what the version looks at can be stated. */
	private void stated(YamlMapping yaml, YamlMapping stated, CompiledPolicy version, @Nullable FactRecord applicant,
			Period period) {
		PolicyHeader header = version.header();
		if (!header.namesOthers() && !version.rules().readsOwnPayment()) {
			this.problems.error(yaml.keyPlace("awards"), "EXAMPLE_VALUE",
					"awards 只能写在看别的项目待遇的版本里：先在 policy.yaml 写 uses 或 deducts",
					"awards belongs only where the version looks at other programs: name them under uses or deducts in policy.yaml first");
			return;
		}
		Set<String> named = new TreeSet<>();
		Stream.concat(header.uses().stream(), Stream.ofNullable(header.deducts()).flatMap(List::stream))
			.forEach((other) -> named.add(other.id()));
		for (String key : stated.keys()) {
			boolean claim = version.program().cycle() == Cycle.CLAIM
					&& isClaim(version.program(), key, applicant, period);
			if (!named.contains(key) && !claim) {
				this.problems.error(stated.keyPlace(key), "EXAMPLE_VALUE",
						"awards 里的 " + key + " 不是 uses、deducts 里的项目，也不是该年度的一笔费用",
						key + " under awards is no program of uses or deducts, and no claim of that year");
			}
			else if (claim && named.size() > 1) {
				this.problems.error(stated.keyPlace(key), "EXAMPLE_VALUE", "看几个项目的待遇时，awards 按项目写，不按费用写",
						"where several programs are looked at, awards stand by program, not by claim");
			}
		}
	}

	private Map<String, Example.Award> awards(@Nullable YamlMapping yaml) {
		Map<String, Example.Award> awards = new LinkedHashMap<>();
		if (yaml == null) {
			return awards;
		}
		for (String key : yaml.keys()) {
			YamlMapping open = (yaml.node(key) instanceof MappingNode) ? yaml.mapping(key) : null;
			if (open != null) {
				open.allow("missing", "atMost", "inKind");
				List<String> missing = open.texts("missing");
				InKind thing = open.isMapping("inKind") ? inKind(open.mapping("inKind")) : null;
				awards.put(key, new Example.Award(null, (missing != null) ? new TreeSet<>(missing) : Set.of(),
						amount(open, "atMost"), thing));
			}
			else {
				awards.put(key, new Example.Award(amount(yaml, key), Set.of(), null));
			}
		}
		return awards;
	}

	private Example.Expected expected(YamlMapping yaml) {
		yaml.allow("outcome", "amount", "inKind", "rules", "missing", "withheld", "undecided");
		Map<String, List<String>> undecided = null;
		YamlMapping open = yaml.mapping("undecided");
		if (open != null) {
			undecided = new LinkedHashMap<>();
			for (String program : open.keys()) {
				List<String> fields = open.texts(program);
				undecided.put(program, (fields != null) ? fields : List.of());
			}
		}
		return new Example.Expected(yaml.has("outcome") ? yaml.code("outcome", Outcome.class, null) : null,
				amount(yaml, "amount"), yaml.texts("rules"), yaml.texts("missing"), yaml.texts("withheld"), undecided,
				yaml.has("inKind") ? things(yaml) : null);
	}

	/** One thing, or a list of them. */
	private List<InKind> things(YamlMapping yaml) {
		List<YamlMapping> each = yaml.isMapping("inKind") ? Stream.ofNullable(yaml.mapping("inKind")).toList()
				: yaml.mappings("inKind");
		return each.stream().map(ExampleReader::inKind).filter(Objects::nonNull).toList();
	}

	private static @Nullable InKind inKind(@Nullable YamlMapping yaml) {
		if (yaml == null) {
			return null;
		}
		yaml.allow("what", "quantity", "unit");
		String what = yaml.text("what");
		String unit = yaml.optionalText("unit");
		return new InKind(new Bilingual(what, what), yaml.number("quantity", 1, 999_999), (unit != null) ? unit : "");
	}

	private @Nullable BigDecimal amount(YamlMapping yaml, String key) {
		String text = yaml.optionalText(key);
		BigDecimal amount = (text != null) ? Scalars.yuan(text) : null;
		if (text != null && amount == null) {
			yaml.wrong(key, "应为不小于零、最多两位小数的金额", "must be an amount of zero or more with at most two decimals");
		}
		return amount;
	}

}
