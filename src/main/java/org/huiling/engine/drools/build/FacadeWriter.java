package org.huiling.engine.drools.build;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.drools.language.JavaWords;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.Types;
import org.huiling.engine.drools.language.UsedWords;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.Facades;
import org.huiling.facts.words.ItemFacts;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;

/**
 * Writes the classes against which the rules of one version are compiled: a person, a
 * claim and items of other lists with the words that its rules use and no others, and the
 * codes that it names. Names come from the dictionary, which admits letters and digits
 * only; no text of a rule or fact file gets here.
 */
public final class FacadeWriter {

	private static final Pattern CODE = Pattern.compile("\\b([A-Z][A-Za-z0-9]*)\\s*\\.\\s*([A-Z][A-Z0-9_]*)\\b");

	private static final String PERSON = PersonFacts.class.getName();

	private static final String CLAIM = ClaimFacts.class.getName();

	private static final String ITEM = ItemFacts.class.getName();

	private static final String WORDS = Word.class.getName() + "[]";

	private final RuleVocabulary vocabulary;

	private final UsedWords used;

	private final Map<String, String> sources = new LinkedHashMap<>();

	private FacadeWriter(RuleVocabulary vocabulary, UsedWords used) {
		this.vocabulary = vocabulary;
		this.used = used;
	}

	/**
	 * The classes of one version.
	 * @param vocabulary the words there are
	 * @param used those that its rules use
	 * @param named the codes that its rules and parameters name, by their list
	 * @return Java source by the name of the class
	 */
	public static Map<String, String> write(RuleVocabulary vocabulary, UsedWords used, Map<String, Set<String>> named) {
		FacadeWriter writer = new FacadeWriter(vocabulary, used);
		named.forEach(writer::codes);
		writer.person();
		writer.claim();
		writer.items();
		writer.facades();
		return writer.sources;
	}

	/**
	 * The codes that texts name.
	 * @param texts rules, and the source of parameters
	 * @param vocabulary the words there are
	 * @return their names by the list; what is none is left out
	 */
	public static Map<String, Set<String>> codes(Iterable<String> texts, RuleVocabulary vocabulary) {
		Map<String, Set<String>> codes = new TreeMap<>();
		for (String text : texts) {
			Matcher matcher = CODE.matcher(text);
			while (matcher.find()) {
				if (vocabulary.code(matcher.group(1), matcher.group(2)) != null) {
					codes.computeIfAbsent(matcher.group(1), (type) -> new TreeSet<>()).add(matcher.group(2));
				}
			}
		}
		return codes;
	}

	private void codes(String type, Set<String> names) {
		StringBuilder source = begin(type);
		names.forEach((name) -> source.append("\tpublic static final ")
			.append(Code.class.getName())
			.append(' ')
			.append(name)
			.append(" = ")
			.append(Code.class.getName())
			.append(".of(\"")
			.append(type)
			.append("\", \"")
			.append(name)
			.append("\");\n"));
		source.append("\tprivate ").append(type).append("() { }\n");
		end(type, source);
	}

	private StringBuilder begin(String name) {
		return new StringBuilder("package ").append(DroolsBuild.PACKAGE)
			.append(";\npublic final class ")
			.append(name)
			.append(" {\n");
	}

	private void end(String name, StringBuilder source) {
		this.sources.put(name, source.append("}\n").toString());
	}

	/** A group of facts, or the person: what stands right below a way. */
	private static final class Group {

		private final Map<String, Integer> words = new TreeMap<>();

		private final Map<String, Group> groups = new TreeMap<>();

		private Group at(String[] steps, int depth) {
			Group group = this;
			for (int i = 0; i < depth; i++) {
				group = group.groups.computeIfAbsent(steps[i], (first) -> new Group());
			}
			return group;
		}

	}

	private void person() {
		Group top = new Group();
		for (int i = 0; i < this.used.person().size(); i++) {
			String[] steps = this.used.person().get(i).split("\\.");
			top.at(steps, steps.length - 1).words.put(steps[steps.length - 1], i);
		}
		this.used.groups().forEach((path) -> top.at(path.split("\\."), path.split("\\.").length));
		group(this.vocabulary.subject(), top, "");
	}

	private void group(String name, Group group, String way) {
		StringBuilder source = begin(name);
		source.append("\tprivate final ")
			.append(PERSON)
			.append(" facts;\n\tprivate final ")
			.append(WORDS)
			.append(" words;\n");
		group.groups.keySet()
			.forEach((one) -> source.append("\tprivate final ").append(name + "_" + one).append(" the_" + one + ";\n"));
		source.append("\tpublic ")
			.append(name)
			.append('(')
			.append(PERSON)
			.append(" facts, ")
			.append(WORDS)
			.append(" words) {\n\t\tthis.facts = facts;\n\t\tthis.words = words;\n");
		group.groups.keySet()
			.forEach((one) -> source.append("\t\tthis.the_" + one)
				.append(" = new ")
				.append(name + "_" + one)
				.append("(facts, words);\n"));
		source.append("\t}\n");
		group.words.forEach((word, number) -> declared(source, word, type(this.vocabulary.subject() + way, word),
				number, "this.facts"));
		group.groups.keySet()
			.forEach((one) -> source.append("\tpublic ")
				.append(name + "_" + one)
				.append(" get" + capital(one))
				.append("() { return this.the_" + one + "; }\n"));
		if (way.isEmpty()) {
			RuleVocabulary.core(CoreWords.class)
				.stream()
				.filter((method) -> this.used.personCore().contains(method.getName()))
				.forEach((method) -> worked(source, method, 1, CoreWords.class.getName(), "this.facts"));
		}
		end(name, source);
		group.groups.forEach((one, inner) -> group(name + "_" + one, inner, way + "." + one));
	}

	private String type(String group, String word) {
		return Objects.requireNonNull(this.vocabulary.word(group, word), word);
	}

	private static void declared(StringBuilder source, String word, String type, int number, String facts) {
		source.append("\tpublic ").append(javaType(type)).append(' ').append(getter(word, type)).append("() { return ");
		if (type.startsWith("Set<")) {
			source.append("(java.util.Set) ");
		}
		else if (accessor(type).equals("code")) {
			source.append('(').append(Code.class.getName()).append(") ");
		}
		source.append(facts).append('.').append(accessor(type)).append("(this.words[").append(number).append("]); }\n");
	}

	private static String accessor(String type) {
		return switch (type) {
			case "boolean" -> "truth";
			case Types.WHOLE -> "number";
			case "Money" -> "money";
			case "LocalDate" -> "day";
			case "String" -> "region";
			default -> type.startsWith("Set<") ? "codes" : "code";
		};
	}

	/** A type as Java source names it: a code is a {@link Code} whatever its list. */
	static String javaType(String type) {
		return switch (type) {
			case "boolean", Types.WHOLE, "String" -> type;
			case "Money" -> Money.class.getName();
			case "LocalDate" -> "java.time.LocalDate";
			default -> type.startsWith("Set<") ? "java.util.Set<" + Code.class.getName() + ">" : Code.class.getName();
		};
	}

	private static String getter(String word, String type) {
		return ("boolean".equals(type) ? "is" : "get") + capital(word);
	}

	private static String capital(String word) {
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	private void claim() {
		String name = this.vocabulary.claim();
		StringBuilder source = begin(name);
		source.append("\tprivate final ")
			.append(CLAIM)
			.append(" facts;\n\tprivate final ")
			.append(WORDS)
			.append(" words;\n\tpublic ")
			.append(name)
			.append('(')
			.append(CLAIM)
			.append(" facts, ")
			.append(WORDS)
			.append(" words) {\n\t\tthis.facts = facts;\n\t\tthis.words = words;\n\t}\n");
		List<String> fields = this.used.claim();
		for (int i = 0; i < fields.size(); i++) {
			declared(source, fields.get(i), type(name, fields.get(i)), i, "this.facts.item()");
		}
		RuleVocabulary.core(ClaimFacts.class)
			.stream()
			.filter((method) -> this.used.claimCore().contains(method.getName()))
			.forEach((method) -> worked(source, method, 0, "this.facts"));
		end(name, source);
	}

	/**
	 * A word that Java works out, with the parameters it is given behind those that the
	 * facts themselves take the place of.
	 */
	private static void worked(StringBuilder source, Method method, int taken, String on, String... facts) {
		List<String> declared = new ArrayList<>();
		List<String> given = new ArrayList<>(List.of(facts));
		java.lang.reflect.Type[] parameters = method.getGenericParameterTypes();
		for (int i = taken; i < parameters.length; i++) {
			given.add("p" + (i - taken));
			declared.add(parameters[i].getTypeName() + " p" + (i - taken));
		}
		String name = method.getName();
		source.append("\tpublic ")
			.append(method.getReturnType().getName())
			.append(' ')
			.append(declared.isEmpty() ? getter(name, JavaWords.name(method)) : name)
			.append('(')
			.append(String.join(", ", declared))
			.append(") { return ")
			.append(on)
			.append('.')
			.append(name)
			.append('(')
			.append(String.join(", ", given))
			.append("); }\n");
	}

	private void items() {
		for (UsedWords.Items items : this.used.items()) {
			StringBuilder source = begin(items.pattern());
			source.append("\tprivate final ")
				.append(ITEM)
				.append(" facts;\n\tprivate final ")
				.append(WORDS)
				.append(" words;\n\tpublic ")
				.append(items.pattern())
				.append('(')
				.append(ITEM)
				.append(" facts, ")
				.append(WORDS)
				.append(" words) {\n\t\tthis.facts = facts;\n\t\tthis.words = words;\n\t}\n");
			List<String> fields = items.fields();
			for (int i = 0; i < fields.size(); i++) {
				declared(source, fields.get(i), type(items.pattern(), fields.get(i)), i, "this.facts");
			}
			end(items.pattern(), source);
		}
	}

	private void facades() {
		StringBuilder items = new StringBuilder();
		for (int i = 0; i < this.used.items().size(); i++) {
			items.append("\t\tif (pattern == ")
				.append(i)
				.append(") { return new ")
				.append(this.used.items().get(i).pattern())
				.append("(facts, words); }\n");
		}
		this.sources.put("Facades",
				"package " + DroolsBuild.PACKAGE + ";\npublic final class Facades implements " + Facades.class.getName()
						+ " {\n\tpublic Object applicant(" + PERSON + " facts, " + WORDS + " words) { return new "
						+ this.vocabulary.subject() + "(facts, words); }\n\tpublic Object claim(" + CLAIM + " facts, "
						+ WORDS + " words) { return new " + this.vocabulary.claim()
						+ "(facts, words); }\n\tpublic Object item(int pattern, " + ITEM + " facts, " + WORDS
						+ " words) {\n" + items + "\t\treturn null;\n\t}\n}\n");
	}

}
