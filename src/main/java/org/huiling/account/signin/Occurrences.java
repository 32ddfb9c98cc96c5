package org.huiling.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.huiling.audit.AuditAction;

/**
 * Equal occurrences within a while, told as one: the first at once, those after it by
 * their number when the while is over. So nobody makes the service tell more than so
 * much.
 */
class Occurrences {

	/** The address of what comes from more places than are told apart. */
	static final String ELSEWHERE = "*";

	private final Map<Kind, Window> windows = new HashMap<>();

	private final Duration length;

	private final int most;

	private final Clock clock;

	Occurrences(Duration length, int most, Clock clock) {
		this.length = length;
		this.most = most;
		this.clock = clock;
	}

	/**
	 * What makes occurrences equal.
	 *
	 * @param action what happened
	 * @param name of the account
	 * @param address where from
	 */
	record Kind(AuditAction action, String name, String address) {
	}

	/** Since when occurrences are counted, and how many were not told. */
	private static final class Window {

		private Instant began;

		private int untold;

		Window(Instant began) {
			this.began = began;
		}

		int tell(Instant now) {
			int told = this.untold;
			this.untold = 0;
			this.began = now;
			return told;
		}

	}

	/**
	 * Notes an occurrence.
	 * @return what is to be told now, with its number; nothing if it is told later
	 */
	synchronized Map<Kind, Integer> add(Kind kind) {
		Instant now = this.clock.instant();
		Kind told = (this.windows.containsKey(kind) || this.windows.size() < this.most) ? kind
				: new Kind(kind.action(), "-", ELSEWHERE);
		Window window = this.windows.get(told);
		if (window == null) {
			this.windows.put(told, new Window(now));
			return Map.of(told, 1);
		}
		window.untold++;
		return isOver(window, now) ? Map.of(told, window.tell(now)) : Map.of();
	}

	/**
	 * What was not told yet.
	 * @param all whether also that of a while that goes on
	 * @return with its number
	 */
	synchronized Map<Kind, Integer> untold(boolean all) {
		Instant now = this.clock.instant();
		Map<Kind, Integer> untold = new LinkedHashMap<>();
		for (Iterator<Map.Entry<Kind, Window>> each = this.windows.entrySet().iterator(); each.hasNext();) {
			Map.Entry<Kind, Window> entry = each.next();
			if (all || isOver(entry.getValue(), now)) {
				int count = entry.getValue().tell(now);
				if (count > 0) {
					untold.put(entry.getKey(), count);
				}
				else {
					each.remove();
				}
			}
		}
		return untold;
	}

	private boolean isOver(Window window, Instant now) {
		return !now.isBefore(window.began.plus(this.length));
	}

}
