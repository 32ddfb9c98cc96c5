package org.huiling.decision.due;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.facts.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws recipients of a program by a seed. A person is drawn if the first 32 bits of
 * SHA-256 over the seed, a blank and the id of their file lie below the share: whoever
 * has the seed can draw again, and nobody else who comes or goes changes who is drawn.
 */
@NamedInterface("decided")
@Component
public class DrawnRecipients {

	private static final int HEX_DIGITS = 8;

	private static final BigDecimal ALL = BigDecimal.valueOf(1L << 32);

	private static final int PERCENT = 2;

	private final JdbcClient jdbc;

	private final DecisionStore store;

	DrawnRecipients(JdbcClient jdbc, DecisionStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	/**
	 * Who is drawn among those to whom anything is granted by a decision in effect, for
	 * whatever time.
	 * @param jurisdiction whose decisions
	 * @param program the program's id
	 * @param seed of the draw
	 * @param share in percent
	 * @return their ids
	 */
	@Transactional(readOnly = true)
	public List<UUID> drawn(String jurisdiction, String program, String seed, BigDecimal share) {
		return this.jdbc.sql("select distinct d.applicant from decision d where d.jurisdiction = ? and d.program = ?"
				+ " and d.outcome = 'ELIGIBLE' and ('x' || left(encode(sha256(convert_to(? || ' ' || d.applicant::text,"
				+ " 'UTF8')), 'hex'), 8))::bit(32)::bigint < ? and not exists (select from decision n"
				+ " where n.applicant = d.applicant and n.supersedes = d.id)")
			.params(jurisdiction, program, seed, below(share))
			.query(UUID.class)
			.list();
	}

	/**
	 * Whether somebody is drawn, if they are a recipient.
	 * @param person their id
	 * @param seed of the draw
	 * @param share in percent
	 * @return the same answer for ever
	 */
	public boolean isDrawn(UUID person, String seed, BigDecimal share) {
		byte[] digest = sha256().digest((seed + " " + person).getBytes(StandardCharsets.UTF_8));
		return Long.parseLong(HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS), 16) < below(share);
	}

	private static long below(BigDecimal share) {
		return share.movePointLeft(PERCENT).multiply(ALL).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a program grants to some people in a month.
	 * @param people their ids
	 * @param jurisdiction whose decisions
	 * @param program the program's id
	 * @param month the month
	 * @return the amount decided for the month, or for the period that it lies in, by
	 * person; without those to whom nothing is granted
	 */
	@Transactional(readOnly = true)
	public Map<UUID, BigDecimal> granted(Collection<UUID> people, String jurisdiction, String program,
			YearMonth month) {
		Map<UUID, List<Decision>> decisions = new HashMap<>();
		this.store.withoutReasons(people)
			.stream()
			.filter((one) -> one.key().jurisdiction().equals(jurisdiction) && one.key().program().equals(program))
			.forEach((one) -> decisions.computeIfAbsent(one.key().applicant(), (id) -> new ArrayList<>()).add(one));
		Map<UUID, BigDecimal> granted = new HashMap<>();
		decisions.forEach((id, theirs) -> {
			EffectiveDecisions effective = EffectiveDecisions.of(theirs);
			effective.all()
				.stream()
				.filter((one) -> one.outcome() == DecisionOutcome.ELIGIBLE && holds(one, effective, month))
				.forEach((one) -> granted.merge(id, one.amount(), BigDecimal::add));
		});
		return granted;
	}

	private static boolean holds(Decision decision, EffectiveDecisions effective, YearMonth month) {
		String until = effective.until(decision);
		return !Period.parse(decision.period()).firstDay().isAfter(month.atEndOfMonth())
				&& (until == null || !Period.parse(until).lastDay().isBefore(month.atDay(1)));
	}

}
