package org.huiling.web.casework.form;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a group of facts beside that which a form asks of it. */
public final class UnaskedFacts {

	private UnaskedFacts() {
	}

	/** A group is recorded whole: what the form did not ask of it stays as it was. */
	public static JsonNode kept(JsonNode known, @Nullable JsonNode now, String part, List<Field> fields) {
		if (!known.isObject() || (now != null && !now.isObject())) {
			return (now != null) ? now : NullNode.instance;
		}
		ObjectNode group = known.asObject().deepCopy();
		for (Field field : fields) {
			if (field.path().startsWith(part + ".")) {
				JsonNode at = group;
				String[] steps = field.path().substring(part.length() + 1).split("\\.");
				for (int i = 0; i < steps.length - 1; i++) {
					at = at.path(steps[i]);
				}
				if (at instanceof ObjectNode object) {
					object.remove(steps[steps.length - 1]);
				}
			}
		}
		if (now != null) {
			merge(group, now.asObject());
		}
		prune(group);
		return group.isEmpty() ? NullNode.instance : group;
	}

	private static void merge(ObjectNode group, ObjectNode now) {
		now.properties().forEach((field) -> {
			if (group.get(field.getKey()) instanceof ObjectNode inner && field.getValue() instanceof ObjectNode typed) {
				merge(inner, typed);
			}
			else {
				group.set(field.getKey(), field.getValue());
			}
		});
	}

	private static void prune(ObjectNode group) {
		List<String> empty = new ArrayList<>();
		group.properties().forEach((field) -> {
			if (field.getValue() instanceof ObjectNode inner) {
				prune(inner);
				if (inner.isEmpty()) {
					empty.add(field.getKey());
				}
			}
		});
		group.remove(empty);
	}

}
