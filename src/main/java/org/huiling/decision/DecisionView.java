package org.huiling.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decisions as they are answered. */
final class DecisionView {

	/** Reads what is stored: every number exactly as it was written. */
	static final JsonMapper STORED = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private DecisionView() {
	}

	/** A decision among the others about the person. */
	static ObjectNode of(Decision decision, Standing standing) {
		DecisionKey key = decision.key();
		ObjectNode view = NODES.objectNode();
		view.put("id", decision.id().toString());
		view.put("jurisdiction", key.jurisdiction());
		view.put("applicantId", key.applicant().toString());
		view.put("program", key.program());
		view.put("period", decision.period());
		view.put("until", standing.until(decision));
		view.put("claim", key.claim());
		view.put("outcome", decision.outcome().name());
		view.put("amount", decision.amount());
		view.put("version", decision.version());
		view.put("digest", decision.digest());
		JsonNode reasons = STORED.readTree(decision.reasons());
		view.set("why", list(reasons, "why"));
		view.set("whyNot", list(reasons, "whyNot"));
		view.set("notes", list(reasons, "notes"));
		view.put("knownAt", decision.knownAt().toString());
		view.put("decidedAt", decision.decidedAt().toString());
		view.put("decidedBy", decision.decidedBy());
		view.put("cause", decision.cause());
		view.put("reason", decision.reason());
		view.put("supersedes", text(decision.supersedes()));
		view.put("current", standing.isCurrent(decision));
		return view;
	}

	/** A decision in a list of many people's. */
	static ObjectNode of(DecisionStore.Listed listed, Map<UUID, ShownPerson> people) {
		Decision decision = listed.decision();
		DecisionKey key = decision.key();
		ObjectNode view = NODES.objectNode();
		view.put("id", decision.id().toString());
		view.put("jurisdiction", key.jurisdiction());
		view.put("applicantId", key.applicant().toString());
		ShownPerson person = people.get(key.applicant());
		view.put("fileNumber", (person != null) ? person.fileNumber() : null);
		view.put("residentId", (person != null) ? person.residentId() : null);
		view.put("program", key.program());
		view.put("period", decision.period());
		view.put("claim", key.claim());
		view.put("outcome", decision.outcome().name());
		view.put("amount", decision.amount());
		view.put("version", decision.version());
		view.put("digest", decision.digest());
		view.put("decidedAt", decision.decidedAt().toString());
		view.put("decidedBy", decision.decidedBy());
		view.put("cause", decision.cause());
		view.put("current", listed.current());
		return view;
	}

	/** A decision with the objections against it. */
	static ObjectNode of(DecisionsOnFile.One one) {
		ObjectNode view = of(one.decision(), one.standing());
		ArrayNode objections = view.putArray("objections");
		one.objections().forEach((objection) -> objections.add(of(objection)));
		return view;
	}

	/** An objection; {@code outcome} is null while it is open. */
	static ObjectNode of(Objection objection) {
		ObjectNode view = NODES.objectNode();
		view.put("id", objection.id().toString());
		view.put("date", objection.date().toString());
		view.put("grounds", objection.grounds());
		view.put("recordedAt", objection.recordedAt().toString());
		view.put("recordedBy", objection.recordedBy());
		Objection.Conclusion conclusion = objection.conclusion();
		if (conclusion == null) {
			return view.putNull("outcome");
		}
		view.putObject("outcome")
			.put("outcome", conclusion.outcome().name())
			.put("reason", conclusion.reason())
			.put("date", conclusion.date().toString())
			.put("recordedAt", conclusion.recordedAt().toString())
			.put("recordedBy", conclusion.recordedBy());
		return view;
	}

	/** What deciding came to. */
	static ObjectNode of(Deciding.Decided decided) {
		ObjectNode view = NODES.objectNode();
		ArrayNode items = view.putArray("items");
		Set<UUID> fresh = decided.fresh();
		decided.items().forEach((one) -> items.add(of(one, decided.standing()).put("new", fresh.contains(one.id()))));
		ArrayNode undecided = view.putArray("undecided");
		decided.undecided().forEach((one) -> undecided.add(of(one)));
		return view;
	}

	private static ObjectNode of(Undecided undecided) {
		ObjectNode view = NODES.objectNode();
		view.put("program", undecided.program());
		view.put("period", undecided.period());
		view.put("claim", undecided.claim());
		view.put("outcome", "NEEDS_INFORMATION");
		view.set("missing", texts(undecided.missing()));
		return view;
	}

	private static ArrayNode texts(List<String> texts) {
		ArrayNode array = NODES.arrayNode();
		texts.forEach(array::add);
		return array;
	}

	private static JsonNode list(JsonNode reasons, String name) {
		return reasons.has(name) ? reasons.get(name) : NODES.arrayNode();
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

}
