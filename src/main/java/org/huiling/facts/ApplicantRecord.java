package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 申请人档案: the facts about one person as they were recorded, in the shape of the HTTP
 * contract. Only {@code birthDate} is always there; every other component that is null is
 * <em>unknown</em>, not "none". Exceptions, where null means none: {@code deathDate},
 * {@code Dibao.to}, {@code Status.to}, and {@code choices} (no choice made).
 * <p>
 * Money is yuan with at most two decimals. Contradictions have been refused before a
 * record is made; this type only holds.
 *
 * @param residentId 18 characters of GB 11643, never shown to a rule
 * @param applications dates of application by program; matters to late application only
 */
public record ApplicantRecord(@Nullable String residentId, @Nullable String name, LocalDate birthDate,
		@Nullable Sex sex, @Nullable LocalDate deathDate, @Nullable Hukou hukou, @Nullable Residence residence,
		@Nullable Household household, @Nullable List<Status> statuses, @Nullable List<Choice> choices,
		@Nullable Disability disability, @Nullable Integer careLevel, @Nullable Pension pension,
		@Nullable LifeCheck lifeCheck, @Nullable Payee payee, @Nullable Insurance insurance,
		@Nullable List<Application> applications, @Nullable List<Claim> claims) {

	public ApplicantRecord {
		statuses = copy(statuses);
		choices = copy(choices);
		applications = copy(applications);
		claims = copy(claims);
	}

	private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : null;
	}

	/** 户籍. {@code region} is a GB/T 2260 code or a longer one. */
	public record Hukou(@Nullable String region, @Nullable HukouType type, @Nullable LocalDate since) {
	}

	/** 居住地. */
	public record Residence(@Nullable String region, @Nullable LocalDate since) {
	}

	/** The household: persons, its whole monthly income in yuan, its dibao. */
	public record Household(@Nullable Integer size, @Nullable BigDecimal monthlyIncome, @Nullable Boolean livingAlone,
			@Nullable Dibao dibao) {
	}

	/** 低保. {@code to} absent: still running. */
	public record Dibao(@Nullable DibaoType type, @Nullable LocalDate since, @Nullable LocalDate to,
			@Nullable BigDecimal monthlyAmount) {
	}

	/** A status held from a day through a day, both inclusive. */
	public record Status(StatusKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	/** 择一: which of mutually exclusive programs the person took, from a day on. */
	public record Choice(String program, @Nullable LocalDate from) {
	}

	/** Grade 0 is none, 1 the most severe, 4 the least. */
	public record Disability(@Nullable DisabilityCategory category, @Nullable Integer grade) {
	}

	/** Yuan a month; 0 is no pension. */
	public record Pension(@Nullable BigDecimal monthlyAmount) {
	}

	/** 生存认证. */
	public record LifeCheck(@Nullable LocalDate lastPassed) {
	}

	/** Where cash goes. Personal data: never shown to a rule. */
	public record Payee(@Nullable String kind, @Nullable String bank, @Nullable String account, @Nullable String name) {
	}

	/** The medical insurance of one calendar year. */
	public record Insurance(@Nullable Scheme scheme, @Nullable Integer year, @Nullable Boolean contributionPaid) {
	}

	/** An application for a program, made on a day. */
	public record Application(String program, @Nullable LocalDate date) {
	}

	/** A claim; {@code date} is the discharge (or the day of the visit or disaster). */
	public record Claim(String id, LocalDate date, @Nullable LocalDate admitted, ClaimKind kind,
			@Nullable HospitalTier hospitalTier, @Nullable BigDecimal totalCost, @Nullable BigDecimal eligibleCost) {
	}

}
