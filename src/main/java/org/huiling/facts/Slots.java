package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/** Where the facts that Java reads by name stand in a shape, found once. */
final class Slots {

	final int residentId;

	final int name;

	final int birthDate;

	final int sex;

	final int deathDate;

	final int hukouRegion;

	final int hukouType;

	final int hukouSince;

	final int residenceRegion;

	final int residenceSince;

	final int householdSize;

	final int monthlyIncome;

	final int livingAlone;

	final int dibao;

	final int dibaoType;

	final int dibaoSince;

	final int dibaoTo;

	final int dibaoAmount;

	final int statuses;

	final int statusKind;

	final int statusFrom;

	final int statusTo;

	final int choices;

	final int choiceProgram;

	final int choiceFrom;

	final int applications;

	final int applicationProgram;

	final int applicationDate;

	final int disabilityCategory;

	final int disabilityGrade;

	final int careLevel;

	final int pension;

	final int insuranceScheme;

	final int insuranceYear;

	final int contributionPaid;

	final int claims;

	Slots(RecordShape shape) {
		this.residentId = shape.slot("residentId");
		this.name = shape.slot("name");
		this.birthDate = shape.slot("birthDate");
		this.sex = shape.slot("sex");
		this.deathDate = shape.slot("deathDate");
		this.hukouRegion = shape.slot("hukou.region");
		this.hukouType = shape.slot("hukou.type");
		this.hukouSince = shape.slot("hukou.since");
		this.residenceRegion = shape.slot("residence.region");
		this.residenceSince = shape.slot("residence.since");
		this.householdSize = shape.slot("household.size");
		this.monthlyIncome = shape.slot("household.monthlyIncome");
		this.livingAlone = shape.slot("household.livingAlone");
		this.dibao = shape.slot("household.dibao");
		this.dibaoType = shape.slot("household.dibao.type");
		this.dibaoSince = shape.slot("household.dibao.since");
		this.dibaoTo = shape.slot("household.dibao.to");
		this.dibaoAmount = shape.slot("household.dibao.monthlyAmount");
		this.statuses = shape.slot("statuses");
		RecordShape status = shape.items("statuses");
		this.statusKind = slot(status, "kind");
		this.statusFrom = slot(status, "from");
		this.statusTo = slot(status, "to");
		this.choices = shape.slot("choices");
		RecordShape choice = shape.items("choices");
		this.choiceProgram = slot(choice, "program");
		this.choiceFrom = slot(choice, "from");
		this.applications = shape.slot("applications");
		RecordShape application = shape.items("applications");
		this.applicationProgram = slot(application, "program");
		this.applicationDate = slot(application, "date");
		this.disabilityCategory = shape.slot("disability.category");
		this.disabilityGrade = shape.slot("disability.grade");
		this.careLevel = shape.slot("careLevel");
		this.pension = shape.slot("pension.monthlyAmount");
		this.insuranceScheme = shape.slot("insurance.scheme");
		this.insuranceYear = shape.slot("insurance.year");
		this.contributionPaid = shape.slot("insurance.contributionPaid");
		this.claims = shape.slot("claims");
	}

	private static int slot(@Nullable RecordShape shape, String path) {
		return (shape != null) ? shape.slot(path) : RecordShape.NONE;
	}

}
