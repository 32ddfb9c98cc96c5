package org.huiling.engine;

import java.util.Objects;
import java.util.Set;

import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * The list that a program by claim goes over: each item of it is a claim.
 *
 * @param list the path of the list, such as {@code claims}
 * @param line where {@code program.yaml} says so, 1 if it does not or is not known
 */
public record Over(String list, int line) {

	/** What programs go over that name no list. */
	public static final Over CLAIMS = new Over(RecordedClaim.LIST, 1);

	/** What decisions and payments have room for. */
	private static final int LONGEST_ID = 64;

	/**
	 * A list, wherever it is named.
	 * @param list its path
	 */
	public Over(String list) {
		this(list, 1);
	}

	/** Paths and ids are compared for everybody: one text each. */
	public Over {
		list = list.intern();
	}

	/** Why no program can go over a list. */
	public enum Flaw {

		/** There is none. */
		NO_LIST("没有这个列表", "there is no such list"),

		/** Rules do not see its items. */
		NO_PATTERN("这个列表没有写 pattern，规则看不到它的各项", "the list has no pattern: rules do not see its items"),

		/** Its items have no id. */
		NO_KEY("这个列表的 key 要是一个必填（required: true）、不超过 64 字的文字字段",
				"the list's key must be one text of at most 64 characters that is required: true"),

		/** Its items have no day. */
		NO_DAY("这个列表的 roles 要有 day，它的字段要写 required: true",
				"the list's roles must name day, and its field must be required: true"),

		/** Its items are nobody's to see. */
		SEALED("这个列表的内容是封存的，认定里不能写它的编号", "the list is sealed: no decision may name its items");

		@SuppressWarnings("ImmutableEnumChecker") // a record of two texts
		private final Bilingual words;

		Flaw(String zh, String en) {
			this.words = new Bilingual(zh, en);
		}

	}

	/**
	 * Why no program can go over it.
	 * @param dictionary what declares the lists
	 * @return null if one can
	 */
	public @Nullable Flaw flaw(Dictionary dictionary) {
		FactList declared = dictionary.list(this.list);
		boolean claimsOfPeople = isClaims() && dictionary.subject() == Subject.PERSON;
		if (declared == null || claimsOfPeople) {
			return claimsOfPeople ? null : Flaw.NO_LIST;
		}
		if (declared.shape().pattern() == null) {
			return Flaw.NO_PATTERN;
		}
		Fact key = declared.isTold() ? declared.field(declared.shape().key().get(0)) : null;
		if (key == null || key.bounds().longest() > LONGEST_ID) {
			return Flaw.NO_KEY;
		}
		String name = declared.shape().roles().get("day");
		Fact day = (name != null) ? declared.field(name) : null;
		if (day == null || !day.is(Trait.REQUIRED)) {
			return Flaw.NO_DAY;
		}
		return (declared.is(Trait.SEALED) || key.isSealed() || day.isSealed()) ? Flaw.SEALED : null;
	}

	/** The words that every program over it uses: what its items are told by. */
	Set<String> words(Dictionary dictionary) {
		FactList declared = Objects.requireNonNull(dictionary.list(this.list));
		String pattern = Objects.requireNonNull(declared.shape().pattern());
		return Set.of(pattern, pattern + "." + declared.shape().key().get(0),
				pattern + "." + declared.shape().roles().get("day"));
	}

	/**
	 * What people call the list.
	 * @param book the policies
	 * @param program a program over it
	 * @param period the period in question
	 * @return its label by the dictionary of the version in force then, or its path
	 */
	Bilingual words(PolicyBook book, Program program, Period period) {
		CompiledPolicy policy = book.inForce(program.id(), period.lastDay());
		FactList declared = (policy != null) ? policy.facts().dictionary().list(this.list) : null;
		return (declared != null)
				? new Bilingual(declared.naming().inSentence().zh(), declared.naming().inSentence().en())
				: new Bilingual(this.list, this.list);
	}

	/** Whether it is the list of claims, which is the program's own. */
	public boolean isClaims() {
		return RecordedClaim.LIST.equals(this.list);
	}

	/**
	 * Tells why no program can go over it, at its line.
	 * @param dictionary what declares the lists
	 * @param problems takes what is wrong
	 */
	public void check(Dictionary dictionary, Problems problems) {
		Flaw flaw = flaw(dictionary);
		if (flaw != null) {
			String near = (flaw == Flaw.NO_LIST)
					? Nearest.to(this.list, dictionary.lists().stream().map(FactList::path).toList()) : null;
			problems.error(new FilePlace(Program.FILE, this.line, 1, this.list), "OVER",
					"over: " + this.list + "：" + flaw.words.zh(), "over: " + this.list + ": " + flaw.words.en(),
					(near != null) ? Nearest.hint(near) : null);
		}
	}

	/** The same list, wherever it is named. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Over over && this.list.equals(over.list);
	}

	@Override
	public int hashCode() {
		return this.list.hashCode();
	}

}
