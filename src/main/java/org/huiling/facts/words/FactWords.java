package org.huiling.facts.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Trait;
import org.huiling.facts.words.value.Fitting;
import org.jspecify.annotations.Nullable;

/**
 * 词表: everything that rules may ask of a person by one dictionary, each word compiled to
 * a reader. Made once for a dictionary; immutable.
 */
public final class FactWords {

	/** As long as the number of an item may be to be shown. */
	private static final int LONGEST_KEY = 10;

	private static final BigDecimal INTEGERS_FROM = BigDecimal.valueOf(Integer.MIN_VALUE);

	private static final BigDecimal INTEGERS_TO = BigDecimal.valueOf(Integer.MAX_VALUE);

	private final Dictionary dictionary;

	private final RecordShape shape;

	private final Map<String, Word> words = new HashMap<>();

	private final Map<String, Map<String, Word>> fields = new HashMap<>();

	private final Map<String, Node> lists = new HashMap<>();

	private final Map<String, List<String>> keys = new HashMap<>();

	private final Map<String, String> patterns = new HashMap<>();

	private final int kept;

	private volatile Fitting fitting;

	/** Facts that have more values by now. */
	private final List<Fact> narrowed;

	private final Known[] known;

	private final Map<Dictionary, FactWords> earlier = new ConcurrentHashMap<>();

	private FactWords(Dictionary dictionary) {
		this.dictionary = dictionary;
		this.shape = dictionary.shape();
		this.fitting = new Fitting(this.shape, this.shape);
		Compiler compiler = new Compiler(dictionary);
		dictionary.facts().forEach((fact) -> add(fact, compiler));
		dictionary.derived().forEach((derived) -> add(derived, compiler));
		dictionary.lists().forEach((list) -> add(list, compiler));
		this.kept = compiler.kept();
		this.narrowed = dictionary.facts().stream().filter((fact) -> fact.bounds().isOfBefore()).toList();
		this.known = this.narrowed.stream().map((fact) -> Known.of(fact, this.shape)).toArray(Known[]::new);
	}

	/**
	 * What these words know of a fact.
	 *
	 * @param path of the fact
	 * @param slot where records of their shape have it
	 * @param least the least whole number
	 * @param most the largest
	 */
	private record Known(String path, int slot, long least, long most) {

		static Known of(Fact fact, RecordShape shape) {
			BigDecimal least = Objects.requireNonNullElse(fact.bounds().min(), INTEGERS_FROM).max(INTEGERS_FROM);
			BigDecimal most = Objects.requireNonNullElse(fact.bounds().max(), INTEGERS_TO).min(INTEGERS_TO);
			return new Known(fact.path(), shape.slot(fact.path()), least.setScale(0, RoundingMode.CEILING).longValue(),
					most.setScale(0, RoundingMode.FLOOR).longValue());
		}

		boolean isBeyond(@Nullable Object value) {
			return value instanceof Integer number && (number < this.least || number > this.most);
		}

	}

	/**
	 * The words of a dictionary.
	 * @param dictionary what is declared
	 * @return everything rules may ask
	 */
	public static FactWords of(Dictionary dictionary) {
		return new FactWords(dictionary);
	}

	/**
	 * The words of versions that came into force on a day, and know fewer values: what
	 * they do not know is unknown to them.
	 * @param day the first day of a version
	 * @return these where it knows every value; else the same ones every time
	 */
	public FactWords before(LocalDate day) {
		Dictionary then = this.dictionary.before(day);
		return then.equals(this.dictionary) ? this : this.earlier.computeIfAbsent(then, FactWords::new);
	}

	/**
	 * The facts of a record whose values these words do not know.
	 * @param record as it is on file
	 * @return with the bounds that these words know
	 */
	public List<Fact> beyond(FactRecord record) {
		return this.narrowed.isEmpty() ? List.of()
				: this.narrowed.stream().filter((fact) -> isBeyond(fact, record.value(fact.path()))).toList();
	}

	private static boolean isBeyond(Fact fact, @Nullable Object value) {
		return value instanceof Integer number && !fact.bounds().contains(BigDecimal.valueOf(number));
	}

	private void add(Fact fact, Compiler compiler) {
		if (fact.isReadable()) {
			add(fact.path(), compiler);
		}
	}

	private void add(Derived derived, Compiler compiler) {
		if (derived.type().kind() == Kind.ITEM) {
			FactList list = Objects.requireNonNull(this.dictionary.list(Objects.requireNonNull(derived.type().of())));
			for (Fact field : list.fields()) {
				String path = derived.path() + "." + field.name();
				if (field.isReadable() && this.dictionary.entry(path) == null
						&& this.dictionary.derived(path) == null) {
					add(path, compiler);
				}
			}
		}
		else if (!derived.isCore()) {
			add(derived.path(), compiler);
		}
	}

	private void add(String path, Compiler compiler) {
		ValueType type = Objects.requireNonNull(this.dictionary.vocabulary().fact(path), path);
		this.words.put(path, new Word(this, path, type, compiler.fact(path), null));
	}

	private void add(FactList list, Compiler compiler) {
		Map<String, Word> names = new HashMap<>();
		for (Fact field : list.fields()) {
			if (field.isReadable()) {
				ValueType type = this.dictionary.vocabulary().field(list.path(), field.name());
				names.put(field.name(), new Word(this, field.path(), Objects.requireNonNull(type, field.path()),
						compiler.field(list.path(), field.name()), this.shape.items(list.path())));
			}
		}
		this.fields.put(list.path(), names);
		this.lists.put(list.path(), compiler.fact(list.path()));
		this.keys.put(list.path(), key(list));
		if (list.shape().pattern() != null) {
			this.patterns.put(list.path(), list.shape().pattern());
		}
	}

	/** What an item is called by where nothing sealed may be said. */
	private static List<String> key(FactList list) {
		List<String> key = list.shape().key();
		boolean sealed = list.is(Trait.SEALED) || key.stream().map(list::field).anyMatch(FactWords::mayTellWho);
		return sealed ? List.of() : key;
	}

	/** A text that has room for the number or name of a person may be one. */
	private static boolean mayTellWho(@Nullable Fact field) {
		return field == null || field.isSealed()
				|| (field.type() == FactType.TEXT && field.bounds().longest() > LONGEST_KEY);
	}

	/**
	 * What rules may ask of a person.
	 * @param path of a recorded fact outside of lists ({@code hukou.type}), of a derived
	 * fact ({@code household.perCapitaIncome}), or of a field of the item that a derived
	 * fact picks ({@code spouse.birthDate})
	 * @return the word; null if there is none, for a text, a list or an item, and for
	 * what Java works out itself
	 */
	public @Nullable Word word(String path) {
		return this.words.get(path);
	}

	/**
	 * What rules may ask of an item of a list.
	 * @param list the path of the list
	 * @param name the name of the field
	 * @return the word; null if there is no such field or it is a text
	 */
	public @Nullable Word field(String list, String name) {
		return this.fields.getOrDefault(list, Map.of()).get(name);
	}

	/**
	 * What a word is called inside a sentence.
	 * @param path of a word, of a field of an item with its list ({@code claims[].date})
	 * @return of a field of the item that a derived fact picks, that of the field
	 */
	public Label phrase(String path) {
		Derived derived = this.dictionary.derived(path);
		Entry entry = this.dictionary.entry(path);
		if (derived != null || entry != null) {
			return ((derived != null) ? derived.naming() : Objects.requireNonNull(entry).naming()).inSentence();
		}
		int dot = path.lastIndexOf('.');
		Derived item = (dot > 0) ? this.dictionary.derived(path.substring(0, dot)) : null;
		Fact field = (item != null) ? this.dictionary.fact(item.type().of() + "[]" + path.substring(dot)) : null;
		if (item == null || field == null) {
			return new Label(path, path);
		}
		Label whose = item.naming().inSentence();
		Label what = field.naming().inSentence();
		return new Label(whose.zh() + "的" + what.zh(), what.en() + " (" + whose.en() + ")");
	}

	/**
	 * The days that count as come while nobody knows them.
	 * @return as the dictionary has them
	 */
	public List<FirstDay> firstDays() {
		return this.dictionary.firstDays();
	}

	/** Reads a list of a person. */
	Node list(String path) {
		return Objects.requireNonNull(this.lists.get(path), path);
	}

	/** The fields that an item of a list is told by; none if one of them is sealed. */
	List<String> key(String list) {
		return this.keys.getOrDefault(list, List.of());
	}

	/** What rules call an item of a list, null if they see none. */
	@Nullable String pattern(String list) {
		return this.patterns.get(list);
	}

	/** How many values are kept of a person. */
	int kept() {
		return this.kept;
	}

	/**
	 * A record in the shape that these words read, whichever revision it is of; without
	 * the values that they do not know.
	 */
	FactRecord fit(FactRecord record) {
		FactRecord fitted = shaped(record);
		for (Known one : this.known) {
			if (one.isBeyond(fitted.at(one.slot()))) {
				fitted = fitted.with(one.path(), null);
			}
		}
		return fitted;
	}

	@SuppressWarnings("ReferenceEquality") // an equal shape is only fitted to itself
	private FactRecord shaped(FactRecord record) {
		if (record.shape() == this.shape) {
			return record;
		}
		Fitting known = this.fitting;
		if (known.from() != record.shape()) {
			known = new Fitting(record.shape(), this.shape);
			this.fitting = known;
		}
		return known.fit(record);
	}

	/** The word of this dictionary for one that may be of another revision. */
	Word own(Word word) {
		return (word.words() == this) ? word : Objects.requireNonNull(other(word), word.path());
	}

	private @Nullable Word other(Word word) {
		int list = word.path().indexOf("[].");
		return (list < 0) ? word(word.path()) : field(word.path().substring(0, list), word.name());
	}

}
