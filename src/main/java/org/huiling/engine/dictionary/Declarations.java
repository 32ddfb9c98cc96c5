package org.huiling.engine.dictionary;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.ConditionText;
import org.huiling.engine.dictionary.written.Definition;
import org.huiling.engine.dictionary.written.Reference;
import org.huiling.engine.dictionary.written.Title;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.facts.dictionary.LineColumn;
import org.huiling.facts.type.CodeType;

/** What was read so far of the fact files of one subject, and where each of it stands. */
final class Declarations {

	/**
	 * An entry at the top of a file.
	 *
	 * @param entry the entry
	 * @param place its place among all, in which people's facts are shown
	 */
	record Top(Entry entry, int place) {
	}

	private final Subject subject;

	private final Problems problems;

	private final List<FactFile> files = new ArrayList<>();

	private final List<Top> tops = new ArrayList<>();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final Map<String, FilePlace> places = new LinkedHashMap<>();

	private final Map<String, FilePlace> typePlaces;

	private final Map<String, String> fileOf = new LinkedHashMap<>();

	private final Map<String, CodeType> codeTypes;

	private final Map<String, Definition> definitions = new LinkedHashMap<>();

	private final List<Derived> derived = new ArrayList<>();

	private final List<Contradiction> contradictions = new ArrayList<>();

	private final IdentityHashMap<Contradiction, FilePlace> placed = new IdentityHashMap<>();

	private final List<LineColumn> lineColumns = new ArrayList<>();

	private final List<ConditionText> conditions = new ArrayList<>();

	private final List<Reference> references = new ArrayList<>();

	private final List<Title> titles = new ArrayList<>();

	/** Of people. */
	Declarations(Problems problems) {
		this.subject = Subject.PERSON;
		this.problems = problems;
		this.typePlaces = new LinkedHashMap<>();
		this.codeTypes = new LinkedHashMap<>();
	}

	/**
	 * Of organisations.
	 * @param people what is declared of people, whose lists of codes are lists of theirs
	 */
	Declarations(Declarations people) {
		this.subject = Subject.ORGANISATION;
		this.problems = people.problems;
		this.typePlaces = people.typePlaces;
		this.codeTypes = people.codeTypes;
	}

	Subject subject() {
		return this.subject;
	}

	/** What Java knows of the subject by name. */
	Core core() {
		return Core.of(this.subject);
	}

	Problems problems() {
		return this.problems;
	}

	List<FactFile> files() {
		return this.files;
	}

	List<Top> tops() {
		return this.tops;
	}

	/** Entries at every depth, fields of lists too. */
	Map<String, Entry> entries() {
		return this.entries;
	}

	/** Where an entry or a derived fact is declared. */
	Map<String, FilePlace> places() {
		return this.places;
	}

	/** Where a code type or a pattern is declared, by its name in small letters. */
	Map<String, FilePlace> typePlaces() {
		return this.typePlaces;
	}

	Map<String, String> fileOf() {
		return this.fileOf;
	}

	Map<String, CodeType> codeTypes() {
		return this.codeTypes;
	}

	/** Derived facts as they are written. */
	Map<String, Definition> definitions() {
		return this.definitions;
	}

	/** Derived facts with their types, those first that others need. */
	List<Derived> derived() {
		return this.derived;
	}

	List<Contradiction> contradictions() {
		return this.contradictions;
	}

	/** Where each contradiction is declared. */
	Map<Contradiction, FilePlace> placed() {
		return this.placed;
	}

	List<LineColumn> lineColumns() {
		return this.lineColumns;
	}

	/** Expressions that must be conditions. */
	List<ConditionText> conditions() {
		return this.conditions;
	}

	/** Names of other facts that must be there. */
	List<Reference> references() {
		return this.references;
	}

	/** Labels and aliases, for what must be told apart. */
	List<Title> titles() {
		return this.titles;
	}

	/** Facts, fields and derived facts. */
	int count() {
		return this.fileOf.size();
	}

	/**
	 * Notes where something is declared.
	 * @return false if it was declared before, which is told
	 */
	boolean declare(String path, FilePlace place, String file) {
		boolean first = true;
		FilePlace before = this.places.putIfAbsent(path, place);
		if (before != null) {
			Twice twice = Twice.of(before, place);
			FilePlace other = twice.before();
			this.problems.error(twice.later(), "FACT_TWICE",
					path + " 已在 " + other.file() + " 第 " + other.line() + " 行声明",
					path + " is declared in " + other.file() + ", line " + other.line() + ", already",
					new Bilingual("换一个名字，或者用已有的那一个", "choose another name, or use the one there is"));
			first = false;
		}
		this.fileOf.putIfAbsent(path, file);
		if (this.fileOf.size() == DictionaryReader.FACTS + 1) {
			this.problems.error(place, "FACT_LIMIT", "事实多于 " + DictionaryReader.FACTS + " 个",
					"there are more than " + DictionaryReader.FACTS + " facts");
		}
		return first && this.fileOf.size() <= DictionaryReader.FACTS;
	}

}
