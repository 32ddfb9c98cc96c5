package org.huiling.policy.dictionary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.Problem;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.UnknownWord;
import org.huiling.facts.type.Label;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.dictionary.FactView.BoundsItem;
import org.huiling.policy.dictionary.FactView.CodeItem;
import org.huiling.policy.dictionary.FactView.ListItem;
import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.huiling.policy.dictionary.FactView.ValueItem;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** 数据元目录: the dictionary in force as everybody may look it up. */
@Component
public class DataDictionary {

	private final DictionaryInForce inForce;

	/** Where jurisdictions pay in several, amounts are in that of each. */
	private static final String ANY_CURRENCY = "currency";

	private final PolicyCatalogue catalogue;

	private final FactUses uses;

	private final Clock clock;

	DataDictionary(DictionaryInForce inForce, FactUses uses, PolicyCatalogue catalogue, Clock clock) {
		this.catalogue = catalogue;
		this.inForce = inForce;
		this.uses = uses;
		this.clock = clock;
	}

	/**
	 * The dictionary in force.
	 * @return never changes
	 */
	public Dictionary current() {
		return this.inForce.current();
	}

	/**
	 * The fact files of the dictionary in force.
	 * @return by name
	 */
	public List<FactFile> files() {
		return current().files();
	}

	/**
	 * What kept the fact files of the rules directory out of force.
	 * @return none if they are in force
	 */
	public List<Problem> problems() {
		return this.inForce.problems();
	}

	/**
	 * What an entry is called.
	 * @param path the way to it
	 * @return in both languages
	 * @throws Refusal 404 {@code FACT_NOT_FOUND}, naming the nearest there is
	 */
	public Label label(String path) {
		return declared(path).naming().label();
	}

	/**
	 * The entries that a query admits.
	 * @param query which are looked for
	 * @return recorded ones in the order of the dictionary, then derived ones
	 */
	public List<FactView> find(FactQuery query) {
		Dictionary dictionary = current();
		Map<String, List<UsingVersion>> users = this.uses.of(dictionary);
		return Declared.all(dictionary)
			.stream()
			.filter((one) -> query.admits(one, users(one, users)))
			.map((one) -> view(one, users(one, users)))
			.toList();
	}

	/**
	 * One entry as the API shows it.
	 * @param path the way to it
	 * @return the entry
	 * @throws Refusal 404 {@code FACT_NOT_FOUND}, naming the nearest there is
	 */
	public FactView view(String path) {
		Declared found = declared(path);
		return view(found, users(found, this.uses.of(current())));
	}

	/**
	 * One entry as it is declared.
	 * @param path the way to it
	 * @return the entry
	 * @throws Refusal 404 {@code FACT_NOT_FOUND}, naming the nearest there is
	 */
	public Declared declared(String path) {
		List<Declared> all = Declared.all(current());
		return all.stream()
			.filter((one) -> one.path().equals(path))
			.findFirst()
			.orElseThrow(() -> unknown(path, all.stream().map(Declared::path).toList()));
	}

	private static Refusal unknown(String path, Collection<String> known) {
		String last = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		String near = known.stream()
			.filter((one) -> one.substring(one.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).equals(last))
			.findFirst()
			.orElseGet(() -> new UnknownWord(path, known).nearest());
		return Refusal.notFound("FACT_NOT_FOUND", (near != null) ? 1 : 0, (near != null) ? near : "");
	}

	/** A group or list is used by whoever uses something of it. */
	private static List<UsingVersion> users(Declared one, Map<String, List<UsingVersion>> users) {
		if (!(one.entry() instanceof FactGroup) && !(one.entry() instanceof FactList)) {
			return users.getOrDefault(one.path(), List.of());
		}
		Set<UsingVersion> all = new LinkedHashSet<>(users.getOrDefault(one.path(), List.of()));
		users.forEach((path, some) -> {
			if (path.startsWith(one.path() + ".") || path.startsWith(one.path() + "[]")) {
				all.addAll(some);
			}
		});
		return all.stream()
			.sorted((a, b) -> (a.jurisdiction() + "/" + a.program() + "/" + a.version())
				.compareTo(b.jurisdiction() + "/" + b.program() + "/" + b.version()))
			.toList();
	}

	private FactView view(Declared one, List<UsingVersion> users) {
		return new FactView(one.path(), one.type(), words(one.naming().label()), optional(one.naming().help()),
				one.unit(this.catalogue.onlyCurrency().orElse(ANY_CURRENCY)),
				(one.codes() != null) ? one.codes().name() : null, codes(one), values(one), one.derived() != null,
				one.is(LocalDate.now(this.clock)), one.file().name(), one.file().owner(),
				(one.file().subject() != Subject.PERSON) ? one.file().subject().word() : null, users,
				(one.entry() != null && !one.naming().aliases().isEmpty()) ? one.naming().aliases() : null, column(one),
				(one.entry() instanceof Fact fact) ? BoundsItem.of(fact) : null,
				(one.entry() instanceof FactList list) ? ListItem.of(list) : null);
	}

	/** Groups and derived facts stand in no table. */
	private static @Nullable String column(Declared one) {
		return (one.entry() != null && !(one.entry() instanceof FactGroup)) ? one.naming().header() : null;
	}

	private static @Nullable List<CodeItem> codes(Declared one) {
		return (one.codes() == null) ? null
				: one.codes()
					.values()
					.stream()
					.map((code) -> new CodeItem(code.name(), words(code.label()), code.withdrawn()))
					.toList();
	}

	private static @Nullable List<ValueItem> values(Declared one) {
		List<ValueItem> values = Stream.ofNullable(one.entry())
			.filter(Fact.class::isInstance)
			.map(Fact.class::cast)
			.flatMap((fact) -> fact.names().stream())
			.filter((value) -> value.label() != null)
			.map((value) -> new ValueItem(value.value(), words(Objects.requireNonNull(value.label()))))
			.toList();
		return values.isEmpty() ? null : values;
	}

	private static Bilingual words(Label label) {
		return new Bilingual(label.zh(), label.en());
	}

	private static @Nullable Bilingual optional(@Nullable Label label) {
		return (label != null) ? words(label) : null;
	}

}
