package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.engine.InKind;
import org.huiling.engine.example.Example;
import org.jspecify.annotations.Nullable;

/**
 * An example as the check shows it.
 *
 * @param number its place in the file
 * @param name what it shows
 * @param period the month, quarter or year
 * @param passed whether everything expected came out
 * @param expected what must come out
 * @param actual what came out
 * @param changes what came out otherwise than expected
 */
record ExampleCard(int number, String name, String period, boolean passed, Words expected, Words actual,
		List<Change> changes) {

	ExampleCard {
		changes = List.copyOf(changes);
	}

	/**
	 * An answer.
	 *
	 * @param outcome its code, null if that is not looked at
	 * @param rest amount, rules, fields and programs, which read alike in both languages
	 */
	record Words(@Nullable String outcome, String rest) {
	}

	/**
	 * One thing that came out otherwise.
	 *
	 * @param what such as {@code amount}
	 * @param before what was expected
	 * @param after what came out, empty for nothing
	 */
	record Change(String what, String before, String after) {
	}

	static ExampleCard of(int number, Example.Result result) {
		Example.Expected expected = result.example().expected();
		Example.Expected actual = result.actual();
		return new ExampleCard(number, result.example().name(), result.example().period(), result.passed(),
				words(expected), words(actual), result.passed() ? List.of() : changes(expected, actual));
	}

	/** What tells whether the same came out as was seen. */
	public String seen() {
		return Objects.requireNonNullElse(this.actual.outcome(), "") + " " + this.actual.rest();
	}

	private static List<Change> changes(Example.Expected expected, Example.Expected actual) {
		List<Change> changes = new ArrayList<>();
		add(changes, "outcome", expected.outcome(), actual.outcome());
		add(changes, "amount", (expected.amount() != null) ? expected.amount().toPlainString() : null,
				(actual.amount() != null) ? actual.amount().toPlainString() : null);
		add(changes, "inKind", things(expected.inKind()), things(actual.inKind()));
		add(changes, "rules", list(expected.rules()), list(actual.rules()));
		add(changes, "missing", list(expected.missing()), list(actual.missing()));
		add(changes, "withheld", list(expected.withheld()), list(actual.withheld()));
		add(changes, "undecided", expected.undecided(), actual.undecided());
		return changes;
	}

	private static void add(List<Change> changes, String what, @Nullable Object before, @Nullable Object after) {
		if (before != null && !before.equals(after)) {
			changes.add(new Change(what, before.toString(), (after != null) ? after.toString() : ""));
		}
	}

	private static @Nullable String things(@Nullable List<InKind> things) {
		return (things != null) ? things.stream().map(ExampleCard::thing).collect(Collectors.joining(", ")) : null;
	}

	private static String thing(InKind one) {
		return one.what().zh() + " " + one.quantity() + " " + one.unit();
	}

	private static @Nullable String list(@Nullable List<String> texts) {
		return (texts != null) ? texts.stream().sorted().collect(Collectors.joining(", ")) : null;
	}

	private static Words words(Example.Expected answer) {
		List<String> words = new ArrayList<>();
		if (answer.amount() != null) {
			words.add(answer.amount().toPlainString());
		}
		Objects.requireNonNullElse(answer.inKind(), List.<InKind>of()).forEach((one) -> words.add(thing(one)));
		for (List<String> each : List.of(Objects.requireNonNullElse(answer.rules(), List.<String>of()),
				Objects.requireNonNullElse(answer.missing(), List.<String>of()),
				Objects.requireNonNullElse(answer.withheld(), List.<String>of()))) {
			words.addAll(each);
		}
		return new Words((answer.outcome() != null) ? answer.outcome().name() : null, String.join(" · ", words));
	}

}
