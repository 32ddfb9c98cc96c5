package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.huiling.decision.store.InKindView;
import org.huiling.engine.Bilingual;
import org.huiling.engine.InKind;
import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is decided in kind and what rosters have listed of it, person by person and thing
 * by thing. The amounts of such a ledger are quantities, so that a roster calculates with
 * them as it does with money.
 */
@Component
public class InKindLedgers {

	private static final int BLOCK = 500;

	private final JdbcClient jdbc;

	private final BalanceReader reader;

	InKindLedgers(JdbcClient jdbc, BalanceReader reader) {
		this.jdbc = jdbc;
		this.reader = reader;
	}

	/**
	 * Everybody who was ever granted a thing.
	 * @param jurisdiction its id
	 * @param knownAt decisions are those known then
	 * @param taker takes a thing, of quantity 1, and what is decided and listed of it
	 */
	public void read(String jurisdiction, Instant knownAt, BiConsumer<InKind, Ledger> taker) {
		List<UUID> files = this.jdbc
			.sql("select distinct applicant from decision where jurisdiction = ? and in_kind is not null order by 1")
			.param(jurisdiction)
			.query(UUID.class)
			.list();
		for (int from = 0; from < files.size(); from += BLOCK) {
			List<Ledger> ledgers = new ArrayList<>();
			this.reader.read(jurisdiction, knownAt, files.subList(from, Math.min(from + BLOCK, files.size())),
					ledgers::add);
			ledgers.forEach((ledger) -> things(jurisdiction, ledger, taker));
		}
	}

	private void things(String jurisdiction, Ledger money, BiConsumer<InKind, Ledger> taker) {
		Map<UUID, List<InKind>> decided = decided(money);
		Map<InKind, List<BookedLine>> listed = listed(jurisdiction, money);
		Map<InKind, Set<String>> programs = new HashMap<>();
		Set<InKind> things = new LinkedHashSet<>(listed.keySet());
		decided.values().forEach((granted) -> granted.forEach((one) -> things.add(one.with(1))));
		for (InKind thing : things) {
			Set<String> of = programs.computeIfAbsent(thing, (one) -> new LinkedHashSet<>());
			listed.getOrDefault(thing, List.of()).forEach((line) -> of.add(line.item().program()));
			money.decided()
				.stream()
				.filter((point) -> quantity(decided.get(point.decision()), thing) > 0)
				.forEach((point) -> of.add(point.item().program()));
			List<DecidedPoint> points = money.decided()
				.stream()
				.filter((point) -> of.contains(point.item().program()))
				.map((point) -> new DecidedPoint(point.file(), point.item(), point.decision(),
						BigDecimal.valueOf(quantity(decided.get(point.decision()), thing)).setScale(2), point.version(),
						point.movedOut(), point.decided()))
				.toList();
			taker.accept(thing, new Ledger(money.person(), points, listed.getOrDefault(thing, List.of()), List.of(),
					Map.of(), money.holds()));
		}
	}

	private static int quantity(@Nullable List<InKind> granted, InKind thing) {
		return (granted == null) ? 0 : granted.stream().filter(thing::isOfSame).mapToInt(InKind::quantity).sum();
	}

	/** What stands and is granted, by decision. */
	private Map<UUID, List<InKind>> decided(Ledger money) {
		Map<UUID, List<InKind>> decided = new HashMap<>();
		this.jdbc
			.sql("select id, in_kind from decision where id = any(?) and in_kind is not null and outcome = 'ELIGIBLE'")
			.param(money.decided().stream().map(DecidedPoint::decision).toArray(UUID[]::new))
			.query((row) -> {
				decided.put(row.getObject("id", UUID.class), InKindView.read(row.getString("in_kind")));
			});
		return decided;
	}

	/** What was listed for the person, also under files that were merged into theirs. */
	private Map<InKind, List<BookedLine>> listed(String jurisdiction, Ledger money) {
		Map<InKind, List<BookedLine>> listed = new HashMap<>();
		this.jdbc
			.sql("select l.* from payment_in_kind l join roster r on r.id = l.roster"
					+ " where (l.applicant = ? or l.applicant in (select m.id from applicant_merged_into m"
					+ " where m.survivor = ?)) and r.jurisdiction = ? and r.state in ('APPROVED', 'CLOSED')"
					+ " order by r.month, l.number")
			.params(money.person(), money.person(), jurisdiction)
			.query((row) -> {
				InKind thing = new InKind(new Bilingual(row.getString("what"), row.getString("what_en")), 1,
						row.getString("unit"));
				PaymentItem item = new PaymentItem(row.getString("period"), row.getString("program"),
						row.getString("claim"));
				listed.computeIfAbsent(thing, (one) -> new ArrayList<>())
					.add(BookedLine.line(item, LineKind.valueOf(row.getString("kind")),
							BigDecimal.valueOf(row.getInt("quantity")).setScale(2), false, null));
			});
		return listed;
	}

}
