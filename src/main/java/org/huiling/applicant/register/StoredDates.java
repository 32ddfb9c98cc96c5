package org.huiling.applicant.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.applicant.DatesOnFile;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by the indexes of records, and reads what holds of them in the end. */
@Component
class StoredDates implements DatesOnFile {

	private static final String BIRTH = "(r.facts ->> 'birthDate') collate \"C\"";

	private static final String PASSED = "#>> '{lifeCheck,lastPassed}'";

	private static final String DIBAO_END = "(r.facts #>> '{household,dibao,to}') collate \"C\"";

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final Clock clock;

	StoredDates(JdbcClient jdbc, PersonStore store, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> checkedUpTo(String regionPrefix, LocalDate last) {
		String passed = "r.facts " + PASSED;
		String since = "n.facts " + PASSED;
		return find(regionPrefix, passed + " is not null and (" + passed + ") collate \"C\" <= ? and not exists (select"
				+ " from applicant_record n where n.applicant = r.applicant and (" + since + ") collate \"C\" > ?"
				+ " and (" + since + ") collate \"C\" <= ?"
				+ " and not exists (select from applicant_record c where c.applicant = n.applicant and c.corrects = n.id))",
				last.toString(), last.toString(), LocalDate.now(this.clock).toString());
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> born(String regionPrefix, LocalDate first, LocalDate last) {
		return find(regionPrefix, "r.facts ->> 'birthDate' is not null and " + BIRTH + " >= ? and " + BIRTH + " <= ?",
				first.toString(), last.toString());
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> ending(String regionPrefix, LocalDate first, LocalDate last) {
		Set<UUID> found = new LinkedHashSet<>(find(regionPrefix,
				"r.facts #>> '{household,dibao,to}' is not null and " + DIBAO_END + " >= ? and " + DIBAO_END + " <= ?",
				first.toString(), last.toString()));
		found.addAll(find(regionPrefix,
				"jsonb_path_exists(r.facts, '$.statuses[*].to') and jsonb_path_exists(r.facts, cast(? as jsonpath))",
				"$.statuses[*] ? (@.to >= \"" + first + "\" && @.to <= \"" + last + "\")"));
		return List.copyOf(found);
	}

	private List<UUID> find(String regionPrefix, String condition, String... parameters) {
		return this.jdbc
			.sql("select distinct r.applicant from applicant_record r join applicant a on a.id = r.applicant where "
					+ condition + " and a.merged_into is null and a.erased_at is null and exists (select from"
					+ " applicant_region g where g.applicant = r.applicant and "
					+ new RegionScope(List.of(regionPrefix)).condition("g.region") + ") order by r.applicant")
			.params(List.of(parameters))
			.query(UUID.class)
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, Dates> of(Collection<UUID> people) {
		List<UUID> going = this.jdbc
			.sql("select id from applicant where id = any(?) and merged_into is null and erased_at is null")
			.param(people.toArray(UUID[]::new))
			.query(UUID.class)
			.list();
		Map<UUID, Dates> dates = new HashMap<>();
		this.store.histories(going, false).forEach((id, history) -> {
			ObjectNode facts = history.last();
			if (history.subject() == Subject.PERSON && !facts.hasNonNull("deathDate")) {
				dates.put(id, dates(facts, LastLifeCheck.of(history, LocalDate.MAX, this.clock.instant())));
			}
		});
		return dates;
	}

	private static Dates dates(ObjectNode facts, @Nullable LocalDate lifeCheck) {
		List<Ending> endings = new ArrayList<>();
		LocalDate dibao = day(facts.path("household").path("dibao").path("to"));
		if (dibao != null) {
			endings.add(new Ending(Ending.DIBAO, dibao));
		}
		JsonNode statuses = facts.path("statuses");
		statuses.forEach((status) -> {
			LocalDate to = day(status.path("to"));
			if (to != null && statuses.valueStream().noneMatch((other) -> follows(status, other, to))) {
				endings.add(new Ending(status.path("kind").asString(""), to));
			}
		});
		return new Dates(PersonStore.regions(facts), day(facts.path("birthDate")), lifeCheck, endings);
	}

	/** Whether a status of the same kind goes on after one has ended. */
	private static boolean follows(JsonNode status, JsonNode other, LocalDate to) {
		LocalDate until = day(other.path("to"));
		return !other.equals(status) && other.path("kind").equals(status.path("kind"))
				&& (until == null || until.isAfter(to));
	}

	/** What cannot be read is unknown: one damaged file keeps nobody else. */
	private static @Nullable LocalDate day(JsonNode day) {
		try {
			return day.isString() ? LocalDate.parse(day.stringValue()) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
