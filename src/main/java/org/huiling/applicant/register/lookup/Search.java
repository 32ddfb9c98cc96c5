package org.huiling.applicant.register.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.huiling.account.RegionScope;
import org.huiling.applicant.PeopleFilter;
import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.identity.CreditCode;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Paging;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people and organisations by resident id or credit code, file number, birth date,
 * whole name or a part of it, and by region; those whom the caller may see.
 */
@Component
public class Search {

	private static final Pattern FULL = Pattern.compile("[0-9]{17}[0-9X]");

	/** The file of a number; if it was merged, the one that goes on. */
	private static final String NUMBERED = " and a.id = (with recursive file (id, next) as (select f.id, f.merged_into"
			+ " from applicant f where f.file_number = ? union all select f.id, f.merged_into from applicant f"
			+ " join file on f.id = file.next) select id from file where next is null)";

	/** Of whom a record that was not corrected says so. */
	static final String BORN = " and a.id in (select r.applicant from applicant_record r"
			+ " where (r.facts ->> 'birthDate') collate \"C\" = ? and not exists (select from applicant_record c"
			+ " where c.applicant = r.applicant and c.corrects = r.id))";

	private static final String NOT_CORRECTED = " and not exists (select from applicant_record c"
			+ " where c.applicant = r.applicant and c.corrects = r.id))";

	/** The same of a birth date in some years. */
	private static final String BORN_BETWEEN = " and a.id in (select r.applicant from applicant_record r"
			+ " where (r.facts ->> 'birthDate') collate \"C\" between ? and ?" + NOT_CORRECTED;

	/** Of whom a record that was not corrected says that they applied. */
	private static final String APPLIED = " and exists (select from applicant_record r where r.applicant = a.id"
			+ " and r.facts -> 'applications' @> jsonb_build_array(jsonb_build_object('program', cast(? as text)))"
			+ NOT_CORRECTED;

	private static final String GRANTED = " and exists (select from applicant_granted g where g.applicant = a.id"
			+ " and g.program = ?)";

	private static final int LONGEST = 100;

	private static final String EXAMPLE = new FileNumber(1).toString();

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final PersonHashes hashes;

	private final Visibility visibility;

	private final AuditTrail audit;

	Search(JdbcClient jdbc, PersonStore store, PersonHashes hashes, Visibility visibility, AuditTrail audit) {
		this.jdbc = jdbc;
		this.store = store;
		this.hashes = hashes;
		this.visibility = visibility;
		this.audit = audit;
	}

	/**
	 * What was found.
	 *
	 * @param people by id, in the order in which their files were begun
	 * @param numbers of their files
	 * @param total how many there are on all pages
	 */
	public record Found(Map<UUID, History> people, Map<UUID, FileNumber> numbers, long total) {
	}

	@Transactional
	public Found find(PeopleFilter filter, @Nullable String q, Paging paging) {
		Condition condition = condition(filter, q);
		String region = filter.region();
		long total = this.jdbc.sql("select count(*) from applicant a where " + condition.sql())
			.params(condition.parameters())
			.query(Long.class)
			.single();
		List<Object> parameters = new ArrayList<>(condition.parameters());
		parameters.add(paging.size());
		parameters.add(paging.offset());
		List<UUID> ids = this.jdbc
			.sql("select a.id from applicant a where " + condition.sql() + " order by a.id limit ? offset ?")
			.params(parameters)
			.query(UUID.class)
			.list();
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("by", condition.kind());
		details.put("region", (region != null) ? region : "");
		this.audit.recordOf(AuditAction.APPLICANTS_LISTED, "applicants", details, ids);
		return new Found(this.store.histories(ids, true), this.store.fileNumbers(ids), total);
	}

	/**
	 * What is looked for.
	 *
	 * @param kind what {@code q} was taken for
	 * @param sql on a person {@code a}
	 * @param parameters of it
	 */
	private record Condition(String kind, String sql, List<Object> parameters) {
	}

	private Condition condition(PeopleFilter filter, @Nullable String q) {
		String region = filter.region();
		StringBuilder sql = new StringBuilder("a.merged_into is null and a.erased_at is null and ")
			.append(this.visibility.condition());
		List<Object> parameters = new ArrayList<>();
		if (region != null && !region.isEmpty()) {
			if (!RegionScope.isPrefix(region)) {
				throw refused("region", "INVALID_PREFIX");
			}
			sql.append(" and exists (select from applicant_region w where w.applicant = a.id and w.region like '")
				.append(region)
				.append("%')");
		}
		narrow(filter, sql, parameters);
		String kind = (q != null && !q.isBlank()) ? named(q, sql, parameters) : "ALL";
		return new Condition(kind, sql.toString(), parameters);
	}

	private static void narrow(PeopleFilter filter, StringBuilder sql, List<Object> parameters) {
		if (filter.bornFrom() != null || filter.bornTo() != null) {
			sql.append(BORN_BETWEEN);
			parameters.add((filter.bornFrom() != null) ? filter.bornFrom().toString() : "0");
			parameters.add((filter.bornTo() != null) ? filter.bornTo().toString() : "9");
		}
		if (filter.appliedFor() != null) {
			sql.append(APPLIED);
			parameters.add(filter.appliedFor());
		}
		if (filter.granted() != null) {
			sql.append(GRANTED);
			parameters.add(filter.granted());
		}
	}

	/**
	 * The regions that records name, as far as the caller reaches them: from one to the
	 * next by the index, however many people lie in each.
	 */
	public List<String> regions(int most) {
		String below = this.visibility.below("w.region");
		return this.jdbc
			.sql("with recursive r (region) as ((select min(w.region) from applicant_region w where " + below
					+ ") union all select (select min(w.region) from applicant_region w where w.region > r.region and "
					+ below
					+ ") from r where r.region is not null) select region from r where region is not null limit ?")
			.param(most)
			.query(String.class)
			.list();
	}

	private String named(String q, StringBuilder sql, List<Object> parameters) {
		if (q.length() > LONGEST) {
			throw refused("q", "TOO_LONG", LONGEST);
		}
		String id = ResidentId.normalise(q);
		String code = CreditCode.normalise(q);
		if (CreditCode.hasForm(code) && !FULL.matcher(id).matches()) {
			sql.append(" and a.resident_hash = ?");
			parameters.add(this.hashes.creditCode(code));
			return "CREDIT_CODE";
		}
		if (CreditCode.hasForm(code)) {
			// some credit codes are all digits
			sql.append(" and (a.resident_hash = ? or a.resident_hash = ?)");
			parameters.add(this.hashes.resident(id));
			parameters.add(this.hashes.creditCode(code));
			return "RESIDENT_ID";
		}
		if (FULL.matcher(id).matches()) {
			sql.append(" and a.resident_hash = ?");
			parameters.add(this.hashes.resident(id));
			return "RESIDENT_ID";
		}
		if (id.indexOf('*') >= 0) {
			throw refused("q", RegisterFault.MASKED_ID.name());
		}
		SearchedName searched = SearchedName.of(q);
		if (searched.birth() != null) {
			sql.append(BORN);
			parameters.add(searched.birth().toString());
			if (searched.name().isEmpty()) {
				return "BIRTH_DATE";
			}
			return "BIRTH_DATE_AND_" + named(searched, sql, parameters);
		}
		if (FileNumber.isMeant(q)) {
			sql.append(NUMBERED);
			parameters.add(number(q).count());
			return "FILE_NUMBER";
		}
		return named(searched, sql, parameters);
	}

	/** By the whole name or any part of it. */
	private String named(SearchedName searched, StringBuilder sql, List<Object> parameters) {
		String name = PersonNames.key(searched.name());
		sql.append(" and (a.name_hash = ? or a.surname_hash = ? or a.given_hash = ? or a.part_hashes @> ?)");
		parameters.add(this.hashes.name(name));
		parameters.add(this.hashes.surname(name));
		parameters.add(this.hashes.given(name));
		parameters.add(new byte[][] { this.hashes.given(name) });
		return "NAME";
	}

	private static FileNumber number(String q) {
		try {
			return FileNumber.readBeginning(q);
		}
		catch (FileNumber.Misread ex) {
			throw refused("q", ex.code(), EXAMPLE);
		}
	}

	private static InvalidInput refused(String field, String code, Object... arguments) {
		return new InvalidInput(400, List.of(FieldError.of(field, code, arguments)));
	}

}
