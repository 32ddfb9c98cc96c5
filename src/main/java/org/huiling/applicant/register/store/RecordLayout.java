package org.huiling.applicant.register.store;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huiling.applicant.RecordJson;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How records go together, as declarations say: what is sealed, by what the items of a
 * list are told apart, and whether new ones are kept beside those on file.
 *
 * @param dictionary what declares the facts
 */
public record RecordLayout(Dictionary dictionary) {

	/**
	 * Whom facts are about: each record of an organisation says so.
	 * @param facts of one record, or of one day
	 * @return a person unless they say otherwise
	 */
	public static Subject subject(JsonNode facts) {
		return RecordJson.subject(facts);
	}

	/**
	 * What is declared of whom facts are about.
	 * @param dictionary of people, with that of organisations
	 * @param facts of one record, or of one day
	 * @return that of people also where nothing is declared of organisations
	 */
	public static Dictionary declaring(Dictionary dictionary, JsonNode facts) {
		Dictionary declared = dictionary.of(subject(facts));
		return (declared != null) ? declared : dictionary;
	}

	/** Everything at the top, in the order in which it is shown. */
	public List<String> names() {
		Set<String> names = new LinkedHashSet<>(Set.of(Subject.FIELD));
		this.dictionary.all().forEach((one) -> one.entries().forEach((entry) -> names.add(entry.name())));
		return List.copyOf(names);
	}

	private @Nullable FactList list(String field) {
		return this.dictionary.declaring(field).list(field);
	}

	/** Whether it is a list of items. */
	public boolean isList(String field) {
		return list(field) != null;
	}

	/** Whether its items are kept beside new ones; else a record replaces it whole. */
	public boolean isMerged(String field) {
		FactList list = list(field);
		return list != null && list.shape().merge();
	}

	/** The lists whose items are kept beside new ones. */
	public List<String> merged() {
		return this.dictionary.all()
			.stream()
			.flatMap((one) -> one.lists().stream())
			.map(FactList::path)
			.filter(this::isMerged)
			.distinct()
			.toList();
	}

	/** The fields that tell items apart. */
	public List<String> key(String field) {
		FactList list = list(field);
		return (list != null) ? list.shape().key() : List.of();
	}

	/** What tells an item apart from others of its list. */
	public static String identity(List<String> key, JsonNode item) {
		return (key.size() == 1) ? item.path(key.get(0)).asString("")
				: key.stream().map((field) -> item.path(field).asString("")).collect(Collectors.joining("\n"));
	}

	/** Items on file with new ones, in the order of the list, however they came. */
	public ArrayNode merged(String field, JsonNode before, JsonNode given) {
		List<String> key = key(field);
		TreeMap<String, JsonNode> byKey = new TreeMap<>();
		before.forEach((item) -> byKey.put(identity(key, item), item));
		given.forEach((item) -> byKey.put(identity(key, item), item));
		FactList list = list(field);
		List<String> order = (list != null) ? list.shape().order() : List.of();
		ArrayNode merged = JsonNodeFactory.instance.arrayNode();
		byKey.values().stream().sorted(inOrder(order)).forEach(merged::add);
		return merged;
	}

	private static Comparator<JsonNode> inOrder(List<String> order) {
		return order.stream()
			.map((field) -> Comparator.comparing((JsonNode item) -> item.path(field).asString("")))
			.reduce(Comparator::thenComparing)
			.orElse(Comparator.comparing(JsonNode::toString));
	}

}
