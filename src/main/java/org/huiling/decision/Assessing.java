package org.huiling.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyFault;
import org.huiling.engine.Program;
import org.huiling.facts.ApplicantRecord;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assesses an applicant by the policies of the jurisdiction that is theirs. */
@Component
class Assessing {

	private static final int UNPROCESSABLE = 422;

	private final PolicyCatalogue catalogue;

	private final Clock clock;

	Assessing(PolicyCatalogue catalogue, Clock clock) {
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * What came out.
	 *
	 * @param jurisdiction whose policies answered
	 * @param assessments the answers
	 */
	record Assessed(Jurisdiction jurisdiction, Assessor.Assessments assessments) {
	}

	Assessed assess(AssessmentBody asked, Locale locale) {
		ApplicantRecord applicant = asked.applicant().record();
		Jurisdiction jurisdiction = jurisdiction(asked, applicant);
		Instant knownAt = (asked.knownAt() != null) ? asked.knownAt() : this.clock.instant();
		PolicyBook book = this.catalogue.book(jurisdiction.id(), knownAt);
		Set<String> programs = programs(asked.programs(), book);
		try {
			return new Assessed(jurisdiction, new Assessor(book).assess((day) -> applicant,
					new AssessmentRequest(asked.period(), asked.date(), programs, asked.explain())));
		}
		catch (PolicyFault fault) {
			String rules = fault.rules().stream().map((rule) -> rule.in(locale)).collect(Collectors.joining("; "));
			throw refused(FieldError.of("programs", fault.code(), fault.program(), fault.version(), rules));
		}
	}

	private Jurisdiction jurisdiction(AssessmentBody asked, ApplicantRecord applicant) {
		if (asked.jurisdiction() != null) {
			return this.catalogue.jurisdiction(asked.jurisdiction())
				.orElseThrow(() -> refused(FieldError.of("jurisdiction", "UNKNOWN_JURISDICTION",
						this.catalogue.jurisdictions()
							.stream()
							.map(Jurisdiction::id)
							.collect(Collectors.joining(", ")))));
		}
		String region = (applicant.hukou() != null) ? applicant.hukou().region() : null;
		if (region == null) {
			throw refused(FieldError.of("jurisdiction", "NO_REGION"));
		}
		return this.catalogue.jurisdictionOf(region)
			.orElseThrow(() -> refused(FieldError.of("applicant.hukou.region", "NO_JURISDICTION")));
	}

	/** The programs asked for, each known to the jurisdiction. */
	private static @Nullable Set<String> programs(@Nullable List<String> asked, PolicyBook book) {
		if (asked == null) {
			return null;
		}
		List<String> known = book.programs().stream().map(Program::id).toList();
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < asked.size(); i++) {
			if (Program.STACKING.equals(asked.get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "NOT_ASSESSED"));
			}
			else if (!known.contains(asked.get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "UNKNOWN_PROGRAM", String.join(", ", known)));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, errors);
		}
		return new HashSet<>(asked);
	}

	private static InvalidInput refused(FieldError error) {
		return new InvalidInput(UNPROCESSABLE, List.of(error));
	}

}
