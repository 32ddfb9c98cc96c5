package org.huiling.payment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Adds up what a roster would hold, by program and kind; nothing is written. */
final class Forecast implements LineTaker {

	private final Map<Place, Sum> lines = new TreeMap<>();

	private final Map<OpenReason, Sum> open = new EnumMap<>(OpenReason.class);

	private long people;

	private record Place(String program, LineKind kind, PaidTo paidTo) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byProgram = this.program.compareTo(other.program);
			return (byProgram != 0) ? byProgram : this.kind.compareTo(other.kind);
		}

	}

	private record Sum(long count, BigDecimal amount) {

		static final Sum NOTHING = new Sum(0, new BigDecimal("0.00"));

		Sum and(BigDecimal more) {
			return new Sum(this.count + 1, this.amount.add(more));
		}

		Sum and(Sum other) {
			return new Sum(this.count + other.count, this.amount.add(other.amount));
		}

	}

	@Override
	public void write(UUID person, @Nullable Payee payee, Settlement.Result result) {
		result.lines()
			.forEach((line) -> this.lines.merge(new Place(line.item().program(), line.kind(), line.paidTo()),
					Sum.NOTHING.and(line.amount()), Sum::and));
		result.open().forEach((item) -> this.open.merge(item.reason(), Sum.NOTHING.and(item.amount()), Sum::and));
		if (!result.lines().isEmpty()) {
			this.people++;
		}
	}

	@Override
	public void send() {
		// nothing is kept
	}

	/** As it is answered. */
	ObjectNode view() {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		Sum total = this.lines.values().stream().reduce(Sum.NOTHING, Sum::and);
		view.put("people", this.people).put("lines", total.count()).put("total", total.amount());
		ArrayNode programs = view.putArray("programs");
		this.lines.forEach((place, sum) -> programs.addObject()
			.put("program", place.program())
			.put("kind", place.kind().name())
			.put("paidTo", place.paidTo().name())
			.put("lines", sum.count())
			.put("amount", sum.amount()));
		ArrayNode left = view.putArray("open");
		this.open.forEach((reason, sum) -> left.addObject()
			.put("reason", reason.name())
			.put("items", sum.count())
			.put("amount", sum.amount()));
		return view;
	}

}
