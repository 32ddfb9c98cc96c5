package org.huiling.crosscheck;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.SeenFacts;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** What the rules would say if a list were right; nothing is stored. */
@Component
class Supposing {

	private static final Logger LOGGER = LoggerFactory.getLogger(Supposing.class);

	private final Assessing assessing;

	private final ApplicantRegister register;

	private final RecordedTime time;

	private final JsonMapper json;

	Supposing(Assessing assessing, ApplicantRegister register, RecordedTime time, JsonMapper json) {
		this.assessing = assessing;
		this.register = register;
		this.time = time;
		this.json = json;
	}

	/**
	 * The programs that would still grant something to somebody on file.
	 * @param check whose policies, and in which month: that of its day
	 * @param person their file
	 * @param otherwise groups and facts that would be other than on file, as a record has
	 * them
	 * @return their ids; none where that cannot be told
	 */
	Set<String> granting(CrossCheck check, UUID person, ObjectNode otherwise) {
		KnownApplicant known = this.register.known(Set.of(person), this.time.settled()).people().get(person);
		if (known == null) {
			return Set.of();
		}
		ObjectNode facts = (ObjectNode) this.json.readTree(SeenFacts.of(known.on(check.asOf())));
		facts.setAll(otherwise);
		Set<String> granting = new HashSet<>();
		for (Assessment answer : answers(check, facts)) {
			if (answer.grants()) {
				granting.add(answer.program().id());
			}
		}
		return granting;
	}

	/**
	 * What the rules answer of somebody of whom nothing else is known.
	 * @param check whose policies, and in which month: that of its day
	 * @param applicant what is known of them
	 * @return none where they cannot be assessed
	 */
	List<Assessment> answers(CrossCheck check, ObjectNode applicant) {
		ObjectNode body = this.json.createObjectNode();
		body.put("period", YearMonth.from(check.asOf()).toString());
		body.put("jurisdiction", check.jurisdiction());
		body.put("explain", "NONE");
		body.set("applicant", applicant);
		try {
			return this.assessing.assess(body, Locale.ROOT).assessments().assessments();
		}
		catch (InvalidInput | Refusal ex) {
			// what a list says may stand in the message
			LOGGER.debug("cross-check {}: somebody cannot be assessed: {}", check.id(), ex.getClass().getSimpleName());
			return List.of();
		}
	}

}
