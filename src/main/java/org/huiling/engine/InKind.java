package org.huiling.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * 优待: what somebody gets that is no money.
 *
 * @param what the thing, in both languages
 * @param quantity how much of it, whole and more than zero
 * @param unit what it is counted in, such as {@code cards} or {@code hours}
 */
public record InKind(Bilingual what, int quantity, String unit) {

	/** Whether both are of the same thing, counted alike. */
	public boolean isOfSame(InKind other) {
		return this.what.equals(other.what) && this.unit.equals(other.unit);
	}

	/**
	 * What things come to together: each once, with its whole quantity.
	 * @param parts in any order
	 * @return in the order in which they first stand
	 */
	public static List<InKind> together(Collection<InKind> parts) {
		List<InKind> all = new ArrayList<>();
		for (InKind part : parts) {
			int at = indexOf(all, part);
			if (at < 0) {
				all.add(part);
			}
			else {
				all.set(at, part.with(Math.addExact(all.get(at).quantity(), part.quantity())));
			}
		}
		return List.copyOf(all);
	}

	private static int indexOf(List<InKind> all, InKind part) {
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).isOfSame(part)) {
				return i;
			}
		}
		return -1;
	}

	/** The same with another quantity. */
	public InKind with(int other) {
		return new InKind(this.what, other, this.unit);
	}

	/**
	 * Whether two are the same things in the same quantities, in whatever order.
	 * @param one some things
	 * @param other other ones
	 * @return whether nothing differs
	 */
	public static boolean same(List<InKind> one, List<InKind> other) {
		return (one.size() < 2) ? one.equals(other) : sorted(one).equals(sorted(other));
	}

	private static List<InKind> sorted(List<InKind> all) {
		return all.stream()
			.sorted(Comparator.comparing((InKind one) -> one.what().zh())
				.thenComparing((one) -> one.what().en())
				.thenComparing(InKind::unit)
				.thenComparingInt(InKind::quantity))
			.toList();
	}

}
