package org.huiling.facts;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 对象: who a file, a fact and a program are about. Everything that is recorded, assessed,
 * decided and paid goes one way for both; what differs between them are the names of the
 * facts that Java reads by name.
 */
public enum Subject {

	/** A person, who is born and may die. */
	PERSON("person", "Applicant", "residentId", "birthDate", "deathDate", List.of("hukou.region", "residence.region")),

	/** An organisation, such as a care home, which opens and may close. */
	ORGANISATION("organisation", "Organisation", "creditCode", "opened", "closed", List.of("region"));

	/** The field of JSON and of YAML that names the subject. */
	public static final String FIELD = "subject";

	private final String word;

	private final String pattern;

	private final String id;

	private final String beginning;

	private final String end;

	@SuppressWarnings("ImmutableEnumChecker") // made by List.of
	private final List<String> regions;

	Subject(String word, String pattern, String id, String beginning, String end, List<String> regions) {
		this.word = word;
		this.pattern = pattern;
		this.id = id;
		this.beginning = beginning;
		this.end = end;
		this.regions = regions;
	}

	/**
	 * The subject that JSON and YAML call so.
	 * @param word such as {@code organisation}
	 * @return null if there is no such subject
	 */
	public static @Nullable Subject of(@Nullable String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst().orElse(null);
	}

	/**
	 * What JSON and YAML call it.
	 * @return such as {@code organisation}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * What rules call it.
	 * @return {@code Applicant} or {@code Organisation}
	 */
	public String pattern() {
		return this.pattern;
	}

	/**
	 * The fact that says which one it is.
	 * @return its path
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The day before which nothing is so: the birth, or the opening.
	 * @return its path
	 */
	public String beginning() {
		return this.beginning;
	}

	/**
	 * The day after which nothing is so: the death, or the closing.
	 * @return its path
	 */
	public String end() {
		return this.end;
	}

	/**
	 * Where it belongs: the first decides whose policies apply, all of them who may see
	 * the file.
	 * @return paths, at least one
	 */
	public List<String> regions() {
		return this.regions;
	}

	/**
	 * By which messages choose their words.
	 * @return 0 of a person, 1 of an organisation
	 */
	public int choice() {
		return (this == PERSON) ? 0 : 1;
	}

}
