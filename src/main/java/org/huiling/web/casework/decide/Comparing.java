package org.huiling.web.casework.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.Assessment;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Holds answers against each other: as things are, and as they would be. */
@Component
public class Comparing {

	private final AnswerViews views;

	Comparing(AnswerViews views) {
		this.views = views;
	}

	/**
	 * A program before and after.
	 *
	 * @param name the program's
	 * @param before the code for the sign
	 * @param beforeAmount null where there is none
	 * @param after the code for the sign
	 * @param afterAmount null where there is none
	 * @param difference with its sign, null if nothing changes
	 * @param better whether it is more
	 * @param reason why it is like that afterwards, null if nothing changes
	 */
	record Pair(String name, String before, @Nullable String beforeAmount, String after, @Nullable String afterAmount,
			@Nullable String difference, boolean better, @Nullable String reason) {

		/** Whether anything is different. */
		public boolean isChanged() {
			return this.difference != null || !this.before.equals(this.after);
		}

	}

	public List<Pair> of(List<Assessment> before, List<Assessment> after, Locale locale) {
		Map<String, Assessment> others = new LinkedHashMap<>();
		after.forEach((answer) -> others.put(key(answer), answer));
		List<Pair> pairs = new ArrayList<>();
		for (Assessment one : before) {
			Assessment other = others.get(key(one));
			if (other != null) {
				pairs.add(pair(one, other, locale));
			}
		}
		return pairs;
	}

	private Pair pair(Assessment one, Assessment other, Locale locale) {
		BigDecimal difference = paid(other).subtract(paid(one));
		String before = this.views.of(List.of(one), locale).get(0).status();
		AnswerView view = this.views.of(List.of(other), locale).get(0);
		int more = InKind.same(granted(one), granted(other)) ? difference.signum()
				: Integer.signum(quantity(other) - quantity(one));
		boolean same = difference.signum() == 0 && InKind.same(granted(one), granted(other));
		return new Pair(one.program().name().in(locale), before,
				this.views.amount(one.program(), one.outcome(), one.amount(), one.inKind(), locale), view.status(),
				view.amount(),
				same ? null
						: (difference.signum() != 0) ? (difference.signum() > 0 ? "+" : "−")
								+ this.views.money(one.program(), difference.abs(), locale) : "≠",
				more > 0, (same && before.equals(view.status())) ? null : reason(view));
	}

	private static @Nullable String reason(AnswerView view) {
		if (!view.why().isEmpty()) {
			return view.why().get(0).rule();
		}
		return Objects.requireNonNullElse(view.almost(),
				view.missing().isEmpty() ? "" : String.join(", ", view.missing()));
	}

	private static List<InKind> granted(Assessment answer) {
		return (answer.outcome() == Outcome.ELIGIBLE) ? answer.inKind() : List.of();
	}

	private static int quantity(Assessment answer) {
		return granted(answer).stream().mapToInt(InKind::quantity).sum();
	}

	private static BigDecimal paid(Assessment answer) {
		BigDecimal amount = answer.amount();
		return (answer.outcome() == Outcome.ELIGIBLE && amount != null) ? amount : BigDecimal.ZERO;
	}

	private static String key(Assessment answer) {
		return answer.program().id() + " " + answer.period() + " " + answer.claim();
	}

}
