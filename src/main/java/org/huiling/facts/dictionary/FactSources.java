package org.huiling.facts.dictionary;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.Expression.Call;
import org.huiling.facts.expression.Expression.Code;
import org.huiling.facts.expression.Expression.Name;
import org.jspecify.annotations.Nullable;

/**
 * Which facts have a say in the words that rules use: the words themselves, and whatever
 * they are worked out from, down to what is recorded.
 */
public final class FactSources {

	/** What Java works derived facts out from. */
	private static final Map<String, List<String>> CORE = Map.of("ageOnLastDay", List.of("birthDate"),
			"ageBeforePeriod", List.of("birthDate"), "ageOnClaimDate", List.of("birthDate"), "alive",
			List.of("deathDate"), "operating", List.of("closed"));

	private static final Set<String> OVER_ITEMS = Set.of("any", "count", "sum", "one", "holds");

	private final Dictionary dictionary;

	private final boolean deep;

	private final Set<String> found = new LinkedHashSet<>();

	private FactSources(Dictionary dictionary, boolean deep) {
		this.dictionary = dictionary;
		this.deep = deep;
	}

	/**
	 * What has a say in some words of rules.
	 * @param dictionary what declares the facts
	 * @param words as rules have them, with their pattern: {@code Applicant.onDibao},
	 * {@code Organisation.opened}, {@code Claim.stay}, or the pattern alone
	 * @return paths of recorded and derived facts and of lists; words that the dictionary
	 * does not have are passed over
	 */
	public static Set<String> of(Dictionary dictionary, Collection<String> words) {
		Set<String> found = new LinkedHashSet<>();
		for (Dictionary one : dictionary.all()) {
			FactSources sources = new FactSources(one, true);
			words.forEach(sources::word);
			found.addAll(sources.found);
		}
		return found;
	}

	/**
	 * What a derived fact is worked out from, as its definitions say it.
	 * @param dictionary what declares the facts, of its subject or of people
	 * @param derived the derived fact
	 * @return paths of recorded and derived facts and of lists
	 */
	public static Set<String> of(Dictionary dictionary, Derived derived) {
		FactSources sources = new FactSources(dictionary.declaring(derived.path()), false);
		sources.definition(derived);
		return sources.found;
	}

	/**
	 * Whether some words hang on what is added up of one month.
	 * @param dictionary what declares the facts
	 * @param words as rules have them, with their pattern
	 * @return true if one of them is worked out from days of one month
	 */
	public static boolean areOfOneMonth(Dictionary dictionary, Collection<String> words) {
		return of(dictionary, words).stream()
			.map(dictionary::derived)
			.filter(Objects::nonNull)
			.flatMap((derived) -> derived.is().values().stream())
			.anyMatch(FactSources::looksAtOneMonth);
	}

	private static boolean looksAtOneMonth(Expression expression) {
		return (expression instanceof Call call && call.function().equals("sameMonth"))
				|| expression.parts().stream().anyMatch(FactSources::looksAtOneMonth);
	}

	private void word(String word) {
		String subject = this.dictionary.subject().pattern() + ".";
		if (word.startsWith(subject)) {
			add(word.substring(subject.length()));
			return;
		}
		for (FactList list : this.dictionary.lists()) {
			String pattern = list.shape().pattern();
			if (word.equals(pattern)) {
				add(list.path());
			}
			else if (word.startsWith(pattern + ".")) {
				add(list.path());
				item(list, word.substring(word.indexOf('.') + 1));
			}
		}
	}

	private void item(FactList list, String word) {
		Map<String, String> roles = list.shape().roles();
		add(list.path() + "[]." + word);
		RoleWords.reads(word)
			.stream()
			.filter(roles::containsKey)
			.forEach((role) -> add(list.path() + "[]." + roles.get(role)));
	}

	private void add(String path) {
		Derived derived = this.dictionary.derived(path);
		Entry entry = this.dictionary.entry(path);
		if ((derived == null && entry == null) || !this.found.add(path) || !this.deep) {
			return;
		}
		if (derived != null) {
			definition(derived);
		}
		else if (entry instanceof Fact fact && fact.validity() != null) {
			add(fact.validity().from());
			if (fact.validity().to() != null) {
				add(fact.validity().to());
			}
		}
	}

	private void definition(Derived derived) {
		CORE.getOrDefault(derived.path(), List.of()).forEach(this::add);
		derived.is().values().forEach((one) -> read(one, null));
	}

	private void read(Expression expression, @Nullable String list) {
		if (expression instanceof Name name) {
			named(name.path(), list);
		}
		else if (expression instanceof Call call && OVER_ITEMS.contains(call.function())) {
			items(call);
		}
		else {
			expression.parts().forEach((part) -> read(part, list));
		}
	}

	private void named(String path, @Nullable String list) {
		int dot = path.lastIndexOf('.');
		if (list != null && this.dictionary.entry(list + "[]." + path) != null) {
			add(list + "[]." + path);
		}
		else if (dot > 0 && this.dictionary.entry(path) == null && this.dictionary.derived(path) == null) {
			String group = path.substring(0, dot);
			Derived item = this.dictionary.derived(group);
			add(group);
			if (item != null && item.type().of() != null) {
				add(item.type().of() + "[]." + path.substring(dot + 1));
			}
		}
		else {
			add(path);
		}
	}

	private void items(Call call) {
		String path = ((Name) call.arguments().get(0)).path();
		FactList list = this.dictionary.list(path);
		add(path);
		call.arguments().stream().skip(1).forEach((argument) -> read(argument, path));
		if (list == null || !(call.arguments().get(call.arguments().size() - 1) instanceof Code code)) {
			return;
		}
		for (Fact field : list.fields()) {
			boolean kind = field.codes() != null && field.codes().name().equals(code.type());
			if (kind || field.name().equals(list.shape().from()) || field.name().equals(list.shape().to())) {
				add(field.path());
			}
		}
	}

}
