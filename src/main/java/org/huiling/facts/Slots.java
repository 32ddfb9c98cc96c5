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

	final int residenceRegion;

	final int choices;

	final int choiceProgram;

	final int choiceFrom;

	final int applications;

	final int applicationProgram;

	final int applicationDate;

	Slots(RecordShape shape) {
		this.residentId = shape.slot("residentId");
		this.name = shape.slot("name");
		this.birthDate = shape.slot("birthDate");
		this.sex = shape.slot("sex");
		this.deathDate = shape.slot("deathDate");
		this.hukouRegion = shape.slot("hukou.region");
		this.residenceRegion = shape.slot("residence.region");
		this.choices = shape.slot("choices");
		RecordShape choice = shape.items("choices");
		this.choiceProgram = slot(choice, "program");
		this.choiceFrom = slot(choice, "from");
		this.applications = shape.slot("applications");
		RecordShape application = shape.items("applications");
		this.applicationProgram = slot(application, "program");
		this.applicationDate = slot(application, "date");
	}

	private static int slot(@Nullable RecordShape shape, String path) {
		return (shape != null) ? shape.slot(path) : RecordShape.NONE;
	}

}
