package org.huiling.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a column of a table holds, by the words of Drools' spreadsheet layout. */
enum Keyword {

	NAME("N"), METADATA("@"), CONDITION("C"), ACTION("A"), DESCRIPTION("I");

	/** What may stand beside a {@code RuleSet} in Drools, and has no equivalent here. */
	private static final Set<String> REFUSED_PROPERTIES = Set.of("IMPORT", "VARIABLES", "FUNCTIONS", "QUERIES",
			"DECLARE", "UNIT", "DIALECT", "SEQUENTIAL", "SEQUENTIALMAXPRIORITY", "ESCAPEQUOTES", "PACKAGE", "GLOBAL",
			"IGNORENUMERICFORMAT", "WORKSHEET", "PRIORITY", "SALIENCE", "DURATION", "TIMER", "ENABLED", "NO-LOOP",
			"LOCK-ON-ACTIVE", "AUTO-FOCUS", "ACTIVATION-GROUP", "AGENDA-GROUP", "RULEFLOW-GROUP", "DATE-EFFECTIVE",
			"DATE-EXPIRES", "CALENDARS");

	/** Column types of Drools that have no equivalent here, with their short forms. */
	private static final Set<String> REFUSED_COLUMNS = Set.of("PRIORITY", "SALIENCE", "P", "DURATION", "D", "TIMER",
			"T", "ENABLED", "B", "NO-LOOP", "U", "LOCK-ON-ACTIVE", "L", "AUTO-FOCUS", "F", "ACTIVATION-GROUP", "X",
			"AGENDA-GROUP", "G", "RULEFLOW-GROUP", "R", "DATE-EFFECTIVE", "V", "DATE-EXPIRES", "Z", "CALENDARS", "E");

	private final String shortForm;

	Keyword(String shortForm) {
		this.shortForm = shortForm;
	}

	static @Nullable Keyword of(String text) {
		return Arrays.stream(values())
			.filter((one) -> one.name().equalsIgnoreCase(text) || one.shortForm.equalsIgnoreCase(text))
			.findFirst()
			.orElse(null);
	}

	static boolean refusesColumn(String text) {
		return REFUSED_COLUMNS.contains(text.toUpperCase(Locale.ROOT));
	}

	static boolean refusesProperty(String text) {
		return REFUSED_PROPERTIES.contains(text.toUpperCase(Locale.ROOT));
	}

	static List<String> names() {
		return Arrays.stream(values()).map(Keyword::name).toList();
	}

}
