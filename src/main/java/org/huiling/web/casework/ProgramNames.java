package org.huiling.web.casework;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Programs by their names. */
@Component
class ProgramNames {

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
	record Names(Map<String, Map<String, String>> byOwner) {

		/** The name of a program; its id if it has none. */
		public String of(String jurisdiction, String program) {
			return this.byOwner.getOrDefault(jurisdiction, Map.of()).getOrDefault(program, program);
		}

	}

	Names in(Locale locale) {
		Map<String, Map<String, String>> names = new HashMap<>();
		this.policies.jurisdictions()
			.forEach((jurisdiction) -> names.put(jurisdiction.id(), of(jurisdiction.id(), locale)));
		return new Names(names);
	}

	/** The programs of a jurisdiction that one can apply for, in their order. */
	Map<String, String> of(String jurisdiction, Locale locale) {
		Map<String, String> names = new LinkedHashMap<>();
		for (Program program : this.policies.book(jurisdiction, this.clock.instant()).programs()) {
			if (!Program.STACKING.equals(program.id())) {
				names.put(program.id(), program.name().in(locale));
			}
		}
		return names;
	}

	/** What may be applied for where a person's hukou is, or else anywhere. */
	Map<String, String> forPerson(JsonNode facts, Locale locale) {
		return this.policies.jurisdictionOf(facts.path("hukou").path("region").asString(""))
			.or(() -> this.policies.jurisdictions().stream().findFirst())
			.map((jurisdiction) -> of(jurisdiction.id(), locale))
			.orElse(Map.of());
	}

}
