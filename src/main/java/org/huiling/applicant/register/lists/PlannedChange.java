package org.huiling.applicant.register.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.recording.Addition;
import org.huiling.applicant.register.recording.RecordDoubts;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record changes on the day from which it holds, field by field, fit to be shown:
 * resident ids and accounts masked.
 */
final class PlannedChange {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final ArrayNode fields = NODES.arrayNode();

	private final Map<String, String> until = new HashMap<>();

	private final RecordLayout layout;

	private PlannedChange(Addition addition) {
		this.layout = addition.before().layout();
		addition.warnings()
			.stream()
			.filter((warning) -> RecordDoubts.HELD_UNTIL.equals(warning.code()))
			.forEach((warning) -> this.until.put(LinePath.of(warning.field()),
					String.valueOf(warning.arguments().get(1))));
	}

	/**
	 * The fields that change: path, before, after (null for what is unknown), and until
	 * when it holds, if a later record says otherwise.
	 */
	static ArrayNode of(Addition addition) {
		PlannedChange change = new PlannedChange(addition);
		var day = addition.record().validFrom();
		ObjectNode before = Masking.masked(addition.before().on(day), Set.of(), change.layout);
		ObjectNode after = Masking.masked(addition.after().on(day), Set.of(), change.layout);
		addition.record()
			.facts()
			.propertyNames()
			.stream()
			.filter((one) -> !Subject.FIELD.equals(one))
			.forEach((field) -> {
				int found = change.fields.size();
				change.compare(field, before.path(field), after.path(field));
				if (found == change.fields.size()) {
					// masked, both look the same
					change.note(field, before.path(field), after.path(field));
				}
			});
		return change.fields;
	}

	private void compare(String path, JsonNode before, JsonNode after) {
		if (before.equals(after)) {
			return;
		}
		if (before.isObject() && after.isObject()) {
			Set<String> names = new TreeSet<>(before.propertyNames());
			names.addAll(after.propertyNames());
			names.forEach((name) -> compare(path + "." + name, before.path(name), after.path(name)));
		}
		else if (after.isArray() && before.isArray()) {
			items(path, before, after);
		}
		else {
			note(path, before, after);
		}
	}

	/** An item has its place in the list as it will be; one that goes, as it was. */
	private void items(String path, JsonNode before, JsonNode after) {
		List<JsonNode> left = new ArrayList<>(before.valueStream().toList());
		for (int i = 0; i < after.size(); i++) {
			JsonNode item = after.get(i);
			int same = ListedItem.of(this.layout, path, item).first(left);
			JsonNode own = (same < 0) ? NODES.missingNode() : left.remove(same);
			compare(path + "[" + i + "]", own, item);
		}
		left.forEach((gone) -> note(path + "[" + before.valueStream().toList().indexOf(gone) + "]", gone,
				NODES.missingNode()));
	}

	private void note(String path, JsonNode before, JsonNode after) {
		ObjectNode field = this.fields.addObject();
		field.put("path", path);
		field.set("before", before.isMissingNode() ? NODES.nullNode() : before);
		field.set("after", after.isMissingNode() ? NODES.nullNode() : after);
		String end = this.until.get(path.replaceFirst("[.\\[].*", ""));
		if (end != null) {
			field.put("until", end);
		}
	}

}
