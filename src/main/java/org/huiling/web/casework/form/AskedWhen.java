package org.huiling.web.casework.form;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.Expression.Comparator;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The condition of {@code askWhen} as the script of a form works it out while answers
 * change: {@code all}, {@code any} and {@code not} of comparisons of one field of the
 * form with a value. What the form does not ask counts as it is on file; what the script
 * cannot work out is {@code null}, which is unknown.
 */
final class AskedWhen {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String FACT = "fact";

	private final Dictionary dictionary;

	private final Predicate<String> inForm;

	private final UnaryOperator<String> path;

	private final AsRecorded known;

	/**
	 * Conditions of one form.
	 * @param dictionary what declares the facts
	 * @param inForm whether the form asks for a fact, by its path
	 * @param known what is on file
	 */
	AskedWhen(Dictionary dictionary, Predicate<String> inForm, AsRecorded known) {
		this(dictionary, inForm, (name) -> name, known);
	}

	/**
	 * Conditions of a form of one item.
	 * @param dictionary what declares the facts
	 * @param list whose item it is; all of its fields are asked
	 * @param known the item on file
	 */
	AskedWhen(Dictionary dictionary, FactList list, AsRecorded known) {
		this(dictionary, (name) -> list.field(name) != null, (name) -> list.path() + "[]." + name, known);
	}

	private AskedWhen(Dictionary dictionary, Predicate<String> inForm, UnaryOperator<String> path, AsRecorded known) {
		this.dictionary = dictionary;
		this.inForm = inForm;
		this.path = path;
		this.known = known;
	}

	/** A condition as JSON; null if nothing that the form asks can settle it. */
	@Nullable String of(Expression condition) {
		JsonNode read = condition(condition);
		return read.findValue(FACT) != null ? read.toString() : null;
	}

	private JsonNode condition(Expression condition) {
		if (!asksForm(condition)) {
			Answer answer = this.known.evaluation().condition(condition);
			return answer.isUnknown() ? NODES.nullNode() : NODES.booleanNode(answer.holds());
		}
		if (condition instanceof Expression.Joined joined) {
			return several(joined.all() ? "all" : "any", joined.parts().stream().map(this::condition).toList());
		}
		if (condition instanceof Expression.Not not) {
			ObjectNode node = NODES.objectNode();
			node.set("not", condition(not.condition()));
			return node;
		}
		if (condition instanceof Expression.In in) {
			return several("any",
					in.among().stream().map((one) -> compared(in.value(), Comparator.EQUAL, one)).toList());
		}
		if (condition instanceof Expression.Comparison one) {
			return asksForm(one.left()) ? compared(one.left(), one.comparator(), one.right())
					: compared(one.right(), mirrored(one.comparator()), one.left());
		}
		return (condition instanceof Expression.Name)
				? compared(condition, Comparator.EQUAL, new Expression.Bool(0, true)) : NODES.nullNode();
	}

	private boolean asksForm(Expression expression) {
		boolean[] asks = new boolean[1];
		expression.walk((part) -> asks[0] |= part instanceof Expression.Name name && this.inForm.test(name.path()));
		return asks[0];
	}

	private static JsonNode several(String how, List<JsonNode> parts) {
		ObjectNode node = NODES.objectNode();
		ArrayNode array = node.putArray(how);
		parts.forEach(array::add);
		return node;
	}

	private static Comparator mirrored(Comparator comparator) {
		return switch (comparator) {
			case LESS -> Comparator.MORE;
			case AT_MOST -> Comparator.AT_LEAST;
			case MORE -> Comparator.LESS;
			case AT_LEAST -> Comparator.AT_MOST;
			default -> comparator;
		};
	}

	private JsonNode compared(Expression field, Comparator comparator, Expression with) {
		String value = value(with);
		Fact fact = (field instanceof Expression.Name name) ? this.dictionary.fact(this.path.apply(name.path())) : null;
		String as = (fact != null) ? as(fact) : null;
		if (fact == null || value == null || as == null) {
			return NODES.nullNode();
		}
		ObjectNode node = NODES.objectNode();
		node.put(FACT, fact.path());
		node.put("is", comparator.sign());
		node.put("than", value);
		node.put("as", as);
		node.put("none", fact.is(Trait.ABSENT_IS_NONE));
		return node;
	}

	private static @Nullable String value(Expression expression) {
		if (expression instanceof Expression.Code code) {
			return code.name();
		}
		if (expression instanceof Expression.Numeral number) {
			return number.value().toPlainString();
		}
		if (expression instanceof Expression.Text text) {
			return text.value();
		}
		return (expression instanceof Expression.Bool bool) ? Objects.toString(bool.value()) : null;
	}

	private static @Nullable String as(Fact fact) {
		return switch (fact.type()) {
			case BOOLEAN, CODE, REGION -> "text";
			case INTEGER, DECIMAL, MONEY -> "number";
			case DATE -> "date";
			case CODES, TEXT -> null;
		};
	}

}
