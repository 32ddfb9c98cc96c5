package org.huiling.web.casework;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.stereotype.Component;

/** Programs by their names. */
@Component
class ProgramNames {

	private final PolicyCatalogue policies;

	private final Clock clock;

	ProgramNames(PolicyCatalogue policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	/** The names of all programs by id; of two jurisdictions' the first one's. */
	Map<String, String> in(Locale locale) {
		Map<String, String> names = new HashMap<>();
		this.policies.jurisdictions().forEach((jurisdiction) -> {
			for (Program program : this.policies.book(jurisdiction.id(), this.clock.instant()).programs()) {
				names.putIfAbsent(program.id(), program.name().in(locale));
			}
		});
		return names;
	}

}
