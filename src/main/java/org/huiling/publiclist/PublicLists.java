package org.huiling.publiclist;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.RegionScope;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.PublishedPeople;
import org.huiling.applicant.PublishedPeople.Published;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.store.GrantedDecisions;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.Cycle;
import org.huiling.engine.Program;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.spreadsheet.CsvWriter;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 公示名单: everybody to whom a program grants something in a month stands on it, whether or
 * not a roster pays them, except for those whose file says that they do not.
 */
@Component
public class PublicLists {

	private static final int UNPROCESSABLE = 422;

	private static final int BLOCK = 1000;

	private final JdbcClient jdbc;

	private final GrantedDecisions granted;

	private final ApplicantRegister register;

	private final PublishedPeople people;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionTemplate transactions;

	PublicLists(JdbcClient jdbc, GrantedDecisions granted, ApplicantRegister register, PublishedPeople people,
			PolicyCatalogue catalogue, RecordedTime time, AuditTrail audit, Clock clock,
			TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.granted = granted;
		this.register = register;
		this.people = people;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.clock = clock;
		this.transactions = transactions;
	}

	/**
	 * Which list is asked for.
	 *
	 * @param jurisdiction whose decisions
	 * @param program which program's
	 * @param month of what it grants; of a quarterly or yearly program the period that
	 * the month lies in
	 * @param region below which the people lie; null for all of the user's
	 */
	public record Asked(String jurisdiction, String program, YearMonth month, @Nullable String region) {
	}

	/**
	 * A page of a list, people in the order of their files.
	 * @param asked which list
	 * @param paging which page
	 * @return with the names masked
	 * @throws InvalidInput 400 if the region is no code, 422
	 * {@code NO_SUCH_JURISDICTION}, {@code NO_SUCH_PROGRAM}
	 */
	@Transactional
	public Listing<PublicLine> page(Asked asked, Paging paging) {
		Query query = query(asked);
		long total = query.count();
		return Listing.of(lines(asked, query.rows(paging.size(), paging.offset()), query.day), paging, total);
	}

	/**
	 * A whole list as csv: UTF-8 with the mark by which spreadsheets know it, columns
	 * name, region, amount, what, quantity.
	 * @param asked which list
	 * @return writes it
	 * @throws InvalidInput as above
	 */
	public Writing csv(Asked asked) {
		return csv(asked, "name,region,amount,what,quantity");
	}

	/**
	 * The same with the columns in somebody's own words.
	 * @param asked which list
	 * @param header the names of the five columns, with commas between them
	 * @return writes it
	 * @throws InvalidInput as above
	 */
	public Writing csv(Asked asked, String header) {
		Query query = query(asked);
		return (out) -> {
			Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			writer.write("\uFEFF" + header + "\r\n");
			List<PublicLine> block;
			long offset = 0;
			do {
				long from = offset;
				block = this.transactions.execute((state) -> lines(asked, query.rows(BLOCK, from), query.day));
				for (PublicLine line : block) {
					write(writer, line);
				}
				offset += block.size();
			}
			while (block.size() == BLOCK);
			writer.flush();
		};
	}

	/** Writes a file. */
	public interface Writing {

		void to(OutputStream out) throws IOException;

	}

	private static void write(Writer writer, PublicLine line) throws IOException {
		List<InKindView> things = line.inKind();
		if (things.isEmpty()) {
			row(writer, line, line.amount(), null, null);
		}
		for (InKindView thing : things) {
			row(writer, line, null, thing.what(), thing.quantity());
		}
	}

	private static void row(Writer writer, PublicLine line, @Nullable BigDecimal amount, @Nullable String what,
			@Nullable Integer quantity) throws IOException {
		writer.write(CsvWriter.cell(line.name()) + ',' + CsvWriter.cell(line.region()) + ',' + CsvWriter.cell(amount)
				+ ',' + CsvWriter.cell(what) + ',' + CsvWriter.cell(quantity) + "\r\n");
	}

	private List<PublicLine> lines(Asked asked, List<Row> rows, LocalDate day) {
		List<UUID> ids = rows.stream().map(Row::applicant).toList();
		this.audit.recordOf(AuditAction.PUBLIC_LIST_MADE, asked.jurisdiction() + "/" + asked.program(),
				Map.of("month", asked.month().toString()), ids);
		Map<UUID, Published> known = this.people.published(ids, day);
		List<PublicLine> lines = new ArrayList<>();
		for (Row row : rows) {
			Published person = known.getOrDefault(row.applicant(), new Published(null, null));
			List<InKindView> things = InKindView.listed(row.inKind());
			lines.add(new PublicLine(person.name(), person.region(), things.isEmpty() ? row.amount() : null, things));
		}
		return lines;
	}

	/** A person who is granted something. */
	private record Row(UUID applicant, BigDecimal amount, @Nullable String inKind) {
	}

	private Query query(Asked asked) {
		if (asked.region() != null && !RegionScope.isPrefix(asked.region())) {
			throw new InvalidInput(400, List.of(FieldError.of("region", "INVALID_PREFIX")));
		}
		Program program = program(asked);
		LocalDate first = asked.month().atDay(1);
		String period = switch (program.cycle()) {
			case MONTH, CLAIM, ONCE -> asked.month().toString();
			case QUARTER, YEAR -> program.cycle().at(first).toString();
		};
		return new Query(asked, program.cycle() == Cycle.MONTH, period, first, this.time.settled());
	}

	private Program program(Asked asked) {
		if (this.catalogue.jurisdiction(asked.jurisdiction()).isEmpty()) {
			throw refused("jurisdiction", "NO_SUCH_JURISDICTION",
					this.catalogue.jurisdictions().stream().map((one) -> one.id()).collect(Collectors.joining(", ")));
		}
		List<Program> programs = this.catalogue.book(asked.jurisdiction(), this.clock.instant()).programs();
		return programs.stream()
			.filter((one) -> one.id().equals(asked.program()))
			.findFirst()
			.orElseThrow(() -> refused("program", "NO_SUCH_PROGRAM",
					programs.stream().map(Program::id).collect(Collectors.joining(", "))));
	}

	private static InvalidInput refused(String field, String code, String known) {
		return new InvalidInput(UNPROCESSABLE, List.of(FieldError.of(field, code, known)));
	}

	/** Who stands on a list. */
	private final class Query {

		private final String from;

		private final List<Object> parameters;

		private final LocalDate day;

		Query(Asked asked, boolean goesOn, String period, LocalDate day, Instant knownAt) {
			OffsetDateTime known = knownAt.atOffset(ZoneOffset.UTC);
			this.day = day;
			this.parameters = new ArrayList<>(List.of(asked.jurisdiction(), known, known, asked.program(), period));
			String region = "";
			if (asked.region() != null) {
				region = " and exists (select from applicant_seen_in r where r.applicant = s.applicant"
						+ " and starts_with(r.region, ?))";
				this.parameters.add(asked.region());
			}
			this.from = " from (" + PublicLists.this.granted.in(goesOn) + ") s where "
					+ PublicLists.this.register.visible("s.applicant") + region
					+ " and not exists (select from applicant_ended e where e.applicant = s.applicant) and "
					+ PublicListExclusions.LISTED;
		}

		long count() {
			return PublicLists.this.jdbc.sql("select count(*)" + this.from)
				.params(this.parameters)
				.query(Long.class)
				.single();
		}

		List<Row> rows(int size, long offset) {
			List<Object> all = new ArrayList<>(this.parameters);
			all.add(size);
			all.add(offset);
			return PublicLists.this.jdbc
				.sql("select s.applicant, s.amount, s.in_kind" + this.from
						+ " order by s.applicant, s.claim limit ? offset ?")
				.params(all)
				.query((row, number) -> new Row(row.getObject("applicant", UUID.class), row.getBigDecimal("amount"),
						row.getString("in_kind")))
				.list();
		}

	}

}
