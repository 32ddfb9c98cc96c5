package org.huiling.payment.result;

import java.io.InputStream;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.input.InputErrors;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.roster.RosterMaker;
import org.huiling.storage.BinaryCopy;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of a file of results in the database, {@code results_taken}, held against the
 * lines they speak of. It goes with the transaction.
 */
@Component
class ResultStage {

	private static final int BATCH = 5000;

	private static final String DIGEST = "sha256:";

	/** How many payees are opened at once. */
	private static final int BLOCK = 500;

	private static final Pattern MASK = Pattern.compile("\\*+");

	/** Rows that say who is meant. */
	private static final String WHO = "account is not null or file_number is not null or name is not null"
			+ " or holder is not null";

	private static final String TABLE = "create temporary table results_taken (number integer, line integer,"
			+ " transfer integer, result text, reason text, day date, applicant text, decision text, account text,"
			+ " file_number text, amount numeric, name text, holder text) on commit drop";

	private static final String OTHER_LINES = """
			select t.number, (t.transfer is not null) as other_transfer,
				lower(t.applicant) is distinct from l.applicant::text and t.applicant is not null as other_applicant,
				lower(t.decision) is distinct from l.decision::text and t.decision is not null as other_decision,
				t.amount is distinct from l.amount and t.amount is not null as other_amount
			from results_taken t join payment_line l on l.roster = ? and l.number = t.line
			where t.transfer is not null or (t.applicant is not null and lower(t.applicant) <> l.applicant::text)
				or (t.decision is not null and lower(t.decision) is distinct from l.decision::text)
				or (t.amount is not null and t.amount <> l.amount)
			order by t.number""";

	private static final String OTHER_TRANSFERS = """
			with asked as materialized (
				select x.transfer, sum(x.amount) as amount, array_agg(distinct x.applicant::text) as applicants,
					array_agg(x.decision::text) as decisions
				from payment_line_transfer x where x.roster = ? group by x.transfer)
			select t.number, a.transfer is null as missing,
				t.applicant is not null and lower(t.applicant) <> all(a.applicants) as other_applicant,
				t.decision is not null and not coalesce(lower(t.decision) = any(a.decisions), false) as other_decision,
				t.amount is not null and t.amount <> a.amount as other_amount
			from results_taken t left join asked a on a.transfer = t.transfer and a.amount > 0
			where t.line is null order by t.number""";

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final Payees payees;

	private final Clock clock;

	ResultStage(JdbcClient jdbc, DataSource dataSource, Payees payees, Clock clock) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.payees = payees;
		this.clock = clock;
	}

	/**
	 * Reads a file; the rows go into the database a batch at a time, however many there
	 * are. What is wrong by what the file itself says is added to the errors.
	 * @param asSent takes what is read, before it is
	 * @return the names of the columns that nothing was read of
	 */
	List<String> gather(Roster roster, InputStream csv, InputErrors errors, ResultRemarks remarks,
			ResultRows.AsSent asSent) {
		this.jdbc.sql(TABLE).update();
		List<ResultRows.Row> batch = new ArrayList<>();
		ResultRows.Found found = ResultRows.read(csv, days(roster), errors, remarks, asSent, (row) -> {
			if (isOfAnother(row, roster)) {
				errors.add(row
					.field(row.said().containsKey(ResultColumn.DIGEST) ? ResultColumn.DIGEST : ResultColumn.ROSTER),
						RosterFault.OTHER_ROSTER, roster.month());
				return;
			}
			batch.add(row);
			if (batch.size() == BATCH) {
				send(batch);
			}
		});
		send(batch);
		if (found.rows() == 0 && errors.isEmpty() && roster.totals().lines() > 0) {
			errors.add("rows", RosterFault.NO_ROWS);
		}
		// nobody else looks at what a temporary table holds, and plans depend on it
		this.jdbc.sql("analyze results_taken").update();
		return found.ignored();
	}

	/** A roster may be paid before its month begins, but not before it is made. */
	private ResultRows.Days days(Roster roster) {
		LocalDate made = RosterMaker.day(roster.madeAt());
		LocalDate month = roster.month().atDay(1);
		return new ResultRows.Days(made.isBefore(month) ? made : month, LocalDate.now(this.clock));
	}

	private static boolean isOfAnother(ResultRows.Row row, Roster roster) {
		return Stream.of(ResultColumn.ROSTER, ResultColumn.DIGEST)
			.flatMap((column) -> Stream.ofNullable(row.said().get(column)))
			.map((said) -> said.toLowerCase(Locale.ROOT))
			.anyMatch((said) -> !Set
				.of(roster.id().toString(), roster.digest(), roster.digest().substring(DIGEST.length()))
				.contains(said));
	}

	private void send(List<ResultRows.Row> batch) {
		BinaryCopy rows = new BinaryCopy("results_taken (number, line, transfer, result, reason, day, applicant,"
				+ " decision, account, file_number, amount, name, holder)", 13);
		for (ResultRows.Row row : batch) {
			rows.row().integer(row.row());
			integer(rows, row.line());
			integer(rows, row.transfer());
			rows.text((row.result() != null) ? row.result().name() : null).text(row.reason());
			if (row.day() != null) {
				rows.date(row.day());
			}
			else {
				rows.bytes(null);
			}
			rows.text(row.said().get(ResultColumn.APPLICANT))
				.text(row.said().get(ResultColumn.DECISION))
				.text(row.said().get(ResultColumn.ACCOUNT))
				.text(row.said().get(ResultColumn.FILE_NUMBER))
				.numeric(row.amount())
				.text(row.said().get(ResultColumn.NAME))
				.text(row.said().get(ResultColumn.HOLDER));
		}
		rows.send(this.dataSource);
		batch.clear();
	}

	private static void integer(BinaryCopy rows, @Nullable Integer value) {
		if (value != null) {
			rows.integer(value);
		}
		else {
			rows.bytes(null);
		}
	}

	/**
	 * Adds the rows that say of their line or transfer what is not so. That somebody else
	 * holds an account is a remark: banks write names in many ways.
	 */
	void refuseOthers(Roster roster, InputErrors errors, ResultRemarks remarks) {
		if (exists("line is not null and transfer is not null")) {
			this.jdbc
				.sql("update results_taken t set transfer = null from payment_line_transfer x where x.roster = ?"
						+ " and x.number = t.line and x.transfer = t.transfer")
				.param(roster.id())
				.update();
		}
		this.jdbc.sql(OTHER_LINES).param(roster.id()).query((row) -> {
			int number = row.getInt("number");
			other(errors, row.getBoolean("other_transfer"), number, ResultColumn.TRANSFER);
			other(errors, row.getBoolean("other_applicant"), number, ResultColumn.APPLICANT);
			other(errors, row.getBoolean("other_decision"), number, ResultColumn.DECISION);
			other(errors, row.getBoolean("other_amount"), number, ResultColumn.AMOUNT);
		});
		if (exists("line is null")) {
			this.jdbc.sql(OTHER_TRANSFERS).param(roster.id()).query((row) -> {
				int number = row.getInt("number");
				if (row.getBoolean("missing")) {
					errors.add(ResultRows.field(number, ResultColumn.TRANSFER), RosterFault.NO_SUCH_TRANSFER);
					return;
				}
				other(errors, row.getBoolean("other_applicant"), number, ResultColumn.APPLICANT);
				other(errors, row.getBoolean("other_decision"), number, ResultColumn.DECISION);
				other(errors, row.getBoolean("other_amount"), number, ResultColumn.AMOUNT);
			});
		}
		if (exists(WHO)) {
			refuseOtherPeople(roster, errors, remarks);
		}
	}

	private static void other(InputErrors errors, boolean wrong, int number, ResultColumn column) {
		if (wrong) {
			errors.add(ResultRows.field(number, column), RosterFault.OTHER_LINE);
		}
	}

	private boolean exists(String which) {
		return this.jdbc.sql("select exists (select from results_taken where " + which + ")")
			.query(Boolean.class)
			.single();
	}

	/** Lines that say nothing yet stay open: only that there are such is asked. */
	void leaveOpen(Roster roster, InputErrors errors) {
		if (!exists("result is null")) {
			return;
		}
		this.jdbc
			.sql("select t.number from results_taken t where t.result is null and t.line is not null and not exists"
					+ " (select from payment_line l where l.roster = ? and l.number = t.line) order by t.number")
			.param(roster.id())
			.query((row) -> {
				errors.add(ResultRows.field(row.getInt("number"), ResultColumn.LINE), RosterFault.NO_SUCH_LINE);
			});
		this.jdbc.sql("delete from results_taken where result is null").update();
	}

	private record Claimed(int number, @Nullable String account, @Nullable String fileNumber, @Nullable String name,
			@Nullable String holder, UUID applicant) {
	}

	/** Accounts stay sealed in the register: they are opened a block at a time. */
	private void refuseOtherPeople(Roster roster, InputErrors errors, ResultRemarks remarks) {
		int after = 0;
		while (!errors.isFull()) {
			// a transfer is called by its first line
			List<Claimed> block = this.jdbc.sql(
					"select t.number, case when l.paid_to in ('PERSON', 'ORGANISATION') then t.account end as account, t.file_number,"
							+ " t.name, case when l.paid_to in ('PERSON', 'ORGANISATION') then t.holder end as holder,"
							+ " l.applicant from results_taken t join payment_line l on l.roster = ? and l.number"
							+ " = coalesce(t.line, t.transfer) where (" + WHO
							+ ") and t.number > ? order by t.number limit ?")
				.params(roster.id(), after, BLOCK)
				.query((row, number) -> new Claimed(row.getInt("number"), row.getString("account"),
						row.getString("file_number"), row.getString("name"), row.getString("holder"),
						row.getObject("applicant", UUID.class)))
				.list();
			if (block.isEmpty()) {
				return;
			}
			Map<UUID, Payee> known = this.payees.known(
					block.stream().map(Claimed::applicant).collect(Collectors.toSet()), roster.knownAt(),
					RosterMaker.day(roster.knownAt()));
			block.forEach((claimed) -> {
				Payee payee = known.get(claimed.applicant());
				other(errors, isOther(claimed.account(), payee), claimed.number(), ResultColumn.ACCOUNT);
				other(errors, isOtherFile(claimed.fileNumber(), payee), claimed.number(), ResultColumn.FILE_NUMBER);
				if (isOtherName(claimed.name(), payee)) {
					remarks.otherHolder(claimed.number(), ResultColumn.NAME);
				}
				if (isOtherName(claimed.holder(), payee)) {
					remarks.otherHolder(claimed.number(), ResultColumn.HOLDER);
				}
			});
			after = block.get(block.size() - 1).number();
		}
	}

	/** Of a person who was erased nobody knows any more. */
	private static boolean isOther(@Nullable String account, @Nullable Payee payee) {
		if (account == null || payee == null) {
			return false;
		}
		String ours = (account.indexOf('*') >= 0) ? payee.maskedAccount() : payee.account();
		return ours == null || !bare(ours).equals(bare(account));
	}

	/** A bank writes whose account it is, some of it masked, in the column of either. */
	private static boolean isOtherName(@Nullable String name, @Nullable Payee payee) {
		if (name == null || payee == null) {
			return false;
		}
		List<String> ours = Stream.of(payee.holder(), payee.name())
			.flatMap(Stream::ofNullable)
			.map(PersonNames::key)
			.toList();
		Pattern theirs = Pattern.compile(
				Stream.of(MASK.split(PersonNames.key(name), -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
		return !ours.isEmpty() && ours.stream().noneMatch((own) -> theirs.matcher(own).matches());
	}

	private static boolean isOtherFile(@Nullable String number, @Nullable Payee payee) {
		if (number == null || payee == null) {
			return false;
		}
		try {
			return !FileNumber.read(number).toString().equals(payee.fileNumber());
		}
		catch (FileNumber.Misread ex) {
			return true;
		}
	}

	/** Without blanks, and without what spreadsheets put around digits. */
	private static String bare(String account) {
		return Normalizer.normalize(account, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}*]", "");
	}

	/**
	 * Puts the payments of a transfer in its place. What comes to nothing, because all of
	 * it was set off, is no transfer that a bank could report: it is paid.
	 */
	void expand(UUID roster) {
		if (!exists("line is null")) {
			return;
		}
		this.jdbc.sql("""
				with x as materialized (select number, amount, transfer,
						sum(amount) over (partition by transfer) as net from payment_line_transfer where roster = ?),
					most as (select max(number) as number from results_taken)
				insert into results_taken (number, line, result, reason, day)
				select t.number, x.number, t.result, t.reason, t.day
				from results_taken t join x on x.transfer = t.transfer where t.line is null and x.amount > 0
				union all
				select most.number, x.number, 'PAID', null, null from x, most where x.net <= 0 and x.amount > 0
					and not exists (select from payment_result p where p.roster = ? and p.number = x.number)""")
			.params(roster, roster)
			.update();
		this.jdbc.sql("delete from results_taken where line is null").update();
		this.jdbc.sql("analyze results_taken").update();
	}

}
