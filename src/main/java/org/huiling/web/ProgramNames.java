package org.huiling.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Programs by their names. */
@Component
public class ProgramNames {

	private final PolicyCatalogue policies;

	private final Clock clock;

	ProgramNames(PolicyCatalogue policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The names of all programs in a language.
	 *
	 * @param byOwner by jurisdiction and program
	 */
	public record Names(Map<String, Map<String, String>> byOwner) {

		/**
		 * The name of a program.
		 * @param jurisdiction whose it is
		 * @param program its id
		 * @return its id if it has no name
		 */
		public String of(String jurisdiction, String program) {
			return this.byOwner.getOrDefault(jurisdiction, Map.of()).getOrDefault(program, program);
		}

		/**
		 * The name of a program of several jurisdictions' together.
		 * @param program its id
		 * @return the first one found; its id if it has none
		 */
		public String of(String program) {
			return this.byOwner.values()
				.stream()
				.filter((names) -> names.containsKey(program))
				.map((names) -> names.get(program))
				.findFirst()
				.orElse(program);
		}

	}

	/**
	 * All names.
	 * @param locale the reader's
	 * @return by jurisdiction and program
	 */
	public Names in(Locale locale) {
		Map<String, Map<String, String>> names = new TreeMap<>();
		this.policies.jurisdictions()
			.forEach((jurisdiction) -> names.put(jurisdiction.id(), of(jurisdiction.id(), locale)));
		return new Names(names);
	}

	/**
	 * The programs of a jurisdiction that one can apply for.
	 * @param jurisdiction its id
	 * @param locale the reader's
	 * @return names by id, in the order of evaluation
	 */
	public Map<String, String> of(String jurisdiction, Locale locale) {
		Map<String, String> names = new LinkedHashMap<>();
		for (Program program : this.policies.book(jurisdiction, this.clock.instant()).programs()) {
			if (!Program.STACKING.equals(program.id())) {
				names.put(program.id(), program.name().in(locale));
			}
		}
		return names;
	}

	/**
	 * What may be applied for where a person's hukou is, or else anywhere.
	 * @param facts of the person
	 * @param locale the reader's
	 * @return names by id
	 */
	public Map<String, String> forPerson(JsonNode facts, Locale locale) {
		return this.policies.jurisdictionOf(facts.path("hukou").path("region").asString(""))
			.or(() -> this.policies.jurisdictions().stream().findFirst())
			.map((jurisdiction) -> of(jurisdiction.id(), locale))
			.orElse(Map.of());
	}

}
