package org.huiling.openrules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

import org.huiling.applicant.RecordJson;
import org.huiling.decision.notice.Wording;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.example.Example;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.RuleTree;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;

/** Puts together what is published of programs, from wherever their policies are read. */
public final class OpenPolicies {

	private static final JsonMapper MAPPER = new JsonMapper();

	/** Of an example's applicant: whoever made them up may have had somebody in mind. */
	private static final List<String> WHO = List.of("residentId", "creditCode", "name", "payee");

	private final MessageSource messages;

	private final FactNames names;

	/**
	 * What is published.
	 * @param messages where sentences stand
	 * @param names what facts and codes are called
	 */
	public OpenPolicies(MessageSource messages, FactNames names) {
		this.messages = messages;
		this.names = names;
	}

	/**
	 * The programs that are a jurisdiction's own.
	 * @param book its policies
	 * @return in the order of evaluation
	 */
	public static List<Program> programs(PolicyBook book) {
		return book.programs().stream().filter((program) -> program.owner() == null).toList();
	}

	/** A version with the last day on which it governs. */
	private record Governing(CompiledPolicy policy, LocalDate from, @Nullable LocalDate to) {
	}

	/**
	 * Everything that is published of a program.
	 * @param book the policies of its jurisdiction
	 * @param program the program
	 * @param examples the worked examples of a version
	 * @return nothing that was withdrawn, corrected or drafted
	 */
	public OpenPolicy of(PolicyBook book, Program program, Function<CompiledPolicy, List<Example>> examples) {
		List<Governing> versions = versions(book, program);
		return new OpenPolicy(book.jurisdiction(), program.id(), program.name(), program.cycle(), program.unit(),
				program.paidTo(), program.subject().word(), program.appliesBelow(), ParameterSeries.of(spans(versions)),
				versions.stream().map((one) -> version(one, examples.apply(one.policy()))).toList());
	}

	private static List<ParameterSeries.Span> spans(List<Governing> versions) {
		return versions.stream().map((one) -> new ParameterSeries.Span(one.policy(), one.from(), one.to())).toList();
	}

	private static List<Governing> versions(PolicyBook book, Program program) {
		List<LocalDate> days = List.copyOf(new TreeSet<>(book.turns(program.id())));
		List<Governing> versions = new ArrayList<>();
		for (int i = 0; i < days.size(); i++) {
			LocalDate from = days.get(i);
			CompiledPolicy policy = book.inForce(program.id(), from);
			if (policy != null) {
				LocalDate next = (i + 1 < days.size()) ? days.get(i + 1).minusDays(1) : null;
				LocalDate last = policy.header().effectiveTo();
				versions.add(new Governing(policy, from,
						(last == null || (next != null && next.isBefore(last))) ? next : last));
			}
		}
		return versions;
	}

	private OpenPolicy.Version version(Governing governing, List<Example> examples) {
		CompiledPolicy policy = governing.policy();
		return new OpenPolicy.Version(policy.version(), policy.digest(), policy.header().title(),
				policy.header().basis(), governing.from(), governing.to(), policy.header().rounding(),
				policy.header().wins(), policy.header().factDay().name(), policy.header().assumptions(),
				rules(policy.on(governing.from())), examples.stream().map(OpenPolicies::example).toList());
	}

	private List<OpenPolicy.Rule> rules(CompiledPolicy policy) {
		List<List<RuleTree>> trees = policy.trees();
		List<VersionComparison.Rule> written = VersionComparison.rules(policy);
		List<OpenPolicy.Rule> rules = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			VersionComparison.Rule rule = written.get(i);
			rules.add(new OpenPolicy.Rule(rule.name(), rule.basis(), trees.get(i),
					rule.conditions().stream().map((text) -> words(text, policy)).toList(), rule.consequence()));
		}
		return rules;
	}

	/** With the values of the parameters that it names, and of no person. */
	private Bilingual words(String text, CompiledPolicy policy) {
		Map<String, @Nullable Object> values = new HashMap<>();
		policy.parametersIn(text).forEach((name) -> values.put(name, policy.parameters().get(name)));
		ConditionResult asked = new ConditionResult(text, values, Truth.UNKNOWN);
		Map<String, String> units = policy.header().units();
		return new Bilingual(new Wording(this.messages, this.names, Locale.CHINESE, units).condition(asked),
				new Wording(this.messages, this.names, Locale.ENGLISH, units).condition(asked));
	}

	private static OpenPolicy.WorkedExample example(Example example) {
		return new OpenPolicy.WorkedExample(example.name(), example.period(), example.claim(),
				applicant(example.applicant()), example.awards(), example.expected());
	}

	private static @Nullable Map<String, Object> applicant(@Nullable FactRecord record) {
		if (record == null) {
			return null;
		}
		ObjectNode applicant = RecordJson.of(record);
		applicant.remove(WHO);
		Map<String, Object> told = new LinkedHashMap<>();
		applicant.properties()
			.forEach((field) -> told.put(field.getKey(),
					Objects.requireNonNull(MAPPER.convertValue(field.getValue(), Object.class))));
		return told;
	}

}
