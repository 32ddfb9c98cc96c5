package org.huiling.facts.record;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the facts that Java reads by name stand in a shape, found once. */
final class Slots {

	final int id;

	final int name;

	final int beginning;

	final int sex;

	final int end;

	final int hukouRegion;

	final int residenceRegion;

	final int choices;

	final int choiceProgram;

	final int choiceFrom;

	final int applications;

	final int applicationProgram;

	final int applicationDate;

	Slots(RecordShape shape) {
		List<String> regions = shape.subject().regions();
		this.id = shape.slot(shape.subject().id());
		this.name = shape.slot("name");
		this.beginning = shape.slot(shape.subject().beginning());
		this.sex = shape.slot("sex");
		this.end = shape.slot(shape.subject().end());
		this.hukouRegion = shape.slot(regions.get(0));
		this.residenceRegion = shape.slot(regions.get(regions.size() - 1));
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
