package org.huiling.proposal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.input.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An action whose values are a record.
 *
 * @param <V> the record
 */
public abstract class RecordAction<V extends Record> implements ProposalAction {

	private final Class<V> type;

	private final JsonMapper json;

	/**
	 * An action.
	 * @param type what its values are
	 * @param json writes them
	 */
	protected RecordAction(Class<V> type, JsonMapper json) {
		this.type = type;
		this.json = json;
	}

	JsonNode written(V values) {
		return this.json.valueToTree(values);
	}

	private V read(JsonNode values) {
		return RecordReader.read(values, this.type);
	}

	@Override
	public final Scope check(JsonNode values) {
		return check(read(values));
	}

	/**
	 * As {@link ProposalAction#check}.
	 * @param values as proposed
	 * @return what they are about, and where
	 */
	protected abstract Scope check(V values);

	@Override
	public final Object confirm(JsonNode values, String proposedBy) {
		return confirm(read(values), proposedBy);
	}

	/**
	 * As {@link ProposalAction#confirm}.
	 * @param values as proposed, just checked
	 * @param proposedBy who proposed it
	 * @return the answer
	 */
	protected abstract Object confirm(V values, String proposedBy);

	@Override
	public final Object effects(JsonNode values) {
		return effects(read(values));
	}

	/**
	 * As {@link ProposalAction#effects}.
	 * @param values as proposed
	 * @return what would come of it
	 */
	protected Object effects(V values) {
		return Map.of();
	}

	@Override
	public final Set<UUID> people(JsonNode values) {
		return people(read(values));
	}

	/**
	 * As {@link ProposalAction#people}.
	 * @param values as proposed
	 * @return ids of people on file
	 */
	protected Set<UUID> people(V values) {
		return Set.of();
	}

}
