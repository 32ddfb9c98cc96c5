package org.huiling.payment.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.Over;
import org.huiling.engine.Program;
import org.huiling.facts.CivilTime;
import org.huiling.payment.calculation.BalanceReader;
import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.huiling.payment.calculation.PaidPrograms;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.PersonBalance;
import org.huiling.payment.calculation.RosterCalculation;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.protection.LookupHash;
import org.huiling.storage.TimeOrderedId;

import org.springframework.stereotype.Component;

/** Calculates everybody in a jurisdiction for a month and freezes what comes of it. */
@Component
public class RosterMaker {

	private static final int BLOCK = 1000;

	private final RosterStore store;

	private final BalanceReader reader;

	private final Payees payees;

	private final PolicyCatalogue catalogue;

	private final PaidElsewhere elsewhere;

	private final InKindLines inKind;

	private final LookupHash hash;

	private final DataSource dataSource;

	RosterMaker(RosterStore store, BalanceReader reader, Payees payees, PolicyCatalogue catalogue,
			PaidElsewhere elsewhere, InKindLines inKind, LookupHash hash, DataSource dataSource) {
		this.inKind = inKind;
		this.store = store;
		this.reader = reader;
		this.payees = payees;
		this.catalogue = catalogue;
		this.elsewhere = elsewhere;
		this.hash = hash;
		this.dataSource = dataSource;
	}

	/** Makes a roster within the caller's transaction. */
	UUID make(RosterBody asked, PayingRules rules, Instant knownAt, String madeBy) {
		YearMonth month = asked.month();
		UUID id = TimeOrderedId.next();
		this.store.begin(id, asked, rules, knownAt, madeBy);
		LineWriter writer = new LineWriter(id, month, rules, lists(asked.jurisdiction(), knownAt), this.dataSource,
				this.hash);
		calculate(asked.jurisdiction(), month, rules, knownAt, writer);
		this.inKind.write(new InKindLines.Order(id, asked.jurisdiction(), month, rules, knownAt,
				programs(asked.jurisdiction(), knownAt)), writer.digesting());
		this.store.freeze(id, writer.digest(), writer.totals());
		return id;
	}

	/** Calculates everybody and gives what comes of it to a taker, in order. */
	void calculate(String jurisdiction, YearMonth month, PayingRules rules, Instant knownAt, LineConsumer taker) {
		Work work = new Work(jurisdiction, month, rules, knownAt, programs(jurisdiction, knownAt), taker,
				new ArrayList<>());
		this.reader.read(jurisdiction, knownAt, (ledger) -> add(work, ledger));
		calculate(work);
	}

	private PaidPrograms programs(String jurisdiction, Instant knownAt) {
		return new KnownPrograms(this.catalogue.book(jurisdiction, knownAt));
	}

	/** The list that a program goes over. */
	private Function<String, String> lists(String jurisdiction, Instant knownAt) {
		Map<String, String> lists = this.catalogue.book(jurisdiction, knownAt)
			.programs()
			.stream()
			.collect(Collectors.toMap(Program::id, (program) -> program.over().list()));
		return (program) -> lists.getOrDefault(program, Over.CLAIMS.list());
	}

	private record Work(String jurisdiction, YearMonth month, PayingRules rules, Instant knownAt, PaidPrograms programs,
			LineConsumer taker, List<Ledger> block) {

		RosterCalculation.Result calculated(PersonBalance account) {
			return RosterCalculation.of(account, this.rules, this.month, this.programs);
		}

	}

	private void add(Work work, Ledger ledger) {
		work.block().add(ledger);
		if (work.block().size() == BLOCK) {
			calculate(work);
		}
	}

	private void calculate(Work work) {
		Map<UUID, Payee> known = this.payees.known(work.block().stream().map(Ledger::person).toList(), work.knownAt(),
				day(work.knownAt()));
		List<PersonBalance> accounts = work.block()
			.stream()
			.map((ledger) -> PersonBalance.of(ledger, known.get(ledger.person())))
			.toList();
		Map<UUID, RosterCalculation.Result> results = new HashMap<>();
		accounts.forEach((account) -> results.put(account.person(), work.calculated(account)));
		Map<UUID, Set<PaymentItem>> paid = this.elsewhere.of(work.jurisdiction(), results);
		for (PersonBalance account : accounts) {
			UUID person = account.person();
			RosterCalculation.Result result = paid.containsKey(person)
					? work.calculated(account.paidElsewhere(paid.getOrDefault(person, Set.of())))
					: Objects.requireNonNull(results.get(person));
			work.taker().write(person, known.get(person), result);
		}
		work.block().clear();
		work.taker().send();
	}

	/** The day whose facts say who is paid where. */
	public static LocalDate day(Instant knownAt) {
		return LocalDate.ofInstant(knownAt, CivilTime.ZONE);
	}

}
