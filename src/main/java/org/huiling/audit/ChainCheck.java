package org.huiling.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.audit.Verification.Kind;
import org.huiling.audit.Verification.Problem;
import org.huiling.audit.chain.AuditRow;
import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKeys;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain once, in order of its numbers, and finds what was done to it behind the
 * service's back. A row fits if its keyed hash does, which covers its number and the hash
 * of the row before. Between two rows that fit and do not follow each other something is
 * missing: the rows in between that do not fit were altered, and the numbers in between
 * that are not there were removed. Where the two do follow each other, rows in between
 * were inserted. Where the key was turned, rows fit the next key from the event that says
 * so on, and none fits an earlier key after it.
 */
final class ChainCheck {

	private static final int MOST_LISTED = 1000;

	private final ChainKeys keys;

	/** How many keys were turned away from so far. */
	private int turned;

	private final List<Problem> problems = new ArrayList<>();

	/** Numbers of rows since the last one that fits. */
	private final Set<Long> strangers = new TreeSet<>();

	private long checked;

	private long last;

	private String hash = "";

	ChainCheck(ChainKeys keys) {
		this.keys = keys;
	}

	void accept(AuditRow row) {
		this.checked++;
		int before = this.turned;
		if (!fits(row)) {
			this.strangers.add(row.id());
			return;
		}
		boolean follows = row.previous().equals(this.hash);
		close(row.id(), follows);
		if (follows && this.turned > before && this.last > 0 && !turns(row)) {
			// whoever has the earlier key wrote anew all that the turn stood in
			add(row.id(), Kind.ALTERED);
		}
		this.last = row.id();
		this.hash = row.hash();
	}

	private static boolean turns(AuditRow row) {
		return AuditAction.AUDIT_KEY_TURNED.name().equals(row.entry().action());
	}

	private boolean fits(AuditRow row) {
		for (int key = this.turned; key < this.keys.all().size(); key++) {
			if (this.keys.all().get(key).fits(row)) {
				this.turned = key;
				return true;
			}
		}
		return false;
	}

	/**
	 * Ends the walk.
	 * @param head the chain's end as stored, null if it is gone
	 * @param known the highest number that this process is sure of
	 * @return what was found
	 */
	Verification end(@Nullable ChainEnd head, long known) {
		boolean sealed = head != null && this.keys.current().seals(head);
		long end = Math.max(known, (head != null && sealed) ? head.last() : 0);
		boolean whole = (head != null && sealed) ? head.hash().equals(this.hash) : end <= this.last;
		close(end + 1, whole && known <= this.last);
		if (!sealed) {
			this.problems.add(new Problem(0, Kind.ALTERED));
		}
		return new Verification(this.problems.isEmpty(), this.checked, List.copyOf(this.problems));
	}

	/** Judges what lies between the last row that fits and the next. */
	private void close(long next, boolean follows) {
		if (follows) {
			this.strangers.forEach((id) -> add(id, Kind.INSERTED));
		}
		else {
			for (long id = this.last + 1; id < next && this.problems.size() < MOST_LISTED; id++) {
				add(id, this.strangers.remove(id) ? Kind.ALTERED : Kind.REMOVED);
			}
			if (next == this.last + 1 && this.last > 0) {
				// made with a key that was turned since: what follows says what it was
				add(this.last, Kind.ALTERED);
			}
			this.strangers.forEach((id) -> add(id, Kind.INSERTED));
		}
		this.strangers.clear();
	}

	private void add(long id, Kind kind) {
		if (this.problems.size() < MOST_LISTED) {
			this.problems.add(new Problem(id, kind));
		}
	}

}
