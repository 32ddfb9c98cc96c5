package org.huiling.applicant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 档案疑点: what on people's files may be wrong, though it could be recorded. Answers whoever
 * asks; whoever shows somebody of it notes that in the audit trail.
 */
public interface DoubtsOnFile {

	/**
	 * Whose file may be doubtful: another one has the same name and birth date and one of
	 * both has no id, the birth date is one that programs put where nothing is known, or
	 * something with claims was recorded.
	 * @param regionPrefix below which a record of theirs lies
	 * @param since claims recorded after this instant; null for all
	 * @return their ids, each once
	 */
	List<UUID> doubtful(String regionPrefix, @Nullable Instant since);

	/**
	 * What is doubtful of some people as their files stand.
	 * @param people their ids
	 * @param regionPrefix below which a second file is looked for
	 * @return by id; without those of whom nothing is, and files that were merged or
	 * erased
	 */
	Map<UUID, Doubtful> of(Collection<UUID> people, String regionPrefix);

	/**
	 * A person of whose file something is doubtful.
	 *
	 * @param regions where they live and are registered
	 * @param doubts what is
	 */
	record Doubtful(Set<String> regions, List<Doubt> doubts) {

		public Doubtful {
			regions = Set.copyOf(regions);
			doubts = List.copyOf(doubts);
		}

	}

	/**
	 * Something doubtful.
	 *
	 * @param kind of what sort
	 * @param arguments days that it is about
	 * @param key by which it is known again, within the register
	 */
	record Doubt(Kind kind, List<String> arguments, String key) {

		public Doubt {
			arguments = List.copyOf(arguments);
		}

	}

	/** Of what sort doubts are. */
	enum Kind {

		/** 疑似重复建档: two files of one name and birth date, of which one has no id. */
		DUPLICATE,

		/** 疑似重复登记: an item that may be another one entered twice (both days). */
		SAME_ITEM,

		/** 住院重叠: a stay that begins before another one ends (both days). */
		STAYS_OVERLAP,

		/** 出生日期疑为占位: a birth date that is put where none is known (the date). */
		BIRTH_PLACEHOLDER

	}

}
