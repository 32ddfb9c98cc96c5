package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.Word;

/**
 * The words that the rules of one version use: those that are declared by number, so that
 * the version's own classes can ask for them, and those that Java works out.
 *
 * @param person the declared words of a person, as paths
 * @param claim the declared words of a claim, as names of fields
 * @param personCore the words of a person that Java works out
 * @param claimCore the words of a claim that Java works out
 * @param groups the ways to groups of facts that stand in rules by themselves
 * @param items the patterns over items of lists
 */
public record UsedWords(List<String> person, List<String> claim, Set<String> personCore, Set<String> claimCore,
		Set<String> groups, List<Items> items) {

	/**
	 * The words used of the items of a list.
	 *
	 * @param pattern what rules call an item
	 * @param list the path of the list
	 * @param fields the names of the fields
	 */
	public record Items(String pattern, String list, List<String> fields) {
	}

	/**
	 * Sorts what is used.
	 * @param facts such as {@code Applicant.household.size}
	 * @param vocabulary the words there are
	 */
	public static UsedWords of(Set<String> facts, RuleVocabulary vocabulary) {
		UsedWords used = new UsedWords(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>(),
				new TreeSet<>(), new ArrayList<>());
		Set<String> personCore = names(CoreWords.class);
		Set<String> claimCore = names(ClaimFacts.class);
		for (String fact : new TreeSet<>(facts)) {
			String path = fact.substring(fact.indexOf('.') + 1);
			if (fact.startsWith(vocabulary.claim() + ".")) {
				if (claimCore.contains(path)) {
					used.claimCore.add(path);
				}
				else {
					used.claim.add(path);
				}
			}
			else if (fact.startsWith(vocabulary.subject() + ".")) {
				if (personCore.contains(path)) {
					used.personCore.add(path);
				}
				else if (vocabulary.isGroup(fact)) {
					used.groups.add(path);
				}
				else {
					used.person.add(path);
				}
			}
			else if (vocabulary.isItem(fact)) {
				used.items.add(new Items(fact, vocabulary.list(fact), new ArrayList<>()));
			}
			else {
				used.items.stream()
					.filter((items) -> fact.startsWith(items.pattern() + "."))
					.forEach((items) -> items.fields().add(path));
			}
		}
		return used;
	}

	private static Set<String> names(Class<?> core) {
		Set<String> names = new TreeSet<>();
		RuleVocabulary.core(core).forEach((method) -> names.add(method.getName()));
		return names;
	}

	public static Word word(FactWords words, String path) {
		return Objects.requireNonNull(words.word(path), path);
	}

	public static Word field(FactWords words, String list, String name) {
		return Objects.requireNonNull(words.field(list, name), name);
	}

}
