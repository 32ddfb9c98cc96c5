package org.huiling.engine.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Whether the programs are there whose awards a version looks at, and whether none of
 * them looks back. Says which are deducted where the version does not.
 */
final class OtherProgramCheck {

	private static final String CODE = "OTHER_PROGRAM";

	private final CompiledPolicy policy;

	private final PolicyBook book;

	private final PolicyBook all;

	private final Map<String, Program> programs = new LinkedHashMap<>();

	private final Problems problems;

	/**
	 * A check.
	 * @param policy the version
	 * @param others the other programs of its jurisdiction
	 * @param problems takes what is wrong
	 */
	OtherProgramCheck(CompiledPolicy policy, PolicyBook others, Problems problems) {
		this.policy = policy;
		this.book = new WithVersion(others.of(policy.program().subject()), policy, false);
		this.all = others;
		this.problems = problems;
	}

	void check() {
		PolicyHeader header = this.policy.header();
		if (this.policy.program().cycle() == Cycle.ONCE) {
			lookedAtByOthers();
		}
		if (!header.namesOthers() && !this.policy.rules().readsOwnPayment()) {
			return;
		}
		this.book.programs().forEach((program) -> this.programs.put(program.id(), program));
		List<OtherProgram> deducts = header.deducts();
		boolean known = true;
		for (OtherProgram other : header.uses()) {
			known &= isThere(other, this.policy.program().cycle() == Cycle.CLAIM);
		}
		if (deducts != null) {
			for (OtherProgram other : deducts) {
				known &= isThere(other, true) && isByClaim(other);
			}
			if (!this.policy.rules().readsOwnPayment()) {
				this.problems.warning(place(header), CODE, "没有规则用到自付 ownPayment，deducts 不起作用",
						"no rule reads ownPayment: deducts has no effect");
			}
		}
		else if (this.policy.rules().readsOwnPayment()) {
			tellOrder();
		}
		if (known) {
			circles();
		}
	}

	/** Programs that were published while this one had another cycle. */
	private void lookedAtByOthers() {
		String own = this.policy.program().id();
		for (Program other : this.book.programs()) {
			Stream.concat(Stream.of(this.policy.header().effectiveFrom()), this.book.turns(other.id()).stream())
				.filter((day) -> !day.isBefore(this.policy.header().effectiveFrom()))
				.map((day) -> this.book.inForce(other.id(), day))
				.filter((version) -> version != null && names(version.header(), own))
				.findFirst()
				.ifPresent((version) -> this.problems.error(FilePlace.of(HeaderReader.FILE), CODE,
						other.id() + " 以本项目的待遇为准，而本项目是一次性待遇（cycle: ONCE）：先改 " + other.id(),
						other.id() + " looks at this program's award, which is given once (cycle: ONCE): change "
								+ other.id() + " first"));
		}
	}

	private static boolean names(PolicyHeader header, String program) {
		List<OtherProgram> deducts = header.deducts();
		return Stream.concat(header.uses().stream(), (deducts != null) ? deducts.stream() : Stream.of())
			.anyMatch((one) -> one.id().equals(program));
	}

	private boolean isThere(OtherProgram other, boolean byClaim) {
		Program program = this.programs.get(other.id());
		if (program == null && isAboutOthers(other.id())) {
			this.problems.error(place(other), CODE, other.id() + " 是给另一类对象的（人或机构），两者的待遇不能互相扣减、引用", other.id()
					+ " is about others (people or organisations): neither looks at the awards of the other");
			return false;
		}
		if (program == null) {
			String near = Nearest.to(other.id(), this.programs.keySet());
			this.problems.error(place(other), CODE, "本辖区没有项目 " + other.id(),
					"the jurisdiction has no program " + other.id(), (near != null) ? Nearest.hint(near) : null);
			return false;
		}
		if (program.cycle() == Cycle.ONCE) {
			this.problems.error(place(other), CODE, other.id() + " 是一次性待遇（cycle: ONCE），只在发放的那个月才有，别的项目不能以它为准",
					other.id() + " is given once (cycle: ONCE), in the one month that takes it: no other program can"
							+ " look at its award");
			return false;
		}
		Program own = this.policy.program();
		if (program.cycle() == Cycle.CLAIM && own.cycle() == Cycle.CLAIM && !program.isOverTheSame(own)) {
			this.problems.error(place(other), CODE,
					other.id() + " 按 " + program.over().list() + " 的各项计算，本项目按 " + own.over().list() + " 的各项：不是同一笔",
					other.id() + " goes over " + program.over().list() + ", this program over " + own.over().list()
							+ ": they share no item");
			return false;
		}
		if (program.cycle() == Cycle.CLAIM && !byClaim) {
			this.problems.error(place(other), CODE, other.id() + " 按笔计算，只有按笔的项目能用它的待遇",
					other.id() + " is paid by claim: only programs by claim can use its award");
			return false;
		}
		return true;
	}

	private boolean isAboutOthers(String id) {
		return this.all.programs()
			.stream()
			.anyMatch((one) -> one.id().equals(id) && one.subject() != this.policy.program().subject());
	}

	private boolean isByClaim(OtherProgram other) {
		if (this.policy.program().cycle() == Cycle.CLAIM
				&& Objects.requireNonNull(this.programs.get(other.id())).cycle() == Cycle.CLAIM) {
			return true;
		}
		this.problems.error(place(other), CODE, "deducts 只用于按笔的项目，只写按笔的项目",
				"deducts is for programs by claim, and names programs by claim");
		return false;
	}

	/** Law or not, the order of the programs decides what is taken off. */
	private void tellOrder() {
		List<String> before = before(this.policy.program());
		this.problems.warning(FilePlace.of(HeaderReader.FILE), "DEDUCTS_BY_ORDER",
				"没有写 deducts：自付 ownPayment 按 order 减去"
						+ (before.isEmpty() ? "的项目，现在一个也没有" : " " + String.join("、", before)),
				"deducts is not said: by order, ownPayment takes off "
						+ (before.isEmpty() ? "nothing now" : String.join(", ", before)));
	}

	private List<String> before(Program program) {
		List<String> before = new ArrayList<>();
		for (Program other : this.book.programs()) {
			if (other.id().equals(program.id())) {
				break;
			}
			if (other.isOverTheSame(program)) {
				before.add(other.id());
			}
		}
		return before;
	}

	/** Whoever looks at whom changes with the versions: each day on which one begins. */
	private void circles() {
		PolicyHeader header = this.policy.header();
		TreeSet<LocalDate> days = new TreeSet<>();
		days.add(header.effectiveFrom());
		for (String program : this.programs.keySet()) {
			days.addAll(this.book.turns(program));
		}
		for (LocalDate day : days.tailSet(header.effectiveFrom())) {
			List<String> way = new ArrayList<>();
			way.add(this.policy.program().id());
			if (isGoverning(day) && leadsBack(way, day)) {
				way.add(this.policy.program().id());
				String circle = String.join(" → ", way);
				this.problems.error(place(header), CODE, "这些项目互相以对方的待遇为准：" + circle,
						"these programs hang on each other's awards: " + circle,
						new Bilingual("其中一个不再看另一个；按 order 看的，写明 deducts",
								"one of them must not look at the other; where the order says so, write deducts"));
				return;
			}
		}
	}

	@SuppressWarnings("ReferenceEquality") // the version is this very object
	private boolean isGoverning(LocalDate day) {
		return this.book.inForce(this.policy.program().id(), day) == this.policy;
	}

	private boolean leadsBack(List<String> way, LocalDate day) {
		for (String next : lookedAt(way.get(way.size() - 1), day)) {
			if (next.equals(way.get(0))) {
				return true;
			}
			if (!way.contains(next)) {
				way.add(next);
				if (leadsBack(way, day)) {
					return true;
				}
				way.remove(way.size() - 1);
			}
		}
		return false;
	}

	private List<String> lookedAt(String program, LocalDate day) {
		CompiledPolicy one = this.book.inForce(program, day);
		if (one == null) {
			return List.of();
		}
		List<String> looked = new ArrayList<>(one.header().uses().stream().map(OtherProgram::id).toList());
		List<OtherProgram> deducts = one.header().deducts();
		if (one.rules().readsOwnPayment()) {
			looked.addAll((deducts != null) ? deducts.stream().map(OtherProgram::id).toList() : before(one.program()));
		}
		return looked;
	}

	private static FilePlace place(PolicyHeader header) {
		@Nullable OtherProgram first = header.uses().isEmpty()
				? ((header.deducts() != null && !header.deducts().isEmpty()) ? header.deducts().get(0) : null)
				: header.uses().get(0);
		return (first != null) ? place(first) : FilePlace.of(HeaderReader.FILE);
	}

	private static FilePlace place(OtherProgram other) {
		return new FilePlace(HeaderReader.FILE, other.line(), 1, other.id());
	}

}
