package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.reason.Note;
import org.huiling.facts.Subject;
import org.huiling.facts.Thing;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one version say about one program and period, before other programs
 * are looked at.
 *
 * @param policy the version, null if none is in force
 * @param outcome never WITHHELD here
 * @param amount yuan, or how much in kind; null while undetermined
 * @param winner the rule that grants
 * @param grant what it grants
 * @param results what the rules came to; where nothing is to be explained and everything
 * is known, of those alone that hold
 * @param missing the unknown fields that matter
 * @param bound the most it could pay while undetermined, null if that is not known
 * @param least what it pays at least while undetermined, null if it may be nothing
 * @param notes warnings
 */
public record ProgramResult(@Nullable CompiledPolicy policy, Outcome outcome, @Nullable BigDecimal amount,
		@Nullable RuleResult winner, Grant.@Nullable Amount grant, List<RuleResult> results, Set<String> missing,
		@Nullable BigDecimal bound, @Nullable BigDecimal least, List<Note> notes) {

	static final BigDecimal NOTHING = new BigDecimal("0.00");

	private static final ProgramResult NO_POLICY = new ProgramResult(null, Outcome.NOT_ELIGIBLE, NOTHING, null, null,
			List.of(), Set.of(), null, null, List.of(new Note(Note.NO_POLICY, null,
					new Bilingual("该期间没有施行中的政策", "no policy is in force for this period"))));

	public static ProgramResult noPolicy() {
		return NO_POLICY;
	}

	/**
	 * A program of an enclosing jurisdiction is for those who belong to this part of it.
	 */
	static ProgramResult elsewhere(CompiledPolicy policy, Subject subject) {
		String region = subject.regions().get(0);
		Note note = (subject == Subject.PERSON)
				? new Note("HUKOU_ELSEWHERE", region,
						new Bilingual("户籍不在本辖区，由户籍所在的辖区认定", "the hukou lies in another jurisdiction, which decides"))
				: new Note("REGION_ELSEWHERE", region, new Bilingual("机构不在本辖区，由所在的辖区认定",
						"the organisation lies in another jurisdiction, which decides"));
		return refused(policy, List.of()).noting(note);
	}

	public static ProgramResult refused(CompiledPolicy policy, List<RuleResult> results) {
		return new ProgramResult(policy, Outcome.NOT_ELIGIBLE, NOTHING, null, null, results, Set.of(), null, null,
				List.of());
	}

	/** The same with results that explain themselves. */
	ProgramResult with(@Nullable RuleResult explainedWinner, List<RuleResult> explained) {
		Grant.@Nullable Amount amountGrant = this.grant;
		if (!isSum() && explainedWinner != null && explainedWinner.grants().get(0) instanceof Grant.Amount noted) {
			amountGrant = noted;
		}
		return new ProgramResult(this.policy, this.outcome, this.amount, explainedWinner, amountGrant, explained,
				this.missing, this.bound, this.least, this.notes);
	}

	/**
	 * What is granted in kind; empty where nothing is, or money.
	 */
	public List<InKind> inKind() {
		if (this.grant == null || this.grant.thing() == null) {
			return List.of();
		}
		return isSum() ? InKind.together(components()) : List.of(inKind(this.grant, this.grant.thing()));
	}

	private List<InKind> components() {
		List<InKind> parts = new ArrayList<>();
		for (RuleResult one : this.results) {
			if (one.isPaid() && one.grants().get(0) instanceof Grant.Amount part && part.thing() != null
					&& part.exact().isPositive()) {
				parts.add(inKind(part, part.thing()));
			}
		}
		return parts;
	}

	static InKind inKind(Grant.Amount granted, Thing thing) {
		return new InKind(new Bilingual(thing.zh(), thing.en()), granted.exact().shown().intValueExact(), thing.unit());
	}

	/** Whether what it grants, or could grant, is no money. */
	boolean isInKind() {
		return (this.grant != null) ? this.grant.thing() != null
				: this.policy != null && this.policy.rules().entitlements().isInKind();
	}

	/**
	 * Whether what is more can be told of two awards: both money, or both of one and the
	 * same thing.
	 */
	boolean isComparableWith(ProgramResult other) {
		if (!isInKind() || !other.isInKind()) {
			return isInKind() == other.isInKind();
		}
		Set<Thing> things = things();
		return things.size() == 1 && things.equals(other.things());
	}

	private Set<Thing> things() {
		if (this.grant != null && this.grant.thing() != null && !isSum()) {
			return Set.of(this.grant.thing());
		}
		return (this.policy != null) ? this.policy.rules().entitlements().things() : Set.of();
	}

	/** Whether it is what several rules come to together. */
	boolean isSum() {
		return this.policy != null && this.policy.header().wins() == PolicyHeader.Wins.SUM && this.amount != null
				&& this.winner != null;
	}

	public ProgramResult needing(Set<String> fields, @Nullable BigDecimal most) {
		return needing(fields, most, null);
	}

	/** The same where something is granted in any case. */
	ProgramResult needing(Set<String> fields, @Nullable BigDecimal most, @Nullable BigDecimal atLeast) {
		return new ProgramResult(this.policy, Outcome.NEEDS_INFORMATION, null, null, null, this.results, fields, most,
				atLeast, this.notes);
	}

	/** The same where it may still be nothing after all. */
	ProgramResult nothingCertain() {
		return (this.least != null) ? needing(this.missing, this.bound) : this;
	}

	/** The amount, or what it is at least; null if it may be nothing. */
	@Nullable BigDecimal atLeast() {
		return (this.amount != null) ? this.amount : this.least;
	}

	ProgramResult refusedWith(Note note) {
		return new ProgramResult(this.policy, Outcome.NOT_ELIGIBLE, NOTHING, null, null, this.results, Set.of(), null,
				null, List.of(note));
	}

	/** The same with a further warning. */
	ProgramResult noting(Note note) {
		List<Note> more = new ArrayList<>(this.notes);
		more.add(note);
		return new ProgramResult(this.policy, this.outcome, this.amount, this.winner, this.grant, this.results,
				this.missing, this.bound, this.least, more);
	}

	public static boolean sameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

	/** Whether outcome and amount are the same. */
	boolean answersAs(ProgramResult other) {
		return this.outcome == other.outcome && sameAmount(this.amount, other.amount)
				&& InKind.same(inKind(), other.inKind());
	}

}
