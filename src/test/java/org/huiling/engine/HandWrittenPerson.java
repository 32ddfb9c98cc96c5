package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.huiling.TestPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link HandWrittenPolicies} look at, in types of their own: the oracle shares
 * nothing with what it is held against. Everything is known.
 */
record HandWrittenPerson(LocalDate birthDate, @Nullable LocalDate deathDate, Hukou hukou, Residence residence,
		Household household, List<Status> statuses, Disability disability, int careLevel, Pension pension,
		Insurance insurance, List<Claim> claims) {

	private static final JsonMapper MAPPER = new JsonMapper();

	static HandWrittenPerson of(TestPerson person) {
		return MAPPER.treeToValue(person.json(), HandWrittenPerson.class);
	}

	record Hukou(String region, HukouType type, LocalDate since) {
	}

	record Residence(String region, LocalDate since) {
	}

	record Household(int size, BigDecimal monthlyIncome, boolean livingAlone, Dibao dibao) {
	}

	record Dibao(DibaoType type, @Nullable LocalDate since, @Nullable LocalDate to) {
	}

	record Status(StatusKind kind, LocalDate from, @Nullable LocalDate to) {
	}

	record Disability(int grade) {
	}

	record Pension(BigDecimal monthlyAmount) {
	}

	record Insurance(Scheme scheme, int year, boolean contributionPaid) {
	}

	record Claim(String id, LocalDate date, ClaimKind kind, @Nullable HospitalTier hospitalTier, BigDecimal totalCost,
			@Nullable BigDecimal eligibleCost) {
	}

	enum HukouType {

		URBAN, RURAL

	}

	enum DibaoType {

		URBAN, RURAL, NONE

	}

	enum StatusKind {

		TEKUN, LOW_INCOME, SPECIAL_FAMILY, SEVERE_ILLNESS, VETERAN

	}

	enum Scheme {

		NCMS, URBAN_RESIDENT, RESIDENT, EMPLOYEE, NONE

	}

	enum ClaimKind {

		INPATIENT, OUTPATIENT, DISASTER

	}

	enum HospitalTier {

		TOWNSHIP, COUNTY, CITY, PROVINCE

	}

}
