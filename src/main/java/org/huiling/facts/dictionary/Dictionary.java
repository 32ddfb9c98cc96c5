package org.huiling.facts.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.facts.Subject;
import org.huiling.facts.expression.Vocabulary;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.CodeType;
import org.jspecify.annotations.Nullable;

/**
 * 数据元目录: every fact of an installation about one {@link Subject}. The dictionary of
 * people also holds that of organisations, if there is one: {@link #of(Subject)}. No path
 * stands in both but those that Java knows of both by name. Immutable; a change makes the
 * next revision of both.
 */
public final class Dictionary {

	private final Subject subject;

	private final @Nullable Dictionary organisations;

	private final List<FactFile> files;

	private final List<Entry> entries;

	private final List<Contradiction> contradictions;

	private final List<LineColumn> lineColumns;

	private final String digest;

	private final int revision;

	private final Map<String, Entry> byPath = new LinkedHashMap<>();

	private final List<Fact> facts = new ArrayList<>();

	private final Map<String, FactList> lists = new LinkedHashMap<>();

	private final Map<String, CodeType> codeTypes = new LinkedHashMap<>();

	private final Map<String, Derived> derived = new LinkedHashMap<>();

	private final Map<String, String> fileOf;

	private final Vocabulary vocabulary;

	private final RecordShape shape;

	private final Set<String> sealed;

	private final List<FirstLook> firstLooks;

	private final List<FirstDay> firstDays;

	private final NavigableSet<LocalDate> turns;

	private final Map<LocalDate, Dictionary> earlier = new ConcurrentHashMap<>();

	/**
	 * A dictionary that was checked.
	 * @param subject whom its facts are about
	 * @param files where it stands
	 * @param declared what the files declare
	 * @param fileOf the name of the file by the path of an entry or derived fact
	 * @param digest over the bytes of all files
	 * @param revision which it is of the installation, 0 if it is not kept yet
	 * @param organisations what is declared of organisations, for that of people; null if
	 * nothing is
	 */
	public Dictionary(Subject subject, List<FactFile> files, Declared declared, Map<String, String> fileOf,
			String digest, int revision, @Nullable Dictionary organisations) {
		this(subject, files, declared, fileOf, digest, revision, organisations, null);
	}

	private Dictionary(Subject subject, List<FactFile> files, Declared declared, Map<String, String> fileOf,
			String digest, int revision, @Nullable Dictionary organisations, @Nullable RecordShape shape) {
		this.subject = subject;
		this.organisations = organisations;
		this.files = List.copyOf(files);
		this.entries = declared.entries();
		this.contradictions = declared.contradictions();
		this.lineColumns = declared.lineColumns();
		this.fileOf = Map.copyOf(fileOf);
		this.digest = digest;
		this.revision = revision;
		declared.codeTypes().forEach((type) -> this.codeTypes.put(type.name(), type));
		declared.derived().forEach((one) -> this.derived.put(one.path(), one));
		this.entries.forEach(this::index);
		this.vocabulary = new DictionaryVocabulary(this.byPath, this.codeTypes, (path) -> {
			Derived one = this.derived.get(path);
			return (one != null) ? one.type() : null;
		}, this.derived.keySet());
		this.shape = (shape != null) ? shape : Shapes.of(subject, this.entries);
		this.firstLooks = this.contradictions.stream()
			.map((one) -> FirstLook.of(this, one.when(), one.list()))
			.toList();
		List<Fact> all = this.byPath.values().stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList();
		this.firstDays = FirstDays.of(this, all);
		this.turns = EarlierValues.days(this.facts);
		this.sealed = Set.copyOf(this.entries.stream().filter(Entry::isSealed).map(Entry::name).toList());
	}

	private void index(Entry entry) {
		this.byPath.put(entry.path(), entry);
		if (entry instanceof FactGroup group) {
			group.entries().forEach(this::index);
		}
		else if (entry instanceof FactList list) {
			this.lists.put(list.path(), list);
			list.fields().forEach((field) -> this.byPath.put(field.path(), field));
		}
		else if (entry instanceof Fact fact) {
			this.facts.add(fact);
		}
	}

	/**
	 * What the files of a dictionary declare.
	 *
	 * @param entries facts, groups and lists at the top, in the order in which they are
	 * shown and written
	 * @param codeTypes every list of codes
	 * @param derived every derived fact, those first that others are worked out from
	 * @param contradictions what cannot be or is odd
	 * @param lineColumns columns of tables that are no facts
	 */
	public record Declared(List<Entry> entries, List<CodeType> codeTypes, List<Derived> derived,
			List<Contradiction> contradictions, List<LineColumn> lineColumns) {

		public Declared {
			entries = List.copyOf(entries);
			codeTypes = List.copyOf(codeTypes);
			derived = List.copyOf(derived);
			contradictions = List.copyOf(contradictions);
			lineColumns = List.copyOf(lineColumns);
		}

	}

	/**
	 * The files it stands in, of people with those of organisations.
	 * @return by name
	 */
	public List<FactFile> files() {
		return this.files;
	}

	/**
	 * Facts, groups and lists at the top.
	 * @return in the order in which a person's facts are shown and written
	 */
	public List<Entry> entries() {
		return this.entries;
	}

	/**
	 * Every recorded fact outside of lists.
	 * @return in the order of {@link #entries()}, groups opened up
	 */
	public List<Fact> facts() {
		return Collections.unmodifiableList(this.facts);
	}

	/**
	 * What is sealed whole, since something of it is.
	 * @return names at the top
	 */
	public Set<String> sealed() {
		return this.sealed;
	}

	/**
	 * Every list.
	 * @return in the order of {@link #entries()}
	 */
	public Collection<FactList> lists() {
		return Collections.unmodifiableCollection(this.lists.values());
	}

	/**
	 * A fact, group or list by its path.
	 * @param path such as {@code household.dibao}, {@code claims} or
	 * {@code claims[].date}
	 * @return it, or null if there is none
	 */
	public @Nullable Entry entry(String path) {
		return this.byPath.get(path);
	}

	/**
	 * A recorded fact by its path.
	 * @param path such as {@code hukou.region} or {@code claims[].date}
	 * @return it, or null if there is none or it is no single fact
	 */
	public @Nullable Fact fact(String path) {
		return (this.byPath.get(path) instanceof Fact fact) ? fact : null;
	}

	/**
	 * A list by its path.
	 * @param path such as {@code claims}
	 * @return it, or null if there is none
	 */
	public @Nullable FactList list(String path) {
		return this.lists.get(path);
	}

	/**
	 * Every list of codes, those of no fact too.
	 * @return by name
	 */
	public Collection<CodeType> codeTypes() {
		return Collections.unmodifiableCollection(this.codeTypes.values());
	}

	/**
	 * A list of codes by its name.
	 * @param name such as {@code HukouType}
	 * @return it, or null if there is none
	 */
	public @Nullable CodeType codeType(String name) {
		return this.codeTypes.get(name);
	}

	/**
	 * Every derived fact, what Java works out too.
	 * @return those first that others are worked out from
	 */
	public Collection<Derived> derived() {
		return Collections.unmodifiableCollection(this.derived.values());
	}

	/**
	 * A derived fact by its path.
	 * @param path such as {@code onDibao}
	 * @return it, or null if there is none
	 */
	public @Nullable Derived derived(String path) {
		return this.derived.get(path);
	}

	/**
	 * What cannot be or is odd.
	 * @return in the order of files and lines
	 */
	public List<Contradiction> contradictions() {
		return this.contradictions;
	}

	/** What has to be so for a contradiction to hold, by its place. */
	FirstLook firstLook(int contradiction) {
		return this.firstLooks.get(contradiction);
	}

	/**
	 * The days that count as come while nobody knows them.
	 * @return in the order of {@link #entries()}
	 */
	public List<FirstDay> firstDays() {
		return this.firstDays;
	}

	/**
	 * Columns of tables of people that are no facts.
	 * @return in the order in which a template has them
	 */
	public List<LineColumn> lineColumns() {
		return this.lineColumns;
	}

	/**
	 * The file that declares something.
	 * @param path of an entry at any depth or of a derived fact
	 * @return the file's name
	 */
	public String fileOf(String path) {
		return Objects.requireNonNull(this.fileOf.get(path), path);
	}

	/**
	 * What expressions may use.
	 * @return names, codes and their kinds
	 */
	public Vocabulary vocabulary() {
		return this.vocabulary;
	}

	/**
	 * The shape of the record of a person or an organisation.
	 * @return one for the life of this dictionary
	 */
	public RecordShape shape() {
		return this.shape;
	}

	/**
	 * SHA-256 over all files.
	 * @return in hexadecimal digits
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * This dictionary as versions of some day know it: without values that later
	 * standards have added.
	 * @param day on which a version came into force
	 * @return this one where they know every value; else the same one every time
	 */
	public Dictionary before(LocalDate day) {
		LocalDate turn = this.turns.higher(day);
		return (turn != null) ? this.earlier.computeIfAbsent(turn, (next) -> earlier(next.minusDays(1))) : this;
	}

	/** Fewer values stand in the same slots: its records need no fitting. */
	private Dictionary earlier(LocalDate day) {
		return new Dictionary(this.subject, this.files,
				new Declared(EarlierValues.of(this.entries, day), List.copyOf(this.codeTypes.values()),
						List.copyOf(this.derived.values()), this.contradictions, this.lineColumns),
				this.fileOf, this.digest, this.revision, this.organisations, this.shape);
	}

	/**
	 * Which revision of the installation it is.
	 * @return from 1, 0 if it is not kept yet
	 */
	public int revision() {
		return this.revision;
	}

	/**
	 * This dictionary as a revision.
	 * @param number from 1
	 * @return the same under that number
	 */
	public Dictionary as(int number) {
		return new Dictionary(this.subject, this.files,
				new Declared(this.entries, List.copyOf(this.codeTypes.values()), List.copyOf(this.derived.values()),
						this.contradictions, this.lineColumns),
				this.fileOf, this.digest, number, (this.organisations != null) ? this.organisations.as(number) : null);
	}

	/**
	 * Whom its facts are about.
	 * @return people, or organisations
	 */
	public Subject subject() {
		return this.subject;
	}

	/**
	 * What is declared of a subject.
	 * @param other whom the facts are about
	 * @return null if nothing is
	 */
	public @Nullable Dictionary of(Subject other) {
		return (other == this.subject) ? this : (other == Subject.ORGANISATION) ? this.organisations : null;
	}

	/**
	 * The one that declares something.
	 * @param path of an entry at any depth, or of a derived fact
	 * @return itself, or that of organisations; itself also if neither does
	 */
	public Dictionary declaring(String path) {
		Dictionary others = this.organisations;
		return (others != null && !declares(path) && others.declares(path)) ? others : this;
	}

	private boolean declares(String path) {
		return this.byPath.containsKey(path) || this.derived.containsKey(path);
	}

	/**
	 * Itself and, of people, what is declared of organisations.
	 * @return one or two
	 */
	public List<Dictionary> all() {
		return (this.organisations != null) ? List.of(this, this.organisations) : List.of(this);
	}

}
