package org.huiling.policy.factfiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Bilingual;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.OtherPrograms;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.revision.FactChange;
import org.huiling.facts.revision.RevisionEffect;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.StoredPolicies;
import org.huiling.policy.published.VersionId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Checks changed fact files: as a dictionary, against whoever uses what they change, and,
 * where a fact means something else now, by the worked examples of every published
 * version that uses it.
 */
@Component
public class FactFileCheck {

	/** So many users are named; the others are counted. */
	private static final int NAMED = 5;

	private final DictionaryInForce inForce;

	private final List<FactUser> users;

	private final UsingVersions versions;

	private final PolicyStore store;

	private final ClassStore classes;

	private static final Bilingual BY_DATE = new Bilingual(
			"这个版本已经发布，不能改：定义从某天起变了的，按日期写 is: {\"原定义的起始日期\": \"原来的式子\", \"新定义的起始日期\": \"新的式子\"}，以前的月份照旧",
			"the version is published and cannot be changed: write a definition that changes by date, is: {\"first day of the"
					+ " old one\": \"the old one\", \"first day of the new one\": \"the new one\"}; earlier months stay as they are");

	private static final Bilingual BY_ITSELF = new Bilingual(
			"这个已发布版本的示例写了这项信息，而它用的另一项信息改变了含义，要靠示例核对：这次保留原来的声明（可标 retired: true），以后另行改动或删除",
			"an example of the published version says this fact, and is needed to hold another one against, which means"
					+ " something else now: keep what was declared this time (or mark it retired: true), and remove or"
					+ " change it by itself");

	/** The code of an example that is passed over. */
	private static final String UNREADABLE = "EXAMPLE_UNREADABLE";

	FactFileCheck(DictionaryInForce inForce, List<FactUser> users, UsingVersions versions, PolicyStore store,
			ClassStore classes) {
		this.inForce = inForce;
		this.users = List.copyOf(users);
		this.versions = versions;
		this.store = store;
		this.classes = classes;
	}

	/**
	 * What came of a check.
	 *
	 * @param files all fact files, with the changed ones
	 * @param dictionary what they declare, null if something is wrong
	 * @param changes what changes
	 * @param affected the published versions that may answer otherwise
	 * @param report what was found
	 * @param revision the number of the revision that it was checked against
	 * @param catalogue what was published then
	 */
	public record Checked(FactFiles files, @Nullable Dictionary dictionary, List<FactChange> changes,
			List<PublishedVersion> affected, CheckReport report, int revision, long catalogue) {

		public Checked {
			changes = List.copyOf(changes);
			affected = List.copyOf(affected);
		}

	}

	/**
	 * Checks changed files.
	 * @param changed their bytes by name
	 * @param owned whose one of them has to be, null if nobody says
	 * @param more what is wrong with them besides
	 * @return everything found; never thrown
	 */
	public Checked check(Map<String, byte[]> changed, @Nullable Owned owned, List<Problem> more) {
		long catalogue = this.store.revision();
		int revision = this.inForce.revision().number();
		Dictionary before = this.inForce.current();
		FactFiles files = this.inForce.files();
		for (Map.Entry<String, byte[]> one : changed.entrySet()) {
			files = files.with(one.getKey(), one.getValue());
		}
		FactFiles.Reading reading = files.readingInTime(String.join(" ", changed.keySet()));
		List<Problem> problems = new ArrayList<>(more);
		problems.addAll(reading.problems());
		Dictionary after = reading.dictionary();
		List<FactChange> changes = (after != null) ? FactChange.between(before, after) : List.of();
		List<PublishedVersion> affected = affected(changes, before);
		if (after != null) {
			owners(before, after, owned, problems);
			changes.stream()
				.filter((change) -> change.effect() == RevisionEffect.BREAKING)
				.forEach((change) -> judge(change, before, reading, changed.keySet(), problems));
			if (!hasErrors(problems)) {
				examples(affected, changes, before, after, problems);
			}
		}
		CheckReport report = new CheckReport(problems, List.of(), List.of(), List.of());
		return new Checked(files, report.ok() ? after : null, changes, affected, report, revision, catalogue);
	}

	/**
	 * Whether anybody uses by now what a check found to be used by nobody: people are
	 * recorded and drafts written while others publish.
	 * @param checked a check of files that take something away
	 * @return true if the check has to be made again
	 */
	boolean isUsedByNow(Checked checked) {
		Dictionary before = this.inForce.current();
		return checked.changes()
			.stream()
			.filter((change) -> change.effect() == RevisionEffect.BREAKING)
			.anyMatch((change) -> this.users.stream().anyMatch((user) -> !user.users(before, change.path()).isEmpty()));
	}

	private static boolean hasErrors(List<Problem> problems) {
		return problems.stream().anyMatch((problem) -> problem.severity() == Severity.ERROR);
	}

	/** Whose a file is decides who may change it. */
	private static void owners(Dictionary before, Dictionary after, @Nullable Owned owned, List<Problem> problems) {
		List<Owned> said = new ArrayList<>();
		before.files().forEach((file) -> said.add(new Owned(file.name(), file.owner())));
		if (owned != null) {
			said.add(owned);
		}
		Set<String> told = new HashSet<>();
		for (Owned one : said) {
			after.files()
				.stream()
				.filter((file) -> file.name().equals(one.name()) && !Objects.equals(file.owner(), one.owner())
						&& told.add(file.name()))
				.forEach((file) -> problems.add(error(file.name() + ".yaml", 1, "FACT_FILE_OWNER",
						new Bilingual("文件的归属（owner）不能改变", "whose a file is (owner) cannot change"),
						(one.owner() != null) ? new Bilingual("写 owner: " + one.owner(), "write owner: " + one.owner())
								: new Bilingual("去掉 owner 一行", "take the line with owner out"))));
		}
	}

	/**
	 * Whose a fact file is.
	 *
	 * @param name without its ending
	 * @param owner the jurisdiction, null if it is everybody's
	 */
	public record Owned(String name, @Nullable String owner) {
	}

	private void judge(FactChange change, Dictionary before, FactFiles.Reading reading, Set<String> changed,
			List<Problem> problems) {
		Set<Bilingual> found = new LinkedHashSet<>();
		this.users.forEach((user) -> found.addAll(user.users(before, change.path())));
		if (found.isEmpty()) {
			return;
		}
		String file = before.fileOf(change.path()) + ".yaml";
		int line = reading.lines().getOrDefault(change.path(), 1);
		Bilingual aspect = new Bilingual(change.aspect().label().zh(), change.aspect().label().en());
		problems
			.add(error(changed.contains(file) ? file : changed.iterator().next(), line, "FACT_IN_USE", new Bilingual(
					change.path() + " 已在使用，不能删除、改类型或收窄（" + aspect.zh() + "）。使用者：" + named(found, "、", "等 ", " 处", true),
					change.path() + " is used and cannot be removed, retyped or narrowed (" + aspect.en()
							+ "). It is used by " + named(found, ", ", "and ", " more", false)),
					new Bilingual("保留原来的声明；不再用的标 retired: true，不再用的代码标 withdrawn: true，要改的另取名字声明",
							"keep what was declared; mark what is no longer used retired: true, a code withdrawn: true,"
									+ " and declare what is to change under another name")));
	}

	private static String named(Set<Bilingual> users, String comma, String and, String more, boolean zh) {
		String first = users.stream()
			.limit(NAMED)
			.map((user) -> zh ? user.zh() : user.en())
			.collect(Collectors.joining(comma));
		int rest = users.size() - NAMED;
		return (rest > 0) ? first + (zh ? "" : " ") + and + (zh ? users.size() : rest) + more : first;
	}

	private static Problem error(String file, int line, String code, Bilingual message, @Nullable Bilingual hint) {
		return new Problem(file, line, 1, Severity.ERROR, code, message, null, hint);
	}

	private List<PublishedVersion> affected(List<FactChange> changes, Dictionary before) {
		return changes.stream()
			.filter((change) -> change.effect() == RevisionEffect.MEANING)
			.flatMap((change) -> this.versions.of(before, change.path()).stream())
			.filter((version) -> version.withdrawnAt() == null)
			.distinct()
			.toList();
	}

	/**
	 * Examples that come out otherwise than by the facts in force; where a standard has
	 * overtaken one of them before, that is none of these files' doing. One whose person
	 * says what lies beyond a bound that came since, which was never rightly passed, can
	 * be recorded no more. One that says what these files remove, retype or narrow is not
	 * let go: it may be the one that shows what another fact means now.
	 */
	private void examples(List<PublishedVersion> affected, List<FactChange> changes, Dictionary before,
			Dictionary after, List<Problem> problems) {
		boolean breaking = changes.stream().anyMatch((change) -> change.effect() == RevisionEffect.BREAKING);
		PolicyCompiler inForce = compiler(before);
		PolicyCompiler changed = compiler(after);
		Map<String, Jurisdiction> jurisdictions = this.store.jurisdictions()
			.stream()
			.collect(Collectors.toMap(Jurisdiction::id, Function.identity()));
		for (PublishedVersion version : affected) {
			PolicyFiles files = this.store.files(version.id());
			Jurisdiction jurisdiction = Objects.requireNonNull(jurisdictions.get(files.jurisdiction()));
			OtherPrograms others = (by) -> new StoredPolicies(jurisdiction, this.store, by, this.classes);
			try {
				add(WorkedExamples.verify(changed, changed.compilePublished(files, program(version.id()), this.classes),
						files, others, (example) -> isOvertaken(example, version, files, others, inForce),
						(unread) -> !breaking || isOvertaken(unread.example(), version, files, others, inForce)),
						version, problems);
			}
			catch (PolicyDefects defects) {
				add(defects.problems(), version, problems);
			}
		}
	}

	/** What holds the files up, and which examples are passed over from now on. */
	private static void add(List<Problem> found, PublishedVersion version, List<Problem> problems) {
		found.stream()
			.filter((problem) -> problem.severity() == Severity.ERROR || UNREADABLE.equals(problem.code()))
			.map((problem) -> hinted(problem).in(version.id().toString()))
			.forEach(problems::add);
	}

	private static PolicyCompiler compiler(Dictionary dictionary) {
		FactReading reading = new FactReading(dictionary);
		return new PolicyCompiler(() -> reading);
	}

	private boolean isOvertaken(Example example, PublishedVersion version, PolicyFiles files, OtherPrograms others,
			PolicyCompiler inForce) {
		CompiledPolicy policy = inForce.compilePublished(files, program(version.id()), this.classes);
		List<Example.Result> then = WorkedExamples.runReadable(inForce, policy, files, others);
		return then.stream()
			.filter((result) -> result.example().line() == example.line())
			.findFirst()
			.map((result) -> !result.passed())
			.orElse(true);
	}

	/** The version is published and cannot be what is changed. */
	private static Problem hinted(Problem problem) {
		return switch (problem.code()) {
			case "EXAMPLE_FAILED" -> problem.hinting(BY_DATE);
			case "UNKNOWN_FIELD", "EXAMPLE_VALUE" -> problem.hinting(BY_ITSELF);
			default -> problem;
		};
	}

	private Program program(VersionId id) {
		return this.store.programs()
			.stream()
			.filter((owned) -> owned.jurisdiction().equals(id.jurisdiction())
					&& owned.program().id().equals(id.program()))
			.map(PolicyStore.OwnedProgram::program)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What is wrong with a file that was changed by somebody else since it was begun
	 * with.
	 * @param name with its ending
	 * @param begun the bytes it was begun with, null if there was no such file
	 * @return none if it is as it was
	 */
	public List<Problem> overtaken(String name, byte @Nullable [] begun) {
		byte[] now = this.inForce.files().files().get(name);
		if (Arrays.equals(now, begun)) {
			return List.of();
		}
		return List.of(error(name, 1, "FACT_FILE_CHANGED",
				new Bilingual("草稿开始以后，别人发布了这个文件的新内容", "somebody else published this file since the draft was begun"),
				new Bilingual("另建一份草稿，把改动搬过去", "begin another draft and carry your change over")));
	}

}
