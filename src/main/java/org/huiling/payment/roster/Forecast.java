package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.calculation.OpenReason;
import org.huiling.payment.calculation.RosterCalculation;
import org.jspecify.annotations.Nullable;

/** Adds up what a roster would hold, by program and kind; nothing is written. */
public final class Forecast implements LineConsumer {

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
	public void write(UUID person, @Nullable Payee payee, RosterCalculation.Result result) {
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
	public ForecastView view(String jurisdiction, YearMonth month, Instant knownAt, String currency) {
		Sum total = this.lines.values().stream().reduce(Sum.NOTHING, Sum::and);
		List<ForecastView.Part> programs = new ArrayList<>();
		this.lines.forEach((place, sum) -> programs
			.add(new ForecastView.Part(place.program(), place.kind(), place.paidTo(), sum.count(), sum.amount())));
		List<ForecastView.Open> left = new ArrayList<>();
		this.open.forEach((reason, sum) -> left.add(new ForecastView.Open(reason, sum.count(), sum.amount())));
		return new ForecastView(jurisdiction, month, knownAt, this.people, total.count(), total.amount(), currency,
				programs, left);
	}

}
