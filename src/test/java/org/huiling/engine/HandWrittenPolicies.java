package org.huiling.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.HandWrittenPerson.Claim;
import org.huiling.engine.HandWrittenPerson.ClaimKind;
import org.huiling.engine.HandWrittenPerson.Dibao;
import org.huiling.engine.HandWrittenPerson.DibaoType;
import org.huiling.engine.HandWrittenPerson.HukouType;
import org.huiling.engine.HandWrittenPerson.Scheme;
import org.huiling.engine.HandWrittenPerson.Status;
import org.huiling.engine.HandWrittenPerson.StatusKind;

/**
 * The model district's policies for August 2013, written by hand in plain Java from the
 * notices: an independent oracle for tests, and the floor that benchmarks compare with.
 * Everything of the applicant must be known.
 */
public final class HandWrittenPolicies {

	private static final String PREFIX = "379901";

	private static final LocalDate FIRST = LocalDate.of(2013, 8, 1);

	private static final LocalDate LAST = LocalDate.of(2013, 8, 31);

	private static final LocalDate YEAR_FIRST = LocalDate.of(2013, 1, 1);

	private static final LocalDate YEAR_LAST = LocalDate.of(2013, 12, 31);

	private static final LocalDate RELIEF_CHANGED = LocalDate.of(2013, 7, 1);

	private static final BigDecimal ZERO = new BigDecimal("0.00");

	private static final BigDecimal[] URBAN_TOP_UP = { yuan("73"), yuan("122"), yuan("146"), yuan("170") };

	private static final BigDecimal[] RURAL_TOP_UP = { yuan("35"), yuan("58"), yuan("69"), yuan("81") };

	private static final BigDecimal[] HOURS_PAID = { ZERO, yuan("225"), yuan("450"), yuan("675") };

	private static final BigDecimal[] HALF_HOURS_PAID = { ZERO, yuan("112.5"), yuan("225"), yuan("337.5") };

	private HandWrittenPolicies() {
	}

	/**
	 * What a person gets for August 2013 and the year 2013.
	 *
	 * @param paid yuan by program; stacking applied
	 * @param withheld programs that stacking withholds
	 * @param claims yuan by program and claim of August, {@code program claim}
	 */
	public record Answers(Map<String, BigDecimal> paid, List<String> withheld, Map<String, BigDecimal> claims) {
	}

	/**
	 * Assesses a person of whom everything is known.
	 * @param person the person
	 * @return the answers
	 */
	static Answers assess(HandWrittenPerson person) {
		Map<String, BigDecimal> paid = new LinkedHashMap<>();
		boolean here = here(person, FIRST);
		boolean tekun = tekun(person, FIRST);
		int before = age(person, FIRST.minusDays(1));
		paid.put("old-age-allowance", here && alive(person, FIRST) ? allowance(age(person, LAST)) : ZERO);
		paid.put("low-income-top-up", here && alive(person, FIRST) && !tekun ? topUp(person, before) : ZERO);
		paid.put("living-subsidy", here && alive(person, FIRST) && !tekun && before >= 65 ? subsidy(person) : ZERO);
		paid.put("home-care-service", here && alive(person, FIRST) && !tekun ? homeCare(person, before) : ZERO);
		boolean aliveInYear = alive(person, YEAR_FIRST);
		boolean poor = tekun(person, YEAR_FIRST) || dibao(person, YEAR_FIRST) != DibaoType.NONE;
		boolean hereInYear = here(person, YEAR_FIRST);
		paid.put("contribution-waiver",
				hereInYear && aliveInYear ? waiver(person, age(person, YEAR_LAST), poor) : ZERO);
		paid.put("accident-insurance",
				hereInYear && aliveInYear && poor && age(person, YEAR_FIRST.minusDays(1)) >= 60 ? yuan("30") : ZERO);
		Map<String, BigDecimal> claims = new LinkedHashMap<>();
		claims(person, claims);
		return new Answers(paid, stack(paid), claims);
	}

	private static List<String> stack(Map<String, BigDecimal> paid) {
		BigDecimal topUp = paid.get("low-income-top-up");
		BigDecimal subsidy = paid.get("living-subsidy");
		if (topUp.signum() == 0 || subsidy.signum() == 0) {
			return List.of();
		}
		return List.of((subsidy.compareTo(topUp) > 0) ? "low-income-top-up" : "living-subsidy");
	}

	private static BigDecimal allowance(int age) {
		if (age >= 100) {
			return yuan("600");
		}
		if (age >= 90) {
			return yuan("300");
		}
		return (age >= 80) ? yuan("100") : ZERO;
	}

	private static BigDecimal topUp(HandWrittenPerson person, int age) {
		DibaoType type = dibao(person, FIRST);
		if (type == DibaoType.NONE || age < 60 || person.household().dibao().since().isAfter(FIRST)) {
			return ZERO;
		}
		int grade = person.disability().grade();
		int row = (grade == 1 || grade == 2) ? 3 : (age >= 80) ? 2 : (age >= 70) ? 1 : 0;
		return (type == DibaoType.URBAN) ? URBAN_TOP_UP[row] : RURAL_TOP_UP[row];
	}

	private static BigDecimal subsidy(HandWrittenPerson person) {
		if (person.pension().monthlyAmount().signum() == 0) {
			return yuan("70");
		}
		BigDecimal size = BigDecimal.valueOf(person.household().size());
		BigDecimal income = person.household().monthlyIncome();
		BigDecimal rest = yuan("350").multiply(size).subtract(income);
		if (rest.signum() <= 0) {
			return ZERO;
		}
		return rest.divide(size, 2, RoundingMode.HALF_UP).max(yuan("10")).min(yuan("70"));
	}

	private static BigDecimal homeCare(HandWrittenPerson person, int age) {
		int level = person.careLevel();
		if (age < 60 || !person.residence().region().startsWith(PREFIX)
				|| ChronoUnit.MONTHS.between(person.residence().since(), FIRST) < 6) {
			return ZERO;
		}
		if (level == 0) {
			return (age >= 80 && person.household().livingAlone()) ? yuan("75") : ZERO;
		}
		if (dibao(person, FIRST) != DibaoType.NONE) {
			return HOURS_PAID[level];
		}
		BigDecimal line = (person.hukou().type() == HukouType.URBAN) ? yuan("727.5") : yuan("345");
		boolean low = person.household()
			.monthlyIncome()
			.compareTo(line.multiply(BigDecimal.valueOf(person.household().size()))) <= 0;
		return low ? HALF_HOURS_PAID[level] : ZERO;
	}

	private static BigDecimal waiver(HandWrittenPerson person, int age, boolean poor) {
		Scheme scheme = person.insurance().scheme();
		if (scheme != Scheme.NCMS && scheme != Scheme.URBAN_RESIDENT) {
			return ZERO;
		}
		BigDecimal contribution = (scheme == Scheme.NCMS) ? yuan("70") : yuan("100");
		if (age >= 80 || (poor && age >= 60)) {
			return contribution;
		}
		return (age >= 70) ? contribution.divide(yuan("2"), 2, RoundingMode.HALF_UP) : ZERO;
	}

	private static void claims(HandWrittenPerson person, Map<String, BigDecimal> answers) {
		BigDecimal reimbursed = ZERO;
		BigDecimal relieved = ZERO;
		int stays = 0;
		List<Claim> claims = new ArrayList<>(person.claims());
		claims.removeIf((claim) -> claim.date().getYear() != 2013);
		claims.sort(Comparator.comparing(Claim::date).thenComparing(Claim::id));
		for (Claim claim : claims) {
			BigDecimal award = reimbursement(person, claim, stays, reimbursed);
			BigDecimal relief = here(person, claim.date()) ? relief(person, claim, award, relieved) : ZERO;
			reimbursed = reimbursed.add(award);
			relieved = relieved.add(relief);
			stays += (claim.kind() == ClaimKind.INPATIENT) ? 1 : 0;
			if (claim.date().getMonthValue() == 8) {
				answers.put("medical-reimbursement " + claim.id(), award);
				answers.put("hardship-relief " + claim.id(), relief);
			}
		}
	}

	private static BigDecimal reimbursement(HandWrittenPerson person, Claim claim, int stays, BigDecimal used) {
		int age = age(person, claim.date());
		if (claim.kind() != ClaimKind.INPATIENT || person.insurance().scheme() != Scheme.NCMS
				|| person.insurance().year() != 2013 || !person.insurance().contributionPaid() || age < 60) {
			return ZERO;
		}
		int tier = claim.hospitalTier().ordinal();
		BigDecimal deductible = new BigDecimal[] { yuan("100"), yuan("300"), yuan("600"), yuan("1000") }[tier];
		deductible = (stays > 0) ? deductible.divide(yuan("2")) : deductible;
		BigDecimal rest = claim.eligibleCost().subtract(deductible);
		if (rest.signum() <= 0) {
			return ZERO;
		}
		boolean poor = tekun(person, claim.date()) || dibao(person, claim.date()) != DibaoType.NONE;
		int points = (age >= 80) ? 10 : (age >= 70 || poor) ? 5 : 0;
		BigDecimal low = ratio(new int[] { 85, 70, 55, 45 }[tier] + points);
		BigDecimal high = ratio(new int[] { 85, 75, 65, 55 }[tier] + points);
		BigDecimal first = rest.min(yuan("10000"));
		BigDecimal paid = first.multiply(low)
			.add(rest.subtract(first).multiply(high))
			.setScale(2, RoundingMode.HALF_UP);
		return paid.min(yuan("100000").subtract(used)).max(ZERO);
	}

	private static BigDecimal relief(HandWrittenPerson person, Claim claim, BigDecimal award, BigDecimal used) {
		if (age(person, claim.date()) < 60) {
			return ZERO;
		}
		boolean poor = tekun(person, claim.date()) || dibao(person, claim.date()) != DibaoType.NONE;
		boolean changed = !claim.date().isBefore(RELIEF_CHANGED);
		BigDecimal ceiling = changed ? yuan("10000") : yuan("5000");
		BigDecimal own = claim.totalCost().subtract(award).max(ZERO);
		BigDecimal paid = ZERO;
		if (claim.kind() == ClaimKind.DISASTER) {
			paid = changed ? (poor ? yuan("1500") : yuan("500")) : (poor ? yuan("1000") : ZERO);
		}
		else if (claim.kind() == ClaimKind.INPATIENT && changed) {
			paid = (poor && own.compareTo(yuan("5000")) >= 0) ? own.multiply(ratio(20))
					: (!poor && own.compareTo(yuan("30000")) >= 0) ? own.multiply(ratio(10)) : ZERO;
		}
		else if (claim.kind() == ClaimKind.INPATIENT && poor) {
			paid = own.subtract(yuan("10000")).max(ZERO).multiply(ratio(30));
		}
		BigDecimal rounded = changed ? paid.setScale(0, RoundingMode.DOWN) : paid.setScale(2, RoundingMode.HALF_UP);
		return rounded.min(ceiling.subtract(used)).max(ZERO);
	}

	private static BigDecimal ratio(int percent) {
		return BigDecimal.valueOf(Math.min(percent, 90), 2);
	}

	private static boolean here(HandWrittenPerson person, LocalDate day) {
		return person.hukou().region().startsWith(PREFIX) && !person.hukou().since().isAfter(day);
	}

	private static DibaoType dibao(HandWrittenPerson person, LocalDate day) {
		Dibao dibao = person.household().dibao();
		boolean begun = dibao.since() == null || !dibao.since().isAfter(day);
		return (begun && (dibao.to() == null || !dibao.to().isBefore(day))) ? dibao.type() : DibaoType.NONE;
	}

	private static boolean tekun(HandWrittenPerson person, LocalDate day) {
		for (Status status : person.statuses()) {
			if (status.kind() == StatusKind.TEKUN && !status.from().isAfter(day)
					&& (status.to() == null || !status.to().isBefore(day))) {
				return true;
			}
		}
		return false;
	}

	private static boolean alive(HandWrittenPerson person, LocalDate first) {
		return person.deathDate() == null || !person.deathDate().isBefore(first);
	}

	private static int age(HandWrittenPerson person, LocalDate day) {
		LocalDate on = (person.deathDate() != null && person.deathDate().isBefore(day)) ? person.deathDate() : day;
		int years = on.getYear() - person.birthDate().getYear();
		return person.birthDate().plusYears(years).isAfter(on) ? years - 1 : years;
	}

	private static BigDecimal yuan(String text) {
		return new BigDecimal(text);
	}

}
