package org.huiling.crosscheck;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemTexts;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 比对: lists of others as people send them, and what came of each. */
@Component
public class CrossChecks {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private final CrossCheckIntake intake;

	private final CrossCheckStore store;

	private final CrossCheckWorker worker;

	private final PolicyCatalogue catalogue;

	private final ApplicantRegister register;

	private final JdbcClient jdbc;

	private final ProblemTexts texts;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	CrossChecks(CrossCheckIntake intake, CrossCheckStore store, CrossCheckWorker worker, PolicyCatalogue catalogue,
			ApplicantRegister register, JdbcClient jdbc, ProblemTexts texts, AuditTrail audit, CurrentUser user,
			Clock clock) {
		this.intake = intake;
		this.store = store;
		this.worker = worker;
		this.catalogue = catalogue;
		this.register = register;
		this.jdbc = jdbc;
		this.texts = texts;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Takes a list, to be matched in the background.
	 * @param order what it is to be matched with
	 * @param file csv or a workbook
	 * @param declared the encoding as declared; null to find out
	 * @return how it begins
	 * @throws InvalidInput 400 if it is no table, 422 {@code NO_SUCH_JURISDICTION}, or if
	 * a column is missing or the day lies ahead
	 * @throws Refusal 403 if the jurisdiction is not wholly the user's
	 */
	public CrossCheck order(CrossCheckOrder order, InputStream file, @Nullable Charset declared) {
		Jurisdiction jurisdiction = this.catalogue.jurisdiction(order.jurisdiction())
			.orElseThrow(() -> refused("jurisdiction", "NO_SUCH_JURISDICTION",
					this.catalogue.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.joining(", "))));
		this.user.requireRegion(jurisdiction.regionPrefix());
		if (order.asOf().isAfter(LocalDate.now(this.clock))) {
			throw refused("asOf", "DAY_AFTER_TODAY");
		}
		UUID id = this.intake.take(order, file, declared);
		CrossCheck begun = this.store.find(id).orElseThrow();
		this.worker.nudge();
		return begun;
	}

	private static InvalidInput refused(String field, String code, Object... arguments) {
		return new InvalidInput(UNPROCESSABLE, List.of(FieldError.of(field, code, arguments)));
	}

	/**
	 * Cross-checks of jurisdictions that are wholly the user's.
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<CrossCheck> page(Paging paging) {
		List<String> own = this.catalogue.jurisdictions()
			.stream()
			.filter((one) -> this.user.regions().covers(one.regionPrefix()))
			.map(Jurisdiction::id)
			.toList();
		return Listing.of(this.store.page(own, paging), paging, this.store.count(own));
	}

	/**
	 * How far a cross-check is.
	 * @param id its id
	 * @return with the tasks it opened
	 * @throws Refusal 404 if there is none in the user's regions
	 */
	public CrossCheck one(UUID id) {
		return this.store.find(id)
			.filter((one) -> this.catalogue.jurisdiction(one.jurisdiction())
				.filter((jurisdiction) -> this.user.regions().covers(jurisdiction.regionPrefix()))
				.isPresent())
			.orElseThrow(() -> Refusal.notFound("CROSS_CHECK_NOT_FOUND"));
	}

	/**
	 * Stops a cross-check after the lines under way; what was found stays.
	 * @param id its id
	 * @return as it is now
	 * @throws Refusal 404 as above, 409 if it is not under way
	 */
	@Transactional
	public CrossCheck stop(UUID id) {
		CrossCheck check = one(id);
		if (!this.store.stop(id)) {
			throw new Refusal(CONFLICT, "CROSS_CHECK_NOT_OPEN", check.state().name());
		}
		this.audit.record(AuditAction.CROSS_CHECK_STOPPED, id.toString(), Map.of("done", check.done()));
		return one(id);
	}

	/**
	 * Lets a cross-check go on that was stopped or failed.
	 * @param id its id
	 * @return as it is now
	 * @throws Refusal 404 as above, 409 if it is neither, or its list is forgotten
	 */
	@Transactional
	public CrossCheck restart(UUID id) {
		CrossCheck check = one(id);
		if (!this.store.restart(id)) {
			throw new Refusal(CONFLICT, "CROSS_CHECK_NOT_STOPPED", check.state().name(), check.keptUntil().toString());
		}
		this.audit.record(AuditAction.CROSS_CHECK_RESTARTED, id.toString(), Map.of("done", check.done()));
		return one(id);
	}

	/**
	 * Lines of a list and what came of them; reading them is recorded.
	 * @param id of the cross-check
	 * @param outcome which of them, null for all
	 * @param paging which page
	 * @param locale the reader's
	 * @return ids masked; none once the list is forgotten
	 * @throws Refusal 404 as above
	 */
	@Transactional
	public Listing<CrossCheckLine> lines(UUID id, CrossCheckLine.@Nullable Outcome outcome, Paging paging,
			Locale locale) {
		CrossCheck check = one(id);
		List<CrossCheckStore.Kept> kept = this.store.lines(id, outcome, paging);
		Set<UUID> visible = visible(
				kept.stream().map(CrossCheckStore.Kept::applicant).filter(Objects::nonNull).toList());
		this.audit.recordOf(AuditAction.CROSS_CHECK_LINES_READ, check.id().toString(), Map.of(), visible);
		return Listing.of(kept.stream().map((line) -> view(line, visible, locale)).toList(), paging,
				this.store.countLines(id, outcome));
	}

	private Set<UUID> visible(List<UUID> ids) {
		return new HashSet<>(this.jdbc
			.sql("select i.id from unnest(cast(? as uuid[])) as i (id) where " + this.register.visible("i.id"))
			.param(ids.toArray(UUID[]::new))
			.query(UUID.class)
			.list());
	}

	private CrossCheckLine view(CrossCheckStore.Kept kept, Set<UUID> visible, Locale locale) {
		ListLine.Said said = kept.line().said();
		FieldError refused = kept.line().refused();
		if (said == null || refused != null) {
			return new CrossCheckLine(kept.line().number(), kept.outcome(), null, null, null, null, null, null, null,
					null, (refused != null) ? List.of(new CrossCheckLine.Wrong(refused.field(), refused.code(),
							this.texts.message(refused, locale))) : List.of());
		}
		return new CrossCheckLine(kept.line().number(), kept.outcome(), said.name(),
				(said.residentId() != null) ? new ResidentId(said.residentId()).masked() : null, said.birthDate(),
				said.date(), said.hukou(), said.residence(), elsewhere(said.drawn()),
				visible.contains(kept.applicant()) ? kept.applicant() : null, List.of());
	}

	private static CrossCheckLine.@Nullable Elsewhere elsewhere(ListLine.@Nullable Drawn drawn) {
		return (drawn != null) ? new CrossCheckLine.Elsewhere(drawn.program(), drawn.from(), drawn.to(), drawn.amount())
				: null;
	}

}
