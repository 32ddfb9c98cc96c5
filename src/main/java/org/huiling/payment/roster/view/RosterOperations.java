package org.huiling.payment.roster.view;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.ForecastView;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterBody;
import org.huiling.payment.roster.RosterFilter;
import org.huiling.payment.roster.Rosters;
import org.huiling.spreadsheet.ListedTable;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rosters as people see and move them; each answer as the HTTP contract has it. */
@Component
public class RosterOperations {

	/** A page with more people on it is taken for the whole roster. */
	private static final int MOST_NAMED = 2000;

	private final Rosters rosters;

	private final LineList lines;

	private final TransferList transfers;

	private final InKindList inKind;

	private final SoughtPayees sought;

	private final RosterContents contents;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final TransactionTemplate transaction;

	RosterOperations(Rosters rosters, LineList lines, TransferList transfers, InKindList inKind, SoughtPayees sought,
			RosterContents contents, RecordedTime time, AuditTrail audit, CurrentUser user,
			PlatformTransactionManager transactions) {
		this.rosters = rosters;
		this.lines = lines;
		this.transfers = transfers;
		this.inKind = inKind;
		this.sought = sought;
		this.contents = contents;
		this.time = time;
		this.audit = audit;
		this.user = user;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Rosters inside the caller's regions.
	 * @param jurisdiction whose, null for those of all
	 * @param month of which month, null for any
	 * @param state how far they are, null for any
	 * @param paging which page
	 * @return the newest month first
	 * @throws org.huiling.problem.InvalidInput 400 or 422 naming the parameter
	 * @throws org.huiling.problem.Refusal 403
	 */
	public Listing<RosterView> list(@Nullable String jurisdiction, @Nullable String month, @Nullable String state,
			Paging paging) {
		Listing<Roster> page = this.rosters.list(RosterFilter.read(jurisdiction, month, state), paging);
		return Listing.of(page.items().stream().map(RosterView::of).toList(), paging, page.total());
	}

	/**
	 * A roster.
	 * @param id its id
	 * @return with sections, results and what stays open
	 * @throws org.huiling.problem.Refusal 404 if there is none
	 */
	public RosterView one(UUID id) {
		return this.contents.whole(this.rosters.visible(id));
	}

	/**
	 * Its lines; reading them is recorded.
	 * @param id of the roster
	 * @param paging which page
	 * @return lines with masked accounts
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<LineView> lines(UUID id, Paging paging) {
		Roster roster = this.rosters.visible(id);
		Listing<LineList.Line> page = this.lines.page(roster, paging);
		noteReading(roster, AuditAction.ROSTER_LINES_READ, paging,
				page.items().stream().map(LineList.Line::applicant).toList());
		return Listing.of(page.items().stream().map(LineView::of).toList(), paging, page.total());
	}

	/**
	 * Some of its lines; reading them is recorded.
	 * @param id of the roster
	 * @param filter which
	 * @param paging which page
	 * @return lines with masked accounts
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<LineView> lines(UUID id, LineFilter filter, Paging paging) {
		if (!filter.isNarrow()) {
			return lines(id, paging);
		}
		Roster roster = this.rosters.visible(id);
		Set<UUID> people = (filter.looked() != null) ? this.sought.of(roster, filter.looked()) : Set.of();
		Listing<LineList.Line> page = this.lines.page(roster, filter, people, paging);
		noteReading(roster, AuditAction.ROSTER_LINES_READ, paging,
				page.items().stream().map(LineList.Line::applicant).toList());
		return Listing.of(page.items().stream().map(LineView::of).toList(), paging, page.total());
	}

	/**
	 * What became of its lines, in money.
	 * @param id of the roster
	 * @return by result, those without any last
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public List<ResultTotal> totals(UUID id) {
		return this.contents.totals(this.rosters.visible(id));
	}

	/**
	 * What is to be looked at before it is approved; reading it is recorded.
	 * @param id of the roster
	 * @param paging which page
	 * @return people by id, with a code
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<FlagView> flags(UUID id, Paging paging) {
		Roster roster = this.rosters.visible(id);
		return noted(roster, AuditAction.ROSTER_FLAGS_READ, paging, FlagView::applicantId,
				this.contents.flags(roster, paging));
	}

	/**
	 * What is decided and not paid, or owed back and not recovered; reading it is
	 * recorded.
	 * @param id of the roster
	 * @param paging which page
	 * @return items by person, with the reason
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<OpenItemView> open(UUID id, Paging paging) {
		return open(id, null, paging);
	}

	/**
	 * The same for one reason.
	 * @param id of the roster
	 * @param reason the code of why it stays open, null for any
	 * @param paging which page
	 * @return items by person
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<OpenItemView> open(UUID id, @Nullable String reason, Paging paging) {
		Roster roster = this.rosters.visible(id);
		return noted(roster, AuditAction.ROSTER_OPEN_ITEMS_READ, paging, OpenItemView::applicantId,
				this.contents.open(roster, reason, paging));
	}

	/**
	 * What it lists in kind; reading it is recorded.
	 * @param id of the roster
	 * @param paging which page
	 * @return things with quantities, by person
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<InKindLineView> inKind(UUID id, Paging paging) {
		Roster roster = this.rosters.visible(id);
		return noted(roster, AuditAction.ROSTER_LINES_READ, paging, InKindLineView::applicantId,
				this.inKind.page(roster, paging));
	}

	/**
	 * Writes everything it lists in kind; reading it is recorded.
	 * @param id of the roster
	 * @param workbook whether as xlsx, otherwise as csv
	 * @return writes to where it is told
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Writing allInKind(UUID id, boolean workbook) {
		Roster roster = this.rosters.visible(id);
		noteReading(roster, workbook ? "in-kind xlsx" : "in-kind csv");
		return written(this.inKind.table(roster), workbook);
	}

	/**
	 * How much is to be looked at before it is approved, without saying of whom.
	 * @param id of the roster
	 * @return how many flags by their codes, the most first
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Map<String, Long> flagCounts(UUID id) {
		return this.contents.flagCounts(this.rosters.visible(id));
	}

	/**
	 * Makes a roster.
	 * @param asked which
	 * @return the draft
	 * @throws org.huiling.problem.InvalidInput 422 naming the field
	 * @throws org.huiling.problem.Refusal 403, 409
	 */
	public RosterView make(RosterBody asked) {
		return make(asked, (work) -> Objects.requireNonNull(this.transaction.execute((status) -> work.get())));
	}

	/**
	 * Makes a roster, in a transaction that the caller opens. What is known by now
	 * counts: that is asked before, as making takes long and nobody is to wait for it.
	 */
	public <A> A make(RosterBody asked, Function<Supplier<RosterView>, A> transaction) {
		Instant knownAt = this.time.settled();
		return transaction.apply(() -> this.contents.whole(this.rosters.make(asked, knownAt)));
	}

	/**
	 * What a month's roster would hold if it were made now.
	 * @param jurisdiction a jurisdiction's id
	 * @param month the month
	 * @return people, lines, money by program and kind
	 * @throws org.huiling.problem.InvalidInput 422 naming the field
	 */
	public ForecastView forecast(String jurisdiction, YearMonth month) {
		Instant knownAt = this.time.settled();
		return this.rosters.forecast(jurisdiction, month, knownAt)
			.view(jurisdiction, month, knownAt, this.rosters.currency(jurisdiction));
	}

	/**
	 * Approves a roster.
	 * @param id its id
	 * @return the roster
	 * @throws org.huiling.problem.Refusal 403 {@code OWN_ROSTER}, 404, 409; naming the
	 * lines if what was recorded since it was made ends or lowers any
	 */
	public RosterView approve(UUID id) {
		return this.contents.whole(this.rosters.approve(id, this.rosters.check(id)));
	}

	/**
	 * Discards a draft.
	 * @param id its id
	 * @return the roster
	 * @throws org.huiling.problem.Refusal 404, 409 if it is no draft
	 */
	public RosterView discard(UUID id) {
		return this.contents.whole(this.rosters.discard(id));
	}

	/**
	 * What a file with a roster's lines is called.
	 * @param id of the roster
	 * @return without its ending
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public String name(UUID id) {
		return LineSheet.name(this.rosters.visible(id));
	}

	/**
	 * Writes every line; reading them is recorded. A paymaster sees whole accounts.
	 * @param id of the roster
	 * @param workbook whether as xlsx, otherwise as csv
	 * @return writes to where it is told
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Writing all(UUID id, boolean workbook) {
		Roster roster = this.rosters.visible(id);
		boolean whole = this.user.has(Role.PAYMASTER);
		noteReading(roster, workbook ? "xlsx" : "csv");
		return written(LineSheet.of(roster, whole, (taker) -> this.lines.all(roster, taker)), workbook);
	}

	/**
	 * What it transfers; reading it is recorded.
	 * @param id of the roster
	 * @param paging which page
	 * @return a positive amount each, with its lines; accounts are masked
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Listing<TransferView> transfers(UUID id, Paging paging) {
		Roster roster = this.rosters.visible(id);
		Listing<TransferList.Made> page = this.transfers.page(roster, paging);
		noteReading(roster, AuditAction.ROSTER_TRANSFERS_READ, paging,
				page.items().stream().flatMap((made) -> made.lines().stream()).map(LineList.Line::applicant).toList());
		return Listing.of(page.items().stream().map(TransferView::of).toList(), paging, page.total());
	}

	/**
	 * What a file with a roster's transfers is called.
	 * @param id of the roster
	 * @return without its ending
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public String nameOfTransfers(UUID id) {
		return TransferSheet.name(this.rosters.visible(id));
	}

	/**
	 * Writes every transfer; reading them is recorded. A paymaster sees whole accounts.
	 * @param id of the roster
	 * @param workbook whether as xlsx, otherwise as csv
	 * @return writes to where it is told
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public Writing allTransfers(UUID id, boolean workbook) {
		Roster roster = this.rosters.visible(id);
		boolean whole = this.user.has(Role.PAYMASTER);
		noteReading(roster, workbook ? "transfers xlsx" : "transfers csv");
		return written(TransferSheet.of(roster, whole, (taker) -> this.transfers.all(roster, taker)), workbook);
	}

	/**
	 * Every line, for a file; that somebody has it is recorded at once. A paymaster sees
	 * whole accounts.
	 * @param id of the roster
	 * @param format of the file
	 * @return the roster, and its lines when they are written
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public WholeFile<LineList.Line> everyLine(UUID id, String format) {
		Roster roster = this.rosters.visible(id);
		noteReading(roster, format);
		return new WholeFile<>(RosterView.of(roster), this.user.has(Role.PAYMASTER),
				(taker) -> this.lines.all(roster, taker));
	}

	/**
	 * Every transfer, for a file; that somebody has it is recorded at once. A paymaster
	 * sees whole accounts.
	 * @param id of the roster
	 * @param format of the file
	 * @return the roster, and its transfers when they are written
	 * @throws org.huiling.problem.Refusal 404 if there is no such roster
	 */
	public WholeFile<Transfer> everyTransfer(UUID id, String format) {
		Roster roster = this.rosters.visible(id);
		noteReading(roster, "transfers " + format);
		return new WholeFile<>(RosterView.of(roster), this.user.has(Role.PAYMASTER),
				(taker) -> this.transfers.all(roster, taker));
	}

	/**
	 * What a file of a roster is made of.
	 *
	 * @param <T> its rows
	 * @param roster whose
	 * @param wholeAccounts whether accounts stand there whole, otherwise masked
	 * @param rows all of them, one after the other
	 */
	public record WholeFile<T>(RosterView roster, boolean wholeAccounts, Consumer<Consumer<T>> rows) {
	}

	private static Writing written(ListedTable table, boolean workbook) {
		return workbook ? table::workbook : table::csv;
	}

	/** Notes that somebody has all its lines, of whomever. */
	private void noteReading(Roster roster, String format) {
		this.transaction.executeWithoutResult((status) -> this.audit.record(AuditAction.ROSTER_LINES_READ,
				roster.id().toString(), Map.of("format", format)));
	}

	/** Notes who is on a page before it is shown. */
	private void noteReading(Roster roster, AuditAction action, Paging paging, List<UUID> people) {
		this.transaction.executeWithoutResult((status) -> {
			if (people.size() > MOST_NAMED) {
				this.audit.record(action, roster.id().toString(), Map.of("page", paging.page()));
			}
			else {
				this.audit.recordOf(action, roster.id().toString(), Map.of("page", paging.page()), people);
			}
		});
	}

	private <T> Listing<T> noted(Roster roster, AuditAction action, Paging paging, Function<T, UUID> person,
			Listing<T> page) {
		noteReading(roster, action, paging, page.items().stream().map(person).toList());
		return page;
	}

	/** Writes lines. */
	@FunctionalInterface
	public interface Writing {

		/**
		 * Writes.
		 * @param out to where
		 * @throws IOException if it cannot be written
		 */
		void to(OutputStream out) throws IOException;

	}

}
