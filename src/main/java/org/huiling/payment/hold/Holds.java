package org.huiling.payment.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Program;
import org.huiling.payment.calculation.HoldCode;
import org.huiling.payment.roster.FilesOfPerson;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.roster.RosterStore;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 停发与恢复: payments of a person that are held back, and their release. Each is recorded at
 * an instant and never changed, so that a roster knows what held when it was made.
 */
@Component
public class Holds {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private static final String HOLDS = """
			select h.*, u.reason as why_released, u.released_by, u.released_at
			from payment_hold h left join payment_hold_release u on u.hold = h.id
			where h.applicant = any(?) order by h.held_at, h.id""";

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final FilesOfPerson files;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	Holds(JdbcClient jdbc, ApplicantRegister register, FilesOfPerson files, PolicyCatalogue catalogue,
			RecordedTime time, AuditTrail audit, CurrentUser user, Clock clock) {
		this.jdbc = jdbc;
		this.register = register;
		this.files = files;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Why payments can be held back.
	 * @return the codes
	 */
	public static List<String> codes() {
		return Stream.of(HoldCode.values()).map(HoldCode::name).toList();
	}

	/**
	 * Holds back payments of a person.
	 * @param applicant the person
	 * @param body which, and why
	 * @return the hold
	 * @throws InvalidInput 422 {@code NO_SUCH_PROGRAM} if no jurisdiction has the program
	 * @throws Refusal 404 or 410 if the person is not on file, or not the caller's
	 */
	@Transactional
	public HoldView hold(UUID applicant, HoldBody body) {
		this.register.find(applicant, null);
		requireProgram(body);
		UUID id = TimeOrderedId.next();
		Instant now = this.time.stamp();
		this.jdbc
			.sql("insert into payment_hold (id, applicant, program, from_month, code, reason, held_by, held_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?)")
			.param(id)
			.param(applicant)
			.param(body.program())
			.param(body.from().toString())
			.param(body.code().name())
			.param(body.reason())
			.param(this.user.name())
			.param(RosterStore.time(now))
			.update();
		this.audit.record(AuditAction.PAYMENT_HELD, applicant.toString(),
				Map.of("hold", id.toString(), "program", (body.program() != null) ? body.program() : "*", "from",
						body.from().toString(), "code", body.code().name()));
		return require(Set.of(applicant), id);
	}

	/**
	 * What is held back or was, noted in the audit trail as read.
	 * @param applicant the person
	 * @return those of a person and of files merged into theirs, in the order in which
	 * they were recorded, released ones among them
	 * @throws Refusal 404 if the person is not on file, or not the caller's
	 */
	@Transactional
	public List<HoldView> of(UUID applicant) {
		Set<UUID> files = this.files.of(applicant);
		this.audit.record(AuditAction.PAYMENT_HOLDS_READ, applicant.toString(), Map.of());
		return list(files);
	}

	/**
	 * Releases a hold; the next roster pays what it held back.
	 * @param applicant the person
	 * @param hold its id
	 * @param reason in the words of who releases it
	 * @return the hold
	 * @throws Refusal 404 if the person has no such hold, 409 {@code HOLD_RELEASED} if it
	 * was released before
	 */
	@Transactional
	public HoldView release(UUID applicant, UUID hold, String reason) {
		Set<UUID> files = this.files.of(applicant);
		require(files, hold);
		Instant now = this.time.stamp();
		boolean released = this.jdbc
			.sql("insert into payment_hold_release (hold, reason, released_by, released_at) values (?, ?, ?, ?)"
					+ " on conflict do nothing")
			.params(hold, reason, this.user.name(), RosterStore.time(now))
			.update() == 1;
		if (!released) {
			HoldView.Release earlier = Objects.requireNonNull(require(files, hold).release());
			throw new Refusal(CONFLICT, "HOLD_RELEASED", earlier.releasedBy(), earlier.releasedAt());
		}
		this.audit.record(AuditAction.PAYMENT_RELEASED, applicant.toString(), Map.of("hold", hold.toString()));
		return require(files, hold);
	}

	private void requireProgram(HoldBody body) {
		if (body.program() == null) {
			return;
		}
		Set<String> known = new TreeSet<>();
		Instant now = this.clock.instant();
		this.catalogue.jurisdictions()
			.forEach((one) -> this.catalogue.book(one.id(), now)
				.programs()
				.stream()
				.map(Program::id)
				.forEach(known::add));
		if (!known.contains(body.program())) {
			throw new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("program", RosterFault.NO_SUCH_PROGRAM.name(), String.join(", ", known))));
		}
	}

	private HoldView require(Set<UUID> files, UUID hold) {
		return list(files).stream()
			.filter((one) -> hold.equals(one.id()))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("HOLD_NOT_FOUND"));
	}

	private List<HoldView> list(Set<UUID> files) {
		return this.jdbc.sql(HOLDS).param(files.toArray(UUID[]::new)).query((row, number) -> view(row)).list();
	}

	private static HoldView view(ResultSet row) throws SQLException {
		OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
		return new HoldView(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
				row.getString("program"), YearMonth.parse(row.getString("from_month")),
				HoldCode.valueOf(row.getString("code")), row.getString("reason"), row.getString("held_by"),
				row.getObject("held_at", OffsetDateTime.class).toInstant(),
				(released != null) ? new HoldView.Release(row.getString("why_released"), row.getString("released_by"),
						released.toInstant()) : null);
	}

}
