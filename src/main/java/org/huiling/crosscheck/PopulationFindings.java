package org.huiling.crosscheck;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.PeopleMatching;
import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.engine.Assessment;
import org.huiling.engine.Outcome;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.task.NewTask;
import org.huiling.task.NewTask.Stranger;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * 人口比对: whoever is on the list and not on file, and is entitled to something by what the
 * list alone says of them, with everything else unknown. Of whom something else is on
 * file, a person has to look at.
 */
@Component
class PopulationFindings implements KindFindings {

	/** How many days somebody has for it. */
	private static final int DAYS = 30;

	private static final int SHORTEST_REGION = 6;

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final PeopleMatching people;

	private final PolicyCatalogue catalogue;

	private final Supposing supposing;

	private final Clock clock;

	PopulationFindings(PeopleMatching people, PolicyCatalogue catalogue, Supposing supposing, Clock clock) {
		this.people = people;
		this.catalogue = catalogue;
		this.supposing = supposing;
		this.clock = clock;
	}

	@Override
	public CrossCheckKind kind() {
		return CrossCheckKind.POPULATION;
	}

	@Override
	public List<NewTask> of(CrossCheck check, List<Matched> lines) {
		String prefix = this.catalogue.jurisdiction(check.jurisdiction()).orElseThrow().regionPrefix();
		List<NewTask> tasks = new ArrayList<>();
		for (Matched line : lines) {
			if (line.candidates().isEmpty()) {
				NewTask missing = missing(check, line.said(), prefix);
				if (missing != null) {
					tasks.add(missing);
				}
			}
			for (Candidate one : line.candidates()) {
				String because = otherwise(line.said(), one);
				if (because != null) {
					tasks.add(new NewTask(TaskKind.UNCLEAR, one.id(), null, check.jurisdiction(), null, because,
							List.of(check.asOf().toString()), Proposed.NOTHING, null, due(), check.source(),
							because + " " + one.id()));
				}
			}
		}
		return tasks;
	}

	/** What is otherwise on file, null if nothing is. */
	private static @Nullable String otherwise(ListLine.Said said, Candidate one) {
		if (!one.byId()) {
			return (said.residentId() != null) ? "LISTED_WITHOUT_ID" : null;
		}
		if (!one.certain()) {
			return "LISTED_OTHER_NAME";
		}
		return (one.birthDate() != null && said.birthDate() != null && !one.birthDate().equals(said.birthDate()))
				? "LISTED_OTHER_BIRTH" : null;
	}

	/** Somebody who is not on file, null unless they are entitled to something. */
	private @Nullable NewTask missing(CrossCheck check, ListLine.Said said, String prefix) {
		String mark = this.people.mark(said.wanted());
		String region = region(said, prefix);
		if (said.birthDate() == null || mark == null || region == null) {
			return null;
		}
		List<Assessment> entitled = this.supposing.answers(check, facts(said, region))
			.stream()
			.filter((answer) -> answer.outcome() == Outcome.ELIGIBLE)
			.toList();
		if (entitled.isEmpty()) {
			return null;
		}
		TreeSet<String> programs = entitled.stream()
			.map((answer) -> answer.program().id())
			.collect(Collectors.toCollection(TreeSet::new));
		BigDecimal money = entitled.stream()
			.map(Assessment::amount)
			.filter(Objects::nonNull)
			.reduce(NOTHING, BigDecimal::add);
		String id = said.residentId();
		return new NewTask((id != null) ? TaskKind.NOT_ON_FILE : TaskKind.UNCLEAR, null,
				new Stranger(said.name(), (id != null) ? new ResidentId(id).masked() : null, region),
				check.jurisdiction(), (programs.size() == 1) ? programs.first() : null,
				(id != null) ? "NOT_ON_FILE" : "NOT_ON_FILE_BY_NAME",
				List.of(check.asOf().toString(), String.valueOf(said.birthDate()), String.join(", ", programs)),
				Proposed.NOTHING, money, due(), check.source(), "NOT_ON_FILE " + check.jurisdiction() + " " + mark);
	}

	/**
	 * Where they lie in the jurisdiction, null if elsewhere. A list that names no region
	 * is the jurisdiction's own.
	 */
	private static @Nullable String region(ListLine.Said said, String prefix) {
		if (said.hukou() == null && said.residence() == null) {
			return prefix + "0".repeat(Math.max(0, SHORTEST_REGION - prefix.length()));
		}
		return Stream.of(said.hukou(), said.residence())
			.filter((region) -> region != null && region.startsWith(prefix))
			.findFirst()
			.orElse(null);
	}

	private static ObjectNode facts(ListLine.Said said, String region) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		facts.put("birthDate", String.valueOf(said.birthDate()));
		if (said.residentId() != null) {
			facts.put("sex", new ResidentId(said.residentId()).sex().name());
		}
		String hukou = (said.residence() == null && said.hukou() == null) ? region : said.hukou();
		if (hukou != null) {
			facts.putObject("hukou").put("region", hukou);
		}
		if (said.residence() != null) {
			facts.putObject("residence").put("region", said.residence());
		}
		return facts;
	}

	private LocalDate due() {
		return LocalDate.now(this.clock).plusDays(DAYS);
	}

}
