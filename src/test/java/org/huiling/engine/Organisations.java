package org.huiling.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.record.FactRecord;

/** Care homes made up for tests, and a program that pays them by the resident. */
final class Organisations {

	static final Dictionary PEOPLE = FactFiles.shipped().dictionary();

	static final Dictionary DICTIONARY = Objects.requireNonNull(PEOPLE.of(Subject.ORGANISATION));

	private Organisations() {
	}

	/** A home of the model district that opened in 2010, of which these are recorded. */
	static FactRecord home(Map<String, Object> facts) {
		FactRecord.Builder record = DICTIONARY.shape()
			.record()
			.put("opened", LocalDate.of(2010, 5, 1))
			.put("region", "379901003")
			.put("organisationKind", Code.of("OrganisationKind", "CARE_HOME"));
		facts.forEach(record::put);
		return record.build();
	}

	/** An amount a month for each resident with mild disability. */
	static TinyPolicy operation() {
		return TinyPolicy.organisations("home-operation", Cycle.MONTH, 200, Over.CLAIMS)
			.parameter("amount", "200.00", "CNY")
			.parameter("months", "12", "months")
			.rule("按人",
					"Organisation( organisationKind == OrganisationKind.CARE_HOME, organisationInJurisdiction == true, operating == true, monthsOpen >= P.months, $mild: residents.mild )",
					"benefit.pay(P.amount.times($mild));");
	}

}
