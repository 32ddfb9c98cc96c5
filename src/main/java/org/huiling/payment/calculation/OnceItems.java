package org.huiling.payment.calculation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is given once in a life, taken as one item of its program whatever month it was
 * decided, paid, given up or left open for: a month that changes moves what was paid and
 * pays nothing again. The month is the one that is granted now; where none is, the one
 * that was paid last.
 */
final class OnceItems {

	private final UUID person;

	/** By program and file what stands of each month. */
	private final Map<String, Map<UUID, NavigableMap<String, DecidedPoint>>> points = new HashMap<>();

	/** The one item of a program. */
	private final Map<String, PaymentItem> items = new HashMap<>();

	private OnceItems(PersonBalance account) {
		this.person = account.person();
		account.decided()
			.stream()
			.filter((point) -> point.item().isOnce())
			.forEach((point) -> this.points.computeIfAbsent(point.item().program(), (program) -> new HashMap<>())
				.computeIfAbsent(point.file(), (file) -> new TreeMap<>())
				.put(point.item().period(), point));
		account.booked()
			.stream()
			.filter((line) -> line.item().isOnce() && line.kind() != null)
			.forEach((line) -> this.items.put(line.item().program(), line.item()));
		this.points
			.forEach((program, files) -> granting(files).ifPresent((point) -> this.items.put(program, point.item())));
	}

	/**
	 * The same balance with one item for each program that is given once.
	 * @param account a person's balance
	 * @return the same object where there is no such program
	 */
	static PersonBalance folded(PersonBalance account) {
		boolean any = account.decided().stream().anyMatch((point) -> point.item().isOnce())
				|| account.booked().stream().anyMatch((line) -> line.item().isOnce());
		return any ? new OnceItems(account).fold(account) : account;
	}

	private PersonBalance fold(PersonBalance account) {
		List<DecidedPoint> decided = new ArrayList<>(
				account.decided().stream().filter((point) -> !point.item().isOnce()).toList());
		this.points.forEach((program, files) -> granting(files).or(() -> refusing(this.items.get(program), files))
			.ifPresent(decided::add));
		Map<PaymentItem, OpenReason> waited = new HashMap<>();
		account.waited().forEach((item, reason) -> {
			PaymentItem one = one(item);
			if (one.equals(item)) {
				waited.put(one, reason);
			}
			else {
				waited.putIfAbsent(one, reason);
			}
		});
		return new PersonBalance(account.person(), decided, account.booked()
			.stream()
			.map((line) -> new BookedLine(one(line.item()), line.kind(), line.amount(), line.failed(), line.version()))
			.toList(),
				account.writeOffs()
					.stream()
					.map((off) -> new WriteOff(off.settlement(), one(off.item()), off.left(), off.debt()))
					.toList(),
				waited, account.holds(), account.elsewhere().stream().map(this::one).collect(Collectors.toSet()),
				account.death(), account.lastPassed());
	}

	private PaymentItem one(PaymentItem item) {
		return item.isOnce() ? this.items.getOrDefault(item.program(), item) : item;
	}

	/**
	 * What grants: what the person's own file says before what one says that was merged
	 * into it, of several merged ones the highest.
	 */
	private Optional<DecidedPoint> granting(Map<UUID, NavigableMap<String, DecidedPoint>> files) {
		NavigableMap<String, DecidedPoint> own = files.getOrDefault(this.person, new TreeMap<>());
		return own.values()
			.stream()
			.filter(OnceItems::grants)
			.reduce((before, last) -> last)
			.or(() -> files.values()
				.stream()
				.flatMap((file) -> file.values().stream())
				.filter((point) -> grants(point) && !own.containsKey(point.item().period()))
				.max(Comparator.comparing(DecidedPoint::amount).thenComparing(DecidedPoint::decision)));
	}

	/** What says of the month that was paid that nothing is due. */
	private Optional<DecidedPoint> refusing(@Nullable PaymentItem item,
			Map<UUID, NavigableMap<String, DecidedPoint>> files) {
		return (item == null) ? Optional.empty()
				: Optional.ofNullable(at(files.get(this.person), item))
					.or(() -> files.values()
						.stream()
						.map((file) -> at(file, item))
						.filter(Objects::nonNull)
						.max(Comparator.comparing(DecidedPoint::decision)));
	}

	private static @Nullable DecidedPoint at(@Nullable NavigableMap<String, DecidedPoint> file, PaymentItem item) {
		return (file != null) ? file.get(item.period()) : null;
	}

	private static boolean grants(DecidedPoint point) {
		return point.amount().signum() > 0;
	}

}
