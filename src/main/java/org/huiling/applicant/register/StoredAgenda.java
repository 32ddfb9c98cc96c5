package org.huiling.applicant.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;

import org.huiling.applicant.MonthAgenda;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds by indexes whoever any record speaks of, and shows those of whom it still holds
 * on the month's last day.
 */
@Component
class StoredAgenda implements MonthAgenda {

	/** Looked at for each list; some of them are no longer as a record says. */
	private static final int LOOKED_AT = 4 * SHOWN;

	/** In the order of their indexes, so that looking ends with the last one shown. */
	private static final String BIRTH = "(r.facts ->> 'birthDate') collate \"C\"";

	private static final String LIFE_CHECK = "r.facts #>> '{lifeCheck,lastPassed}'";

	private static final String DIBAO_END = "r.facts #>> '{household,dibao,to}'";

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final Visibility visibility;

	private final PersonView view;

	private final AuditTrail audit;

	StoredAgenda(JdbcClient jdbc, PersonStore store, Visibility visibility, PersonView view, AuditTrail audit) {
		this.jdbc = jdbc;
		this.store = store;
		this.visibility = visibility;
		this.view = view;
		this.audit = audit;
	}

	@Override
	@Transactional
	public List<ObjectNode> birthdays(YearMonth month, Collection<Integer> ages) {
		Set<UUID> found = new LinkedHashSet<>();
		for (int age : new TreeSet<>(ages)) {
			YearMonth born = month.minusYears(age);
			found.addAll(find("r.facts ->> 'birthDate' is not null and " + BIRTH + " >= ? and " + BIRTH + " <= ?",
					BIRTH, born.atDay(1).toString(), born.atEndOfMonth().toString()));
		}
		return people(found, month, "BIRTHDAYS", (facts, shown) -> {
			YearMonth born = YearMonth.from(LocalDate.parse(facts.path("birthDate").asString()));
			int age = month.getYear() - born.getYear();
			shown.put("age", age);
			return born.getMonth() == month.getMonth() && ages.contains(age);
		});
	}

	@Override
	@Transactional
	public List<ObjectNode> lifeChecks(YearMonth month, int valid) {
		String last = month.atEndOfMonth().minusMonths(valid).toString();
		Collection<UUID> found = find(LIFE_CHECK + " is not null and (" + LIFE_CHECK + ") collate \"C\" <= ?",
				"(" + LIFE_CHECK + ") collate \"C\" desc", last);
		return people(found, month, "LIFE_CHECKS", (facts, shown) -> {
			String passed = facts.path("lifeCheck").path("lastPassed").asString("");
			shown.put("lastPassed", passed);
			return !passed.isEmpty() && passed.compareTo(last) <= 0;
		});
	}

	@Override
	@Transactional
	public List<ObjectNode> endings(YearMonth month) {
		String from = month.atDay(1).toString();
		String to = month.atEndOfMonth().toString();
		Set<UUID> found = new LinkedHashSet<>(
				find(DIBAO_END + " is not null and (" + DIBAO_END + ") collate \"C\" >= ? and (" + DIBAO_END
						+ ") collate \"C\" <= ?", "(" + DIBAO_END + ") collate \"C\"", from, to));
		found.addAll(find(
				"jsonb_path_exists(r.facts, '$.statuses[*].to') and jsonb_path_exists(r.facts, cast(? as jsonpath))",
				"r.applicant", "$.statuses[*] ? (@.to >= \"" + from + "\" && @.to <= \"" + to + "\")"));
		return people(found, month, "ENDINGS", (facts, shown) -> {
			List<String> ends = ends(facts, from, to);
			ends.forEach(shown.putArray("ends")::add);
			return !ends.isEmpty();
		});
	}

	private static List<String> ends(JsonNode facts, String from, String to) {
		List<String> ends = new ArrayList<>();
		JsonNode dibao = facts.path("household").path("dibao");
		if (isBetween(dibao.path("to").asString(""), from, to)) {
			ends.add("DIBAO");
		}
		facts.path("statuses").forEach((status) -> {
			if (isBetween(status.path("to").asString(""), from, to)) {
				ends.add(status.path("kind").asString());
			}
		});
		return ends;
	}

	private static boolean isBetween(String day, String from, String to) {
		return day.compareTo(from) >= 0 && day.compareTo(to) <= 0;
	}

	private Collection<UUID> find(String condition, String order, Object... parameters) {
		List<Object> all = new ArrayList<>(List.of(parameters));
		all.add(LOOKED_AT);
		return new LinkedHashSet<>(this.jdbc
			.sql("select r.applicant from applicant_record r join applicant a on a.id = r.applicant where " + condition
					+ " and a.merged_into is null and a.erased_at is null and " + this.visibility.condition()
					+ " order by " + order + " limit ?")
			.params(all)
			.query(UUID.class)
			.list());
	}

	private List<ObjectNode> people(Collection<UUID> ids, YearMonth month, String list,
			BiPredicate<ObjectNode, ObjectNode> holds) {
		this.visibility.requireReader();
		List<ObjectNode> people = new ArrayList<>();
		List<UUID> shown = new ArrayList<>();
		LocalDate day = month.atEndOfMonth();
		Map<UUID, FileNumber> numbers = this.store.fileNumbers(ids);
		this.store.histories(ids, true).forEach((id, history) -> {
			ObjectNode facts = history.on(day);
			ObjectNode summary = PersonView
				.json(this.view.summary(id, Objects.requireNonNull(numbers.get(id)), history, day));
			if (people.size() < SHOWN && !facts.hasNonNull("deathDate") && holds.test(facts, summary)) {
				people.add(summary);
				shown.add(id);
			}
		});
		this.audit.recordOf(AuditAction.APPLICANTS_LISTED, "applicants", Map.of("by", list, "region", ""), shown);
		return people;
	}

}
