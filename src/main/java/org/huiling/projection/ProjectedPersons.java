package org.huiling.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.projection.report.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind the counts of a projection, for those who may see the people. */
@Component
public class ProjectedPersons {

	private final ProjectionStore store;

	private final ApplicantRegister register;

	private final PolicyCatalogue catalogue;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final AuditTrail audit;

	private final CurrentUser user;

	ProjectedPersons(ProjectionStore store, ApplicantRegister register, PolicyCatalogue catalogue, JdbcClient jdbc,
			JsonMapper json, AuditTrail audit, CurrentUser user) {
		this.store = store;
		this.register = register;
		this.catalogue = catalogue;
		this.jdbc = jdbc;
		this.json = json;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * People of the caller's regions for whom a projection changes something; reading
	 * them is recorded.
	 * @param id of the projection
	 * @param change how, null for all
	 * @param paging which page
	 * @return those who lose most first
	 * @throws Refusal 404 if there is none that reaches into the caller's regions
	 */
	@Transactional
	public Listing<ProjectedPerson> page(UUID id, @Nullable Change change, Paging paging) {
		Projection projection = reached(id);
		List<Object> parameters = new ArrayList<>(List.of(id));
		String where = " from projection_change c where c.projection = ? and " + this.register.visible("c.applicant")
				+ ((change != null) ? " and c.change = ?" : "");
		if (change != null) {
			parameters.add(change.name());
		}
		long total = this.jdbc.sql("select count(*)" + where).params(parameters).query(Long.class).single();
		parameters.add(paging.size());
		parameters.add(paging.offset());
		String currency = this.catalogue.currency(projection.jurisdiction());
		List<ProjectedPerson> people = this.jdbc
			.sql("select c.*" + where + " order by c.after - c.before, c.applicant limit ? offset ?")
			.params(parameters)
			.query((row, number) -> {
				BigDecimal before = row.getBigDecimal("before").setScale(2);
				BigDecimal after = row.getBigDecimal("after").setScale(2);
				return new ProjectedPerson(row.getObject("applicant", UUID.class), null, null,
						Change.valueOf(row.getString("change")), before, after, after.subtract(before),
						this.json.readValue(row.getString("because"), new TypeReference<>() {
						}), currency);
			})
			.list();
		Map<UUID, ShownPerson> shown = this.register.shown(people.stream().map(ProjectedPerson::applicantId).toList());
		this.audit.recordOf(AuditAction.PROJECTION_PEOPLE_READ, id.toString(),
				Map.of("page", paging.page(), "change", (change != null) ? change.name() : "ALL"),
				people.stream().map(ProjectedPerson::applicantId).toList());
		return Listing.of(people.stream().map((one) -> named(one, shown.get(one.applicantId()))).toList(), paging,
				total);
	}

	private static ProjectedPerson named(ProjectedPerson one, @Nullable ShownPerson person) {
		return (person != null) ? new ProjectedPerson(one.applicantId(), person.fileNumber(), person.residentId(),
				one.change(), one.before(), one.after(), one.difference(), one.because(), one.currency()) : one;
	}

	/** Of a jurisdiction that lies in the caller's regions or around them. */
	private Projection reached(UUID id) {
		return this.store.find(id)
			.filter((one) -> this.catalogue.jurisdiction(one.jurisdiction()).filter(this::reaches).isPresent())
			.orElseThrow(() -> Refusal.notFound("PROJECTION_NOT_FOUND"));
	}

	private boolean reaches(Jurisdiction jurisdiction) {
		return this.user.regions().covers(jurisdiction.regionPrefix()) || this.user.regions()
			.prefixes()
			.stream()
			.anyMatch((prefix) -> prefix.startsWith(jurisdiction.regionPrefix()));
	}

}
