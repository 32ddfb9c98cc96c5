package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.huiling.TestPerson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves a made-up person of the model district's years 2012 to 2014 to another
 * jurisdiction and other years, with all that is recorded about them.
 *
 * @param prefix the region prefix of the jurisdiction
 * @param years how many years later everything happens
 */
record Transplant(String prefix, int years) {

	private static final String MODEL_DISTRICT = "379901";

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	/** To the years about the beginning of a version. */
	static Transplant to(Shelf shelf, CompiledPolicy version) {
		return new Transplant(shelf.jurisdiction().regionPrefix(), version.header().effectiveFrom().getYear() - 2013);
	}

	TestPerson of(TestPerson person) {
		boolean stays = this.years == 0 && MODEL_DISTRICT.equals(this.prefix);
		return stays ? person : TestPerson.of(moved(person.json()));
	}

	private ObjectNode moved(ObjectNode facts) {
		for (String name : List.copyOf(facts.propertyNames())) {
			JsonNode value = facts.get(name);
			if (value instanceof ObjectNode group) {
				moved(group);
			}
			else if (value.isArray()) {
				value.forEach((item) -> moved(item.asObject()));
			}
			else {
				moved(facts, name, value);
			}
		}
		return facts;
	}

	private void moved(ObjectNode facts, String name, JsonNode value) {
		if (value.isString() && DATE.matcher(value.stringValue()).matches()) {
			facts.put(name, LocalDate.parse(value.stringValue()).plusYears(this.years).toString());
		}
		else if ("year".equals(name)) {
			facts.put(name, value.intValue() + this.years);
		}
		else if ("region".equals(name) && value.stringValue().startsWith(MODEL_DISTRICT)) {
			facts.put(name, (this.prefix + "010101").substring(0, MODEL_DISTRICT.length())
					+ value.stringValue().substring(MODEL_DISTRICT.length()));
		}
		else if ("scheme".equals(name) && "NCMS".equals(value.stringValue()) && !MODEL_DISTRICT.equals(this.prefix)) {
			facts.put(name, "RESIDENT");
		}
	}

}
