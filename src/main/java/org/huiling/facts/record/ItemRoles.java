package org.huiling.facts.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Where the parts that claims play stand in the shape of an item, found once. */
final class ItemRoles {

	final int id;

	final int day;

	final int start;

	final int kind;

	final int tier;

	final int cost;

	final int total;

	/** The names by the role: of fields, and of the code of a stay in hospital. */
	final Map<String, String> names;

	ItemRoles(RecordShape shape, Map<String, String> roles, @Nullable String key) {
		this.names = Map.copyOf(roles);
		this.id = (key != null) ? shape.slot(key) : RecordShape.NONE;
		this.day = slot(shape, roles, "day");
		this.start = slot(shape, roles, "start");
		this.kind = slot(shape, roles, "kind");
		this.tier = slot(shape, roles, "tier");
		this.cost = slot(shape, roles, "cost");
		this.total = slot(shape, roles, "total");
	}

	private static int slot(RecordShape shape, Map<String, String> roles, String role) {
		String field = roles.get(role);
		return (field != null) ? shape.slot(field) : RecordShape.NONE;
	}

}
