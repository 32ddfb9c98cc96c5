package org.huiling.payment.result;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a file of results came to, in counts and money. */
@Component
public class ResultSums {

	/**
	 * The transaction's own, which it wrote at one instant; of a line that was reported
	 * and then set off the last entry.
	 */
	private static final String WRITTEN = """
			select n.result, l.amount < 0 as recovery, count(*) as lines, sum(l.amount) as total from
				(select distinct on (number) number, result from
					(select number, 0 as entry, result from payment_result where roster = ? and reported_at = now()
					union all
					select number, entry, result from payment_result_later where roster = ? and reported_at = now()) e
				order by number, entry desc) n
			join payment_line l on l.roster = ? and l.number = n.number
			group by 1, 2 order by 2, array_position(array['PAID', 'FAILED', 'RETURNED'], n.result)""";

	private static final String WAITING = """
			select count(*) as lines, coalesce(sum(l.amount), 0.00) as total from payment_line l
			left join payment_result_now n on n.roster = l.roster and n.number = l.number
			where l.roster = ? and n.result is null""";

	private final JdbcClient jdbc;

	ResultSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What has no result yet.
	 *
	 * @param lines how many lines
	 * @param total yuan
	 */
	public record Waiting(long lines, BigDecimal total) {

		public static final Waiting UNKNOWN = new Waiting(0, new BigDecimal("0.00"));

	}

	/** What the running transaction wrote, what follows from it too. */
	public List<ResultSum> of(UUID roster) {
		return this.jdbc.sql(WRITTEN)
			.params(roster, roster, roster)
			.query((row, number) -> new ResultSum(row.getString("result"), row.getBoolean("recovery"),
					row.getLong("lines"), row.getBigDecimal("total")))
			.list();
	}

	public Waiting waiting(UUID roster) {
		return this.jdbc.sql(WAITING)
			.param(roster)
			.query((row, number) -> new Waiting(row.getLong("lines"), row.getBigDecimal("total")))
			.single();
	}

	/** The file, of which a digest is taken as it is read. */
	public static DigestInputStream digested(InputStream file) {
		return new DigestInputStream(file, sha256());
	}

	/** The digest of a file that was read to its end, and of what it came to. */
	public String digest(DigestInputStream file, Results.Imported imported, List<ResultSum> sums) {
		StringBuilder whole = new StringBuilder(HexFormat.of().formatHex(file.getMessageDigest().digest()));
		whole.append(' ').append(imported.accepted()).append(' ').append(imported.known());
		sums.forEach((sum) -> whole.append(' ')
			.append(sum.result())
			.append(sum.recovery() ? " - " : " + ")
			.append(sum.lines())
			.append(' ')
			.append(sum.total().toPlainString()));
		return "sha256:" + HexFormat.of().formatHex(sha256().digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
