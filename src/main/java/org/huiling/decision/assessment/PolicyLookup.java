package org.huiling.decision.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Subject;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds the policies that a question is for, and asks them. */
@Component
public class PolicyLookup {

	private static final int UNPROCESSABLE = 422;

	private final PolicyCatalogue catalogue;

	PolicyLookup(PolicyCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * A jurisdiction by its id.
	 * @throws InvalidInput 422 if there is none
	 */
	public Jurisdiction named(String id) {
		return this.catalogue.jurisdiction(id)
			.orElseThrow(() -> refused(FieldError.of("jurisdiction", "UNKNOWN_JURISDICTION",
					this.catalogue.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.joining(", ")))));
	}

	/**
	 * The jurisdiction of a hukou.
	 * @throws InvalidInput 422 if the region is unknown or nobody's
	 */
	public Jurisdiction ofHukou(FactRecord facts) {
		if (facts.hukouRegion() == null) {
			throw refused(FieldError.of("jurisdiction", "NO_REGION"));
		}
		return claimed(facts).orElseThrow(
				() -> refused(FieldError.of("applicant." + facts.subject().regions().get(0), "NO_JURISDICTION")));
	}

	/** The jurisdiction of a hukou, if it is known and somebody's. */
	public Optional<Jurisdiction> claimed(FactRecord facts) {
		String region = facts.hukouRegion();
		return (region != null) ? this.catalogue.jurisdictionOf(region) : Optional.empty();
	}

	/** A program that something was decided about. */
	public Program program(Jurisdiction jurisdiction, String id) {
		return book(jurisdiction, Instant.now()).programs()
			.stream()
			.filter((program) -> program.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("there is no program " + id + " any more"));
	}

	public PolicyBook book(Jurisdiction jurisdiction, Instant knownAt) {
		return this.catalogue.book(jurisdiction.id(), knownAt);
	}

	/** What is known of a jurisdiction's policies, to be kept with what is decided. */
	public CatalogueSnapshot snapshot(Jurisdiction jurisdiction, Instant knownAt) {
		return this.catalogue.snapshot(jurisdiction.id(), knownAt);
	}

	/** The policies of a snapshot and no others. */
	public PolicyBook book(CatalogueSnapshot snapshot) {
		return this.catalogue.book(snapshot);
	}

	/** Reads people by the dictionary of a snapshot. */
	public FactReading reading(CatalogueSnapshot snapshot) {
		return this.catalogue.revision(snapshot).reading();
	}

	/**
	 * The programs asked for.
	 * @return null for all
	 * @throws InvalidInput 422 naming each that the jurisdiction does not have, or that
	 * is about others than the subject
	 */
	public static @Nullable Set<String> programs(@Nullable List<String> asked, PolicyBook book, Subject subject) {
		if (asked == null) {
			return null;
		}
		List<String> known = ids(book.of(subject));
		List<String> all = ids(book);
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < asked.size(); i++) {
			if (Program.STACKING.equals(asked.get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "NOT_ASSESSED"));
			}
			else if (!known.contains(asked.get(i)) && all.contains(asked.get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "OTHER_SUBJECT", subject.choice(),
						String.join(", ", known)));
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

	private static List<String> ids(PolicyBook book) {
		return book.programs().stream().map(Program::id).toList();
	}

	/**
	 * Asks.
	 * @throws InvalidInput 422 if a policy is at fault and gives no amount
	 */
	public static Assessor.Assessments ask(PolicyBook book, ApplicantHistory history, AssessmentRequest request,
			Locale locale) {
		return ask(() -> new Assessor(book).assess(history, request), locale);
	}

	/**
	 * Asks in any way.
	 * @throws InvalidInput 422 if a policy is at fault
	 */
	public static <T> T ask(Supplier<T> question, Locale locale) {
		try {
			return question.get();
		}
		catch (PolicyFault fault) {
			throw PolicyAtFault.refusal(fault, locale);
		}
	}

	public static InvalidInput refused(FieldError error) {
		return new InvalidInput(UNPROCESSABLE, List.of(error));
	}

}
