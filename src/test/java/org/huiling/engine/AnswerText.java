package org.huiling.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.WhyNot;
import org.jspecify.annotations.Nullable;

/** Everything that an answer says, as a text: for recordings. */
final class AnswerText {

	private final StringBuilder text = new StringBuilder();

	private AnswerText() {
	}

	static String of(Assessor.Assessments answers) {
		AnswerText text = new AnswerText();
		answers.assessments().forEach(text::answer);
		answers.warnings().forEach((note) -> text.note("warning", note));
		return text.text.toString();
	}

	private void answer(Assessment one) {
		line("  ", one.program().id(), one.period(), one.claim(), one.outcome(), one.amount(), one.version());
		if (!one.inKind().isEmpty()) {
			line("    in kind", one.inKind());
		}
		one.why()
			.forEach((why) -> line("    why", why.rule().zh(), why.rule().en(), why.basis(), why.amount(),
					why.program(), values(why.values())));
		if (!one.missing().isEmpty()) {
			line("    missing", one.missing());
		}
		one.assumptions().forEach((note) -> note("    assumed", note));
		one.warnings().forEach((note) -> note("    warning", note));
		one.whyNot().forEach(this::whyNot);
		if (one.next() != null) {
			line("    next", one.next().period(), one.next().outcome(), one.next().amount(), one.next().missing(),
					one.next().because());
		}
	}

	private void whyNot(WhyNot whyNot) {
		line("    not", whyNot.rule().zh(), whyNot.basis(),
				(whyNot.outweighedBy() != null) ? whyNot.outweighedBy().zh() : null);
		whyNot.conditions().forEach((one) -> line("      ", one.text(), one.result(), values(one.actual())));
	}

	private void note(String kind, Note note) {
		line(kind, note.code(), note.field(), note.message().zh(), note.message().en());
	}

	/** As JSON would tell a text from a number. */
	private static String values(Map<String, @Nullable Object> values) {
		return values.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((one) -> one.getKey() + "=" + value(one.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String value(@Nullable Object value) {
		boolean plain = value == null || value instanceof Number || value instanceof Boolean;
		return (value instanceof BigDecimal number) ? number.toPlainString()
				: plain ? String.valueOf(value) : "'" + value + "'";
	}

	private void line(String kind, @Nullable Object... parts) {
		this.text.append(kind);
		for (Object part : parts) {
			this.text.append(" | ").append((part != null) ? part : "-");
		}
		this.text.append('\n');
	}

}
