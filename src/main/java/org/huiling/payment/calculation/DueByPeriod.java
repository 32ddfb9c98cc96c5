package org.huiling.payment.calculation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What stands for each period of a person. What the person's own file says goes before
 * what one says that was merged into it; of several merged ones the highest counts, for
 * nobody is paid twice.
 */
final class DueByPeriod {

	private final UUID person;

	/** By program and claim, then by file: what stands from which period on. */
	private final Map<PaymentItem, Map<UUID, NavigableMap<String, DecidedPoint>>> points = new HashMap<>();

	DueByPeriod(PersonBalance account) {
		this.person = account.person();
		account.decided()
			.forEach((point) -> this.points.computeIfAbsent(key(point.item()), (one) -> new HashMap<>())
				.computeIfAbsent(point.file(), (one) -> new TreeMap<>())
				.put(point.item().period(), point));
	}

	/** Everything up to its program's month that is decided, or was ever booked. */
	SortedSet<PaymentItem> items(Collection<BookedLine> booked, Function<String, YearMonth> last) {
		SortedSet<PaymentItem> items = new TreeSet<>();
		this.points.values()
			.forEach((files) -> files.values()
				.forEach((points) -> points.values()
					.forEach((point) -> expand(point.item(), last.apply(point.item().program()), items))));
		booked.forEach((one) -> items.add(one.item()));
		return items;
	}

	private void expand(PaymentItem item, YearMonth last, SortedSet<PaymentItem> items) {
		if (!item.isMonthly()) {
			if (item.begin().compareTo(last.toString()) <= 0) {
				items.add(item);
			}
			return;
		}
		for (YearMonth month = YearMonth.parse(item.period()); !month.isAfter(last)
				&& items.add(item.in(month.toString())); month = month.plusMonths(1)) {
			// until one that is there: it was expanded from there on
		}
	}

	/** What stands for an item, null if nothing does. */
	@Nullable DecidedPoint standing(PaymentItem item) {
		Map<UUID, NavigableMap<String, DecidedPoint>> files = this.points.getOrDefault(key(item), Map.of());
		DecidedPoint own = at(files.get(this.person), item);
		if (own != null) {
			return own;
		}
		DecidedPoint highest = null;
		for (NavigableMap<String, DecidedPoint> file : files.values()) {
			DecidedPoint found = at(file, item);
			if (found != null && (highest == null || isBefore(highest, found))) {
				highest = found;
			}
		}
		return highest;
	}

	/**
	 * Why an item of which nothing was ever paid is made up for: it was corrected if
	 * something else had been decided for it before.
	 */
	ArrearsReason whyLate(PaymentItem item) {
		DecidedPoint stands = standing(item);
		DecidedPoint.Act decided = (stands != null) ? stands.decided() : null;
		if (stands == null || decided == null) {
			return ArrearsReason.REGISTERED_LATE;
		}
		if (decided.corrects() != null) {
			return decided.corrects();
		}
		if (!item.isMonthly()) {
			return ArrearsReason.REGISTERED_LATE;
		}
		Map.Entry<String, DecidedPoint> before = this.points.getOrDefault(key(item), Map.of())
			.getOrDefault(stands.file(), new TreeMap<>())
			.lowerEntry(stands.item().period());
		return (before != null) ? stands.paysAfter(before.getValue()) : ArrearsReason.REGISTERED_LATE;
	}

	private static boolean isBefore(DecidedPoint one, DecidedPoint other) {
		int compared = one.amount().compareTo(other.amount());
		return compared < 0 || (compared == 0 && one.decision().compareTo(other.decision()) < 0);
	}

	private static @Nullable DecidedPoint at(@Nullable NavigableMap<String, DecidedPoint> points, PaymentItem item) {
		if (points == null) {
			return null;
		}
		if (!item.isMonthly()) {
			return points.get(item.period());
		}
		Map.Entry<String, DecidedPoint> floor = points.floorEntry(item.period());
		return (floor != null) ? floor.getValue() : null;
	}

	/** Months go on from one to the next; a quarter, a year and a claim stand alone. */
	private static PaymentItem key(PaymentItem item) {
		return item.isMonthly() ? item.in("MONTH") : (item.claim() != null) ? item.in("CLAIM") : item.in("YEAR");
	}

}
