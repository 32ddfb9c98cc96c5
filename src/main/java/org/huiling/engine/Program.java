package org.huiling.engine;

import java.util.Objects;
import java.util.Set;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * 项目: one benefit of a jurisdiction, as {@code program.yaml} has it.
 *
 * @param id its directory's name
 * @param name in both languages
 * @param cycle month, quarter, year or claim
 * @param unit the currency of its jurisdiction
 * @param order its place in the order of evaluation; a program sees awards of lower ones
 * @param paidTo who receives the money
 * @param over whose items are claims, where the cycle is {@link Cycle#CLAIM}
 * @param subject whom it is about: people, or organisations
 * @param appliesBelow whether it is assessed, decided and paid in every jurisdiction
 * below its own as well
 * @param owner the enclosing jurisdiction whose program it is; null where it is the
 * jurisdiction's own
 */
public record Program(String id, Bilingual name, Cycle cycle, String unit, int order, PaidTo paidTo, Over over,
		Subject subject, boolean appliesBelow, @Nullable Jurisdiction owner) {

	/** What describes a program. */
	public static final String FILE = "program.yaml";

	/**
	 * The program that says which awards exclude each other; it has no award of its own.
	 */
	public static final String STACKING = "stacking";

	private static final String LIST = "[a-z][A-Za-z0-9]*";

	/** Its id is compared for everybody: one text. */
	public Program {
		id = id.intern();
	}

	/**
	 * A program that goes over the claims, if it goes over anything.
	 * @param id its directory's name
	 * @param name in both languages
	 * @param cycle month, year or claim
	 * @param unit the unit of its amounts
	 * @param order its place in the order of evaluation
	 * @param paidTo who receives the money
	 */
	public Program(String id, Bilingual name, Cycle cycle, String unit, int order, PaidTo paidTo) {
		this(id, name, cycle, unit, order, paidTo, Over.CLAIMS);
	}

	/**
	 * A program of a jurisdiction's own that applies there alone.
	 * @param id its directory's name
	 * @param name in both languages
	 * @param cycle month, year or claim
	 * @param unit the unit of its amounts
	 * @param order its place in the order of evaluation
	 * @param paidTo who receives the money
	 * @param over whose items are claims
	 */
	public Program(String id, Bilingual name, Cycle cycle, String unit, int order, PaidTo paidTo, Over over) {
		this(id, name, cycle, unit, order, paidTo, over, Subject.PERSON, false, null);
	}

	/**
	 * The same program as a jurisdiction below its owner has it, or as the owner itself
	 * does.
	 * @param enclosing the owner, null for the owner's own
	 * @return the program
	 */
	public Program of(@Nullable Jurisdiction enclosing) {
		return new Program(this.id, this.name, this.cycle, this.unit, this.order, this.paidTo, this.over, this.subject,
				this.appliesBelow, enclosing);
	}

	/**
	 * Whether it is paid by the items of the same list as another one.
	 * @param other a program
	 * @return false if one of them is not paid by claim
	 */
	public boolean isOverTheSame(Program other) {
		return this.cycle == Cycle.CLAIM && other.cycle == Cycle.CLAIM && this.over.equals(other.over);
	}

	/** One that is itself is not compared part by part, in the many look-ups of a run. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Program program && this.id.equals(program.id)
				&& this.name.equals(program.name) && this.cycle == program.cycle && this.unit.equals(program.unit)
				&& this.order == program.order && this.paidTo == program.paidTo && this.over.equals(program.over)
				&& this.subject == program.subject && this.appliesBelow == program.appliesBelow
				&& Objects.equals(this.owner, program.owner));
	}

	/** By its id, for the many look-ups of a run. */
	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	/**
	 * Reads {@code program.yaml}.
	 * @param id the directory's name
	 * @param yaml the file
	 * @param currency what its jurisdiction pays in
	 * @return the program
	 * @throws PolicyDefects naming every key that is missing, unknown or wrong
	 */
	public static Program read(String id, byte[] yaml, String currency) {
		Problems problems = new Problems();
		YamlMapping file = Yaml.mapping(FILE, yaml, problems);
		problems.refuseErrors();
		Objects.requireNonNull(file)
			.allow("name", "cycle", "unit", "order", "paidTo", "over", "appliesBelow", Subject.FIELD);
		Subject subject = subject(id, file);
		Cycle cycle = file.code("cycle", Cycle.class, null);
		Program program = new Program(id, file.bilingual("name"), cycle, unit(file, currency),
				file.number("order", 1, 999_999), paidTo(file, subject), over(file, cycle), subject,
				appliesBelow(id, file), null);
		problems.refuseErrors();
		return program;
	}

	/** Whom it is about: people, unless the file says otherwise. */
	private static Subject subject(String id, YamlMapping file) {
		String written = file.optionalText(Subject.FIELD);
		Subject subject = (written != null) ? Subject.of(written) : Subject.PERSON;
		if (subject == null) {
			file.wrong(Subject.FIELD, "应为 person（人，可不写）或 organisation（机构）",
					"must be person (which is meant where it is absent) or organisation");
			return Subject.PERSON;
		}
		if (subject != Subject.PERSON && STACKING.equals(id)) {
			file.wrong(Subject.FIELD, "stacking 只管给人的待遇", "stacking is about awards of people");
		}
		return subject;
	}

	/** What is about organisations is paid to them, and nothing else is. */
	private static PaidTo paidTo(YamlMapping file, Subject subject) {
		PaidTo usual = PaidTo.of(subject);
		PaidTo paidTo = file.code("paidTo", PaidTo.class, usual);
		if (paidTo != null && !paidTo.isFor(subject)) {
			file.wrong("paidTo", "subject: organisation 的项目发给 ORGANISATION，其他项目不能",
					"must be ORGANISATION where the subject is organisation, and there alone");
		}
		return (paidTo != null) ? paidTo : usual;
	}

	/** Which awards exclude each other each jurisdiction says itself. */
	private static boolean appliesBelow(String id, YamlMapping file) {
		String written = file.optionalText("appliesBelow");
		if (written != null && !Set.of("true", "false").contains(written)) {
			file.wrong("appliesBelow", "应为 true 或 false", "must be true or false");
		}
		boolean below = "true".equals(written);
		if (below && STACKING.equals(id)) {
			file.wrong("appliesBelow", "stacking 只管本辖区", "stacking is for its own jurisdiction");
		}
		return below;
	}

	private static Over over(YamlMapping file, @Nullable Cycle cycle) {
		String list = file.optionalText("over");
		if (list == null) {
			return Over.CLAIMS;
		}
		if (!list.matches(LIST)) {
			file.wrong("over", "应为一个列表的名字，如 claims", "must be the name of a list, such as claims");
		}
		else if (cycle == Cycle.ONCE) {
			file.wrong("over", "cycle: ONCE 一人一次，不按列表逐项；每一项发一次的写 cycle: CLAIM",
					"cycle: ONCE is once a person, not once an item; what is given once for each item is cycle: CLAIM");
		}
		else if (cycle != null && cycle != Cycle.CLAIM) {
			file.wrong("over", "只用于 cycle: CLAIM", "is for cycle: CLAIM only");
		}
		return new Over(list, file.place("over").line());
	}

	/** Amounts are paid, shown and added up in one currency everywhere. */
	private static String unit(YamlMapping file, String currency) {
		String unit = file.text("unit");
		if (file.has("unit") && !currency.equals(unit)) {
			file.wrong("unit", "应为 " + currency + "：本辖区的金额都按它发给（见 jurisdiction.yaml 的 currency）", "must be " + currency
					+ ": all amounts of the jurisdiction are paid in it (currency in jurisdiction.yaml)");
		}
		return unit;
	}

}
