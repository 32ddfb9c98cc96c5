package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.ExpressionText;
import org.huiling.facts.type.Asking;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.ListShape;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/** Puts what is declared of one fact or list into words, a line for each thing said. */
final class SaidOfFact {

	private static final String SIGN = " · ";

	private final Dictionary dictionary;

	private final MessageSource messages;

	private final Locale locale;

	private final List<Line> lines = new ArrayList<>();

	SaidOfFact(Dictionary dictionary, MessageSource messages, Locale locale) {
		this.dictionary = dictionary;
		this.messages = messages;
		this.locale = locale;
	}

	/**
	 * A thing that is said.
	 *
	 * @param key the last part of the key of its name
	 * @param text what is said
	 */
	record Line(String key, String text) {
	}

	List<Line> lines() {
		return this.lines;
	}

	/** Adds a line, unless there is nothing to say. */
	void add(String key, List<String> values) {
		if (!values.isEmpty()) {
			this.lines.add(new Line(key, String.join(SIGN, values)));
		}
	}

	private void add(String key, @Nullable Object value) {
		if (value != null) {
			this.lines.add(new Line(key, value.toString()));
		}
	}

	void of(Fact fact) {
		bounds(fact.type(), fact.bounds());
		add("tableKey", fact.tableKey());
		traits(Stream.concat(fact.traits().stream().sorted().map(Trait::name),
				fact.isReadable() ? Stream.of() : Stream.of("UNREADABLE")));
		asking(fact.asking(), fact.path());
		validity(fact.validity());
		add("assumed", in(fact.assumed()));
		add("standard", fact.standard());
	}

	void of(FactList list) {
		ListShape shape = list.shape();
		add("key", fields(list, shape.key()));
		add("order", fields(list, shape.order()));
		add("period", fields(list, Stream.of(shape.from(), shape.to()).filter(Objects::nonNull).toList()));
		add("pattern", shape.pattern());
		add("merge", text(shape.merge() ? "facts.merged" : "facts.replaced"));
		add("most", shape.most());
		traits(list.traits().stream().sorted().map(Trait::name));
		asking(list.asking(), list.path());
	}

	private static List<String> fields(FactList list, List<String> names) {
		return names.stream().map((name) -> list.path() + "[]." + name).toList();
	}

	void names(Naming naming) {
		add("help", in(naming.help()));
		add("phrase", in(naming.phrase()));
		add("not", in(naming.not()));
	}

	private void bounds(FactType type, Bounds bounds) {
		if (bounds.min() != null || bounds.max() != null) {
			String min = (bounds.min() != null) ? bounds.min().toPlainString() : "…";
			add("range", min + " – " + ((bounds.max() != null) ? bounds.max().toPlainString() : "…"));
		}
		Earlier earlier = bounds.earlier();
		if (earlier != null) {
			String until = text("facts.earlier", earlier.before().toString(), earlier.max().toPlainString());
			add("earlier", (earlier.standard() != null) ? until + SIGN + earlier.standard() : until);
		}
		if (type == FactType.DECIMAL || type == FactType.MONEY) {
			add("decimals", (type == FactType.MONEY) ? 2 : bounds.decimals());
		}
		if (type == FactType.TEXT) {
			add("longest", bounds.longest());
		}
		add("matches", bounds.pattern());
		add("notBefore", days(bounds.notBefore()));
		add("notAfter", days(bounds.notAfter()));
	}

	private List<String> days(List<DayLimit> limits) {
		return limits.stream().map((limit) -> {
			if (limit.day() != null) {
				return limit.day().toString();
			}
			return (limit.fact() != null) ? named(limit.fact()) : text("facts.today");
		}).toList();
	}

	private void traits(Stream<String> traits) {
		add("traits", traits.map((one) -> text("facts.trait." + one)).toList());
	}

	private void asking(Asking asking, String path) {
		if (asking.turn() == null) {
			boolean item = path.contains("[]");
			add("ask", item ? null : text("facts.ask.never"));
		}
		else {
			add("ask", (asking.after() != null) ? text("facts.ask.after", asking.turn(), named(asking.after()))
					: text("facts.ask.at", asking.turn()));
		}
		add("askWhen", (asking.when() != null) ? ExpressionText.of(asking.when()) : null);
	}

	private void validity(@Nullable Validity validity) {
		if (validity != null) {
			String days = Stream.of(validity.from(), validity.to())
				.filter(Objects::nonNull)
				.map(this::named)
				.collect(Collectors.joining(" – "));
			add("validity", (validity.outside() != null) ? text("facts.validity", days, validity.outside()) : days);
		}
	}

	/** A fact by its name and path. */
	private String named(String path) {
		Entry entry = this.dictionary.entry(path);
		return (entry != null) ? entry.naming().label().in(this.locale) + " (" + path + ")" : path;
	}

	private @Nullable String in(@Nullable Label label) {
		return (label != null) ? label.in(this.locale) : null;
	}

	private String text(String key, Object... places) {
		return Objects.requireNonNull(this.messages.getMessage(key, places, key, this.locale));
	}

}
