package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.huiling.engine.check.CheckDeadline;
import org.huiling.engine.check.VersionCheck;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.RuleSetCompiler;
import org.huiling.engine.drools.language.GrantedInKind;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.StandardsReader;
import org.huiling.engine.source.Units;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.engine.standard.StandardsReading;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.jspecify.annotations.Nullable;

/** Turns the files of a policy version into something that can be evaluated. */
public final class PolicyCompiler {

	/** What is said of a parameter whose unit another dictionary declares. */
	private static final Set<String> OF_PARAMETERS = Set.of("WRONG_VALUE", "PARAMETER_VALUE", "TABLE_KEY",
			"UNKNOWN_STANDARD", "NO_STANDARD_YET");

	/** What published versions are not held to. */
	private static final String MIXED_UNITS = "WRONG_UNIT";

	/** A version is called by its first day, and what corrects it has a number behind. */
	private static final int DAY = "2013-01-01".length();

	private static final System.Logger logger = System.getLogger(PolicyCompiler.class.getName());

	private final Supplier<FactReading> facts;

	/** A compiler by the fact files that come with the program. */
	public PolicyCompiler() {
		this(Shipped::reading);
	}

	/**
	 * A compiler.
	 * @param facts reads people by the dictionary in force
	 */
	public PolicyCompiler(Supplier<FactReading> facts) {
		this.facts = facts;
	}

	/**
	 * A compiler by the fact files beside a version, as the service that takes both has
	 * them.
	 * @param version the version's directory, three below that of all rules
	 * @return by those fact files, or by the ones that come with the program if there are
	 * none
	 * @throws IOException if a fact file cannot be read
	 * @throws PolicyDefects if something is wrong with them
	 */
	public static PolicyCompiler beside(Path version) throws IOException {
		FactFiles files = FactFiles.beside(version);
		if (files == null) {
			return new PolicyCompiler();
		}
		return by(files.dictionary());
	}

	/**
	 * A compiler by one dictionary.
	 * @param dictionary what is declared
	 * @return by that
	 */
	public static PolicyCompiler by(Dictionary dictionary) {
		FactReading reading = new FactReading(dictionary);
		return new PolicyCompiler(() -> reading);
	}

	/**
	 * The compiler by the fact files that come with the program.
	 * @return the same one every time
	 */
	public static PolicyCompiler shipped() {
		return Shipped.COMPILER;
	}

	/** What one dictionary gives policies to say. */
	private record Said(FactReading reading, RuleVocabulary vocabulary, Units units, Map<String, RuleVocabulary> over,
			Map<FactReading, Said> earlier, @Nullable Said organisations) {

		static Said of(FactReading reading) {
			FactReading others = (reading.dictionary().subject() == Subject.PERSON) ? reading.of(Subject.ORGANISATION)
					: null;
			return new Said(reading, RuleVocabulary.of(reading), Units.of(reading.dictionary()),
					new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), (others != null) ? of(others) : null);
		}

		/** What it gives versions of some day, which know fewer values. */
		Said before(PolicyFiles files) {
			String version = files.version();
			LocalDate day = (version.length() >= DAY) ? Scalars.date(version.substring(0, DAY)) : null;
			FactReading then = (day != null) ? this.reading.before(day) : this.reading;
			return then.equals(this.reading) ? this : this.earlier.computeIfAbsent(then, Said::of);
		}

		/** The words for programs over a list; of claims if there is no such list. */
		RuleVocabulary vocabulary(Over list) {
			return list.isClaims() ? this.vocabulary
					: this.over.computeIfAbsent(list.list(), (path) -> RuleVocabulary.of(this.reading, path));
		}

		/** Those about whom a program is; null if nothing is declared of them. */
		@Nullable Said of(Subject subject) {
			return (subject == Subject.PERSON) ? this : this.organisations;
		}

	}

	private volatile @Nullable Said said;

	private Said said() {
		FactReading reading = this.facts.get();
		Dictionary dictionary = reading.dictionary();
		Said known = this.said;
		if (known == null || known.reading().dictionary() != dictionary) {
			known = Said.of(reading);
			this.said = known;
		}
		return known;
	}

	/** What a version may say of whom its program is about. */
	private Said said(PolicyFiles files, Subject subject, Problems problems) {
		Said known = said().of(subject);
		if (known == null) {
			problems.error(FilePlace.of(Program.FILE), "NO_SUBJECT", "没有机构的事实：rules/facts 里缺少 core-organisation.yaml",
					"no facts of organisations are declared: core-organisation.yaml is missing from rules/facts");
			problems.refuseErrors();
		}
		return Objects.requireNonNull(known).before(files);
	}

	/**
	 * How facts are read now.
	 * @return by the dictionary in force
	 */
	public FactReading facts() {
		return this.facts.get();
	}

	/**
	 * Every word that rules may use now.
	 * @return by the dictionary in force
	 */
	public RuleVocabulary vocabulary() {
		return said().vocabulary();
	}

	/** Read when somebody needs it. */
	private static final class Shipped {

		private static final FactReading READING = new FactReading(FactFiles.shipped().dictionary());

		private static final PolicyCompiler COMPILER = new PolicyCompiler(Shipped::reading);

		private Shipped() {
		}

		static FactReading reading() {
			return READING;
		}

	}

	/**
	 * Reads {@code policy.yaml} without compiling any rule.
	 * @param files the version's files
	 * @return the header
	 * @throws PolicyDefects with every problem of the file
	 */
	public PolicyHeader header(PolicyFiles files) {
		Problems problems = new Problems();
		new Limits(problems).judge(files);
		problems.refuseErrors();
		HeaderReader.Read read = new HeaderReader(problems, said().before(files).units()).read(files);
		problems.refuseErrors();
		return Objects.requireNonNull(read).header();
	}

	/**
	 * Reads what a version says of itself, whichever dictionary its parameters are by.
	 * @param files the version's files
	 * @return the header
	 * @throws PolicyDefects with every problem of the file but those of parameters
	 */
	public PolicyHeader outline(PolicyFiles files) {
		Problems problems = new Problems();
		new Limits(problems).judge(files);
		problems.refuseErrors();
		HeaderReader.Read read = new HeaderReader(problems, said().before(files).units()).read(files);
		boolean others = problems.all()
			.stream()
			.anyMatch((one) -> one.severity() == Severity.ERROR && !OF_PARAMETERS.contains(one.code()));
		if (read == null || others) {
			problems.refuseErrors();
		}
		return Objects.requireNonNull(read).header();
	}

	/**
	 * The words for facts that a version uses: those of its rules, and those that what
	 * its header orders is judged by. No rule is compiled.
	 * @param files the version's files
	 * @param over the list whose items are claims to its program
	 * @param subject whom its program is about
	 * @return with their pattern, such as {@code Applicant.household.size} and
	 * {@code Claim.stay}
	 * @throws PolicyDefects with every problem that keeps them from being read
	 */
	public Set<String> words(PolicyFiles files, Over over, Subject subject) {
		Problems problems = Problems.ofPublished();
		new Limits(problems).judge(files);
		problems.refuseErrors();
		Said known = said(files, subject, problems);
		HeaderReader.Read read = new HeaderReader(problems, known.units()).read(files);
		problems.refuseErrors();
		HeaderReader.Read header = Objects.requireNonNull(read);
		RuleVocabulary vocabulary = known.vocabulary(over);
		Set<String> words = new TreeSet<>(RuleSetCompiler.facts(files, header, problems, vocabulary));
		problems.refuseErrors();
		if (!over.isClaims() && over.flaw(vocabulary.dictionary()) == null) {
			words.addAll(over.words(vocabulary.dictionary()));
		}
		if (header.header().lateApplication() != null || header.header().factDay() == FactDay.APPLICATION_DAY) {
			String applications = subject.pattern() + ".applications";
			words.addAll(List.of(applications, applications + "[].program", applications + "[].date"));
		}
		if (header.header().lifeCheckMonths() != null) {
			words.add("Applicant.lifeCheck.lastPassed");
		}
		if (Program.STACKING.equals(files.program())) {
			words.addAll(List.of("Applicant.choices", "Applicant.choices[].program", "Applicant.choices[].from"));
		}
		return words;
	}

	/**
	 * Judges names and sizes of files, and what no parser is given, before anything is
	 * read.
	 * @param files some or all of a version's files
	 * @return what goes beyond the limits; empty if nothing does
	 */
	public List<Problem> limits(PolicyFiles files) {
		Problems problems = new Problems();
		new Limits(problems).judge(files);
		return problems.all();
	}

	/**
	 * Reads standards that somebody has written.
	 * @param jurisdiction whose they are
	 * @param yaml the file
	 * @return what they say, and what is wrong by the units of the dictionary in force
	 */
	public StandardsReading standards(String jurisdiction, byte[] yaml) {
		Problems found = new Problems();
		StandardsReader reader = new StandardsReader(found, said().units());
		StandardsFile file = reader.read(jurisdiction, yaml);
		return new StandardsReading(file, found.all(), reader.lines());
	}

	/**
	 * Compiles a version, or loads what was compiled before; either way nothing is loaded
	 * that the guard has not passed.
	 * @param files the version's files
	 * @param program the program it belongs to
	 * @param kept where compiled bytes are kept
	 * @return the compiled version
	 * @throws PolicyDefects with every problem found, each with file and line
	 */
	public CompiledPolicy compile(PolicyFiles files, Program program, ClassStore kept) {
		return compile(files, program, kept, new Problems());
	}

	/**
	 * Compiles a version that is published, perhaps by an earlier program: it is paid by,
	 * and what only newer programs refuse does not stop it but is logged.
	 * @param files the version's files
	 * @param program the program it belongs to
	 * @param kept where compiled bytes are kept
	 * @return the compiled version
	 * @throws PolicyDefects with every problem found, each with file and line
	 */
	public CompiledPolicy compilePublished(PolicyFiles files, Program program, ClassStore kept) {
		Problems problems = Problems.ofPublished();
		CompiledPolicy policy = compile(files, program, kept, problems);
		problems.all()
			.stream()
			.filter((one) -> one.code().equals(MIXED_UNITS))
			.forEach((one) -> logger.log(System.Logger.Level.WARNING, "The published {0} {1} {2} goes on: {3}",
					files.jurisdiction(), files.program(), files.version(), one));
		return policy;
	}

	public CompiledPolicy compile(PolicyFiles files, Program program, ClassStore kept, Problems problems) {
		new Limits(problems).judge(files);
		problems.refuseErrors();
		Said known = said(files, program.subject(), problems);
		if (program.subject() == Subject.PERSON || program.cycle() == Cycle.CLAIM) {
			program.over().check(known.reading().dictionary(), problems);
		}
		RuleVocabulary vocabulary = known.vocabulary(program.over());
		HeaderReader.Read read = new HeaderReader(problems, known.units().in(program.unit())).read(files);
		if (read != null && problems.hasErrors()) {
			rules(files, read, problems, vocabulary);
		}
		problems.refuseErrors();
		HeaderReader.Read header = Objects.requireNonNull(read);
		RuleSet rules = CheckDeadline.within(CheckDeadline.COMPILING, problems,
				(found) -> RuleSetCompiler.compile(files, header, found, kept, vocabulary));
		problems.refuseErrors();
		inKind(header.header(), Objects.requireNonNull(rules).entitlements(), problems);
		lifeCheck(header.header(), program, problems);
		problems.refuseErrors();
		return new CompiledPolicy(files, program, header, rules, known.reading());
	}

	/** Money and things cannot be held against each other, nor different things. */
	private static void inKind(PolicyHeader header, GrantedInKind granted, Problems problems) {
		if (granted.mixed()) {
			problems.error(FilePlace.of(HeaderReader.FILE), "IN_KIND", "一个版本里有的规则发钱、有的规则给实物或服务，比不出高低",
					"some rules of the version grant money and others things: one cannot be more than the other",
					new Bilingual("分成两个项目", "make two programs"));
		}
		else if (granted.things().size() > 1 && header.wins() != PolicyHeader.Wins.SUM) {
			problems.error(FilePlace.of(HeaderReader.FILE), "IN_KIND", "规则给的东西不同，比不出高低",
					"the rules grant different things: one cannot be more than the other",
					new Bilingual("都给的写 wins: SUM；只给一样的分成几个项目",
							"where all are granted write wins: SUM; else make several programs"));
		}
	}

	private static void lifeCheck(PolicyHeader header, Program program, Problems problems) {
		if (header.lifeCheckMonths() != null && program.subject() != Subject.PERSON) {
			problems.error(FilePlace.of(HeaderReader.FILE), "WRONG_VALUE", "机构没有生存认证：lifeCheck 只用于给人的项目",
					"organisations have no life check: lifeCheck is for programs about people");
		}
	}

	/** What is wrong with the rules of a version whose header is wrong already. */
	private static void rules(PolicyFiles files, HeaderReader.Read read, Problems problems, RuleVocabulary vocabulary) {
		Problems own = problems.none();
		CheckDeadline.within(CheckDeadline.COMPILING, own,
				(found) -> RuleSetCompiler.facts(files, read, found, vocabulary));
		own.all().stream().filter((one) -> !one.code().equals("UNKNOWN_PARAMETER")).forEach(problems::add);
	}

	/**
	 * Reads the worked examples of a version that does not compile, for what is wrong
	 * with them.
	 * @param files the version's files
	 * @param program the program it belongs to
	 * @param problems takes what is wrong
	 */
	public void readExamples(PolicyFiles files, Program program, Problems problems) {
		Said known = said().of(program.subject());
		if (known != null && files.files().containsKey(ExampleReader.FILE) && limits(files).isEmpty()) {
			new ExampleReader(known.before(files).reading(), problems).read(files, program);
		}
	}

	/**
	 * Checks a version: files, rules, worked examples and how they cover the rules.
	 * @param directory the version with what stands above it
	 * @return everything found; never thrown
	 */
	public CheckReport check(VersionDirectory directory) {
		try {
			return new VersionCheck(this, directory).report();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return failed(directory.files(), ex);
		}
	}

	/**
	 * A defect of the check itself is told like one of the files, and logged in a line.
	 */
	private static CheckReport failed(PolicyFiles files, Throwable cause) {
		StackTraceElement[] trace = cause.getStackTrace();
		logger.log(System.Logger.Level.ERROR, "The check of {0} {1} {2} failed: {3} at {4}", files.jurisdiction(),
				files.program(), files.version(), cause.getClass().getName(), (trace.length > 0) ? trace[0] : "?");
		Problems problems = new Problems();
		problems.error(FilePlace.of(HeaderReader.FILE), "CHECK_FAILED", "检查没能做完，本版本暂不能使用",
				"the check could not be finished: the version cannot be used",
				new Bilingual("撤回最后的改动再试；仍不行的，请把本版本交给系统维护人员",
						"undo the last change and try again; else hand the version to whoever maintains the system"));
		return new CheckReport(problems.all(), List.of(), List.of(), List.of());
	}

}
