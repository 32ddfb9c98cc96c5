package org.huiling.web;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.huiling.applicant.RecordJson;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.facts.Subject;
import org.huiling.policy.PolicyCatalogue;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Programs and jurisdictions by their names. */
@Component
public class ProgramNames {

	private final PolicyCatalogue policies;

	private final Districts districts;

	private final Clock clock;

	ProgramNames(PolicyCatalogue policies, Districts districts, Clock clock) {
		this.policies = policies;
		this.districts = districts;
		this.clock = clock;
	}

	/**
	 * The names of programs in a language.
	 *
	 * @param districts the jurisdictions' own names, by id
	 * @param byOwner by jurisdiction and program
	 */
	public record Names(Map<String, String> districts, Map<String, Map<String, String>> byOwner) {

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
		 * The name of what these jurisdictions call by one id together.
		 * @param program its id
		 * @return every name that one of them has for it; its id if none has
		 */
		public String of(String program) {
			return all().getOrDefault(program, program);
		}

		/**
		 * The names of all programs of these jurisdictions.
		 * @return by id; where they differ, one after the other
		 */
		public Map<String, String> all() {
			Map<String, String> all = new LinkedHashMap<>();
			this.byOwner.values()
				.forEach((owned) -> owned.forEach((program, name) -> all.merge(program, name,
						(one, other) -> List.of(one.split(" / ")).contains(other) ? one : one + " / " + other)));
			return all;
		}

		/**
		 * The name of a jurisdiction.
		 * @param id its id
		 * @return its id if there is no such one
		 */
		public String district(String id) {
			return this.districts.getOrDefault(id, id);
		}

	}

	/**
	 * All names.
	 * @param locale the reader's
	 * @return by jurisdiction and program, the user's own first
	 */
	public Names in(Locale locale) {
		return names(this.districts.all(), locale);
	}

	/**
	 * The names that some jurisdictions have.
	 * @param jurisdictions their ids; none for all
	 * @param locale the reader's
	 * @return by jurisdiction and program
	 */
	public Names among(Collection<String> jurisdictions, Locale locale) {
		return names(this.districts.all()
			.stream()
			.filter((one) -> jurisdictions.isEmpty() || jurisdictions.contains(one.id()))
			.toList(), locale);
	}

	/**
	 * The names of where the user works.
	 * @param locale the reader's
	 * @return by id, see {@link Names#all()}; all there are if the user works nowhere
	 */
	public Map<String, String> own(Locale locale) {
		List<Jurisdiction> own = this.districts.own();
		return names(own.isEmpty() ? this.districts.all() : own, locale).all();
	}

	/**
	 * How often the programs of some jurisdictions are granted.
	 * @param jurisdictions their ids
	 * @return by program; of one that is granted otherwise elsewhere, as the first of
	 * these jurisdictions has it
	 */
	public Map<String, Cycle> cycles(Collection<String> jurisdictions) {
		Map<String, Cycle> cycles = new LinkedHashMap<>();
		jurisdictions.forEach((id) -> this.policies.book(id, this.clock.instant())
			.programs()
			.forEach((program) -> cycles.putIfAbsent(program.id(), program.cycle())));
		return cycles;
	}

	private Names names(Collection<Jurisdiction> jurisdictions, Locale locale) {
		Map<String, Map<String, String>> names = new LinkedHashMap<>();
		jurisdictions.forEach((jurisdiction) -> names.put(jurisdiction.id(), of(jurisdiction.id(), locale)));
		return new Names(
				jurisdictions.stream()
					.collect(Collectors.toMap(Jurisdiction::id, (jurisdiction) -> jurisdiction.name().in(locale))),
				names);
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
	 * What may be applied for where a person's hukou or an organisation is, or else where
	 * the user works: programs about others are not.
	 * @param facts of the person or organisation
	 * @param locale the reader's
	 * @return names by id
	 */
	public Map<String, String> forPerson(JsonNode facts, Locale locale) {
		Subject about = RecordJson.subject(facts);
		String region = facts.at("/" + about.regions().get(0).replace('.', '/')).asString("");
		Map<String, String> names = new LinkedHashMap<>(this.policies.jurisdictionOf(region)
			.map((jurisdiction) -> of(jurisdiction.id(), locale))
			.orElseGet(() -> own(locale)));
		names.keySet().retainAll(about(about));
		return names;
	}

	private Set<String> about(Subject subject) {
		Set<String> ids = new HashSet<>();
		this.policies.jurisdictions()
			.forEach((jurisdiction) -> this.policies.book(jurisdiction.id(), this.clock.instant())
				.of(subject)
				.programs()
				.forEach((program) -> ids.add(program.id())));
		return ids;
	}

}
