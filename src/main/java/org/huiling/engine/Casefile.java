package org.huiling.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.drools.FactSet;
import org.huiling.engine.drools.RuleFault;
import org.huiling.facts.Applicant;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.Claim;
import org.huiling.facts.ClaimYear;
import org.huiling.facts.ClaimYear.Paid;
import org.huiling.facts.Money;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.jspecify.annotations.Nullable;

/**
 * One applicant before one jurisdiction's policies: the ruling of each program for each
 * period and claim, worked out once. Belongs to one thread.
 */
final class Casefile {

	private final PolicyBook book;

	private final ApplicantHistory history;

	private final @Nullable Reads reads;

	private final Map<String, Ruling> rulings = new HashMap<>();

	private final Map<Integer, Map<String, Map<String, Ruling>>> claimYears = new HashMap<>();

	Casefile(PolicyBook book, ApplicantHistory history, boolean explained) {
		this.book = book;
		this.history = history;
		this.reads = explained ? new Reads() : null;
	}

	PolicyBook book() {
		return this.book;
	}

	ApplicantRecord on(LocalDate day) {
		return this.history.on(day);
	}

	/** The ruling of a MONTH or YEAR program by the version in force on the first day. */
	Ruling ruling(Program program, Period period) {
		return ruling(program, this.book.inForce(program.id(), period.firstDay()), period);
	}

	/** The ruling of a MONTH or YEAR program by a version. */
	Ruling ruling(Program program, @Nullable CompiledPolicy policy, Period period) {
		if (policy == null) {
			return Ruling.noPolicy();
		}
		String key = program.id() + " " + policy.digest() + " " + period;
		Ruling known = this.rulings.get(key);
		if (known == null) {
			known = evaluate(policy, period, null);
			this.rulings.put(key, known);
		}
		return known;
	}

	private Ruling evaluate(CompiledPolicy policy, Period period, @Nullable Claim claim) {
		Applicant applicant = new Applicant(on(period.firstDay()), this.book.jurisdiction().regionPrefix(), period,
				this.reads);
		try {
			return new Resolution(policy, claim,
					policy.rules().walk().evaluate(new FactSet(applicant, claim, null, this.reads)))
				.ruling();
		}
		catch (RuleFault fault) {
			throw new PolicyFault("RULE_FAILED", policy, List.of(fault.rule().name()));
		}
	}

	/**
	 * The claims of a calendar year in order of date, then id.
	 * @param year the calendar year
	 * @return empty also when no claims are recorded
	 */
	List<ApplicantRecord.Claim> claims(Period year) {
		List<ApplicantRecord.Claim> claims = on(year.lastDay()).claims();
		if (claims == null) {
			return List.of();
		}
		return claims.stream()
			.filter((claim) -> year.contains(claim.date()))
			.sorted(Comparator.comparing(ApplicantRecord.Claim::date).thenComparing(ApplicantRecord.Claim::id))
			.toList();
	}

	/** The rulings of a CLAIM program for every claim of a calendar year, by claim id. */
	Map<String, Ruling> claimRulings(Program program, Period year) {
		return this.claimYears.computeIfAbsent(year.firstDay().getYear(), (y) -> claimYear(year))
			.getOrDefault(program.id(), Map.of());
	}

	private Map<String, Map<String, Ruling>> claimYear(Period year) {
		Map<String, Map<String, Ruling>> all = new LinkedHashMap<>();
		List<ApplicantRecord.Claim> claims = claims(year);
		for (Program program : this.book.programs()) {
			if (program.cycle() == Cycle.CLAIM) {
				all.put(program.id(), claimRulings(program, claims, new ArrayList<>(all.values())));
			}
		}
		return all;
	}

	private Map<String, Ruling> claimRulings(Program program, List<ApplicantRecord.Claim> claims,
			List<Map<String, Ruling>> others) {
		Map<String, Ruling> byClaim = new LinkedHashMap<>();
		ClaimYear before = ClaimYear.EMPTY;
		for (ApplicantRecord.Claim claim : claims) {
			List<Paid> awards = others.stream().map((other) -> paid(other.get(claim.id()))).toList();
			CompiledPolicy policy = this.book.inForce(program.id(), claim.date());
			Ruling ruling = (policy == null) ? Ruling.noPolicy()
					: ruling(policy, claim, before.withAwardsOfOthers(awards));
			byClaim.put(claim.id(), ruling);
			before = before.after(claim, paid(ruling));
		}
		return byClaim;
	}

	/** The ruling of a version for one claim after what its year has seen. */
	Ruling ruling(CompiledPolicy policy, ApplicantRecord.Claim claim, ClaimYear before) {
		return evaluate(policy, Period.of(claim.date()), new Claim(claim, before, this.reads));
	}

	static Paid paid(@Nullable Ruling ruling) {
		if (ruling == null) {
			return Paid.NOTHING;
		}
		return (ruling.amount() != null) ? Paid.of(Money.of(ruling.amount()))
				: Paid.unknown(Set.copyOf(ruling.missing()));
	}

}
