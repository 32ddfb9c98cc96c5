package org.huiling.engine;

import java.util.List;

import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
import org.huiling.engine.reason.WhyNot;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer, and what a test says about it. */
public record Verdict(Assessment answer) {

	/** Entitled to exactly this amount, with nothing missing. */
	public Verdict pays(String amount) {
		is(Outcome.ELIGIBLE, amount);
		assertThat(this.answer.missing()).as("%s", this.answer).isEmpty();
		return this;
	}

	/** Not entitled, whatever is unknown. */
	public Verdict refuses() {
		is(Outcome.NOT_ELIGIBLE, "0.00");
		assertThat(this.answer.missing()).as("%s", this.answer).isEmpty();
		return this;
	}

	/** Undetermined for want of exactly these fields. */
	public Verdict needs(String... fields) {
		assertThat(this.answer.outcome()).as("%s", this.answer).isEqualTo(Outcome.NEEDS_INFORMATION);
		assertThat(this.answer.amount()).isNull();
		assertThat(this.answer.missing()).containsExactlyInAnyOrder(fields);
		return this;
	}

	/** Entitled to an amount, but a better award stands in the way. */
	public Verdict withholds(String amount, String better) {
		is(Outcome.WITHHELD, amount);
		assertThat(this.answer.why()).extracting(Why::program).contains(better);
		return this;
	}

	private void is(Outcome outcome, String amount) {
		assertThat(this.answer.outcome()).as("%s", this.answer).isEqualTo(outcome);
		assertThat(this.answer.amount()).as("%s", this.answer).isEqualTo(amount);
	}

	/** Granted by this rule and no other. */
	public Verdict by(String rule) {
		assertThat(rules()).containsExactly(rule);
		return this;
	}

	/** Answered by this version. */
	public Verdict under(String version) {
		assertThat(this.answer.version()).isEqualTo(version);
		assertThat(this.answer.digest()).startsWith("sha256:");
		return this;
	}

	/** No policy is in force, and the answer says so and blames no rule. */
	Verdict hasNoPolicy() {
		refuses();
		assertThat(this.answer.version()).isNull();
		assertThat(this.answer.why()).isEmpty();
		assertThat(this.answer.whyNot()).isEmpty();
		assertThat(this.answer.warnings()).extracting(Note::code).containsExactly("NO_POLICY_IN_FORCE");
		return this;
	}

	/** The rules that grant. */
	List<String> rules() {
		return this.answer.why().stream().map((why) -> why.rule().zh()).toList();
	}

	/** What kept a rule from granting. */
	public WhyNot whyNot(String rule) {
		return this.answer.whyNot()
			.stream()
			.filter((one) -> one.rule().zh().equals(rule))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no whyNot for " + rule + " in " + this.answer.whyNot()));
	}

	/** One condition of a rule that did not grant, by its text. */
	public ConditionResult condition(String rule, String text) {
		return whyNot(rule).conditions()
			.stream()
			.filter((one) -> one.text().equals(text))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no condition " + text + " in " + whyNot(rule).conditions()));
	}

}
