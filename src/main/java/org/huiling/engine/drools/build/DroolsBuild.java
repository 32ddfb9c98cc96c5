package org.huiling.engine.drools.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.AsciiText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.drools.reading.RuleSource;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles the rules of one version with Drools' executable model to class files. Nothing
 * that was compiled is loaded here.
 */
public final class DroolsBuild {

	/**
	 * Drools' Eclipse compiler takes less than half of javac's time for such small
	 * classes, and runs where there is no JDK.
	 */
	static final String COMPILER = "ECLIPSE";

	static {
		System.setProperty("drools.dialect.java.compiler", COMPILER);
	}

	/**
	 * One package for all versions: a version's classes have a loader of their own, and
	 * class loaders above it remember every new name they were ever asked for.
	 */
	public static final String PACKAGE = "policy.rules";

	/** Drools makes class names of it, and class loaders remember names. */
	private static final String RELEASE = "1";

	private static final AtomicLong BUILDS = new AtomicLong();

	/**
	 * Drools remembers the members of the classes it builds with by the names of the
	 * classes, for all builds of the process; what rules see has the same names in every
	 * version. So there is one build at a time.
	 */
	private static final ReentrantLock ALONE = new ReentrantLock(true);

	/** Longer than any build may take that is waited for. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final ClassLoader CLASS_PATH = new KnownResources(DroolsBuild.class.getClassLoader());

	private final RuleVocabulary vocabulary;

	private final Problems problems;

	/** How many builds were begun in this process. */
	public static long builds() {
		return BUILDS.get();
	}

	public DroolsBuild(RuleVocabulary vocabulary, Problems problems) {
		this.vocabulary = vocabulary;
		this.problems = problems;
	}

	/**
	 * Compiles.
	 * @param files rule texts by path
	 * @param constants Java source of the parameters, and of each later day's
	 * @param facades Java source of what the rules see, by the name of the class
	 * @return class files by path; empty if there were problems
	 */
	public Map<String, byte[]> compile(Map<String, RuleSource> files, List<String> constants,
			Map<String, String> facades) {
		if (!isAlone()) {
			this.problems.error(FilePlace.of(HeaderReader.FILE), "COMPILE_TOO_LONG", "另一个版本正在编译，等了 5 分钟没有轮到",
					"another version is being compiled, and this one waited for 5 minutes",
					new Bilingual("稍后再试", "try again later"));
			return Map.of();
		}
		try {
			DrlxParseUtil.clearAccessorCache();
			return compileAlone(files, constants, facades);
		}
		finally {
			ALONE.unlock();
		}
	}

	private static boolean isAlone() {
		try {
			return ALONE.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Map<String, byte[]> compileAlone(Map<String, RuleSource> files, List<String> constants,
			Map<String, String> facades) {
		KieServices services = KieServices.get();
		BUILDS.incrementAndGet();
		ReleaseId release = services.newReleaseId("org.huiling.policy", PACKAGE, RELEASE);
		KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
		String directory = PACKAGE.replace('.', '/') + "/";
		for (int i = 0; i < constants.size(); i++) {
			String name = parameters(i);
			system.write("src/main/java/" + directory + name + ".java", parameters(name, constants.get(i)));
		}
		facades.forEach((name, source) -> system.write("src/main/java/" + directory + name + ".java", source));
		write(files, system, directory, facades.keySet());
		try {
			return build(services, system, directory, files);
		}
		finally {
			services.getRepository().removeKieModule(release);
		}
	}

	/**
	 * The author's names of files and rules stay outside: a number stands for each.
	 */
	private void write(Map<String, RuleSource> files, KieFileSystem system, String directory, Set<String> facades) {
		int file = 0;
		int rule = 0;
		for (RuleSource source : files.values()) {
			String text = source.tokens().numbered(rule);
			if (text == null) {
				throw new IllegalStateException("a file that is no sequence of rules was not refused");
			}
			system.write("src/main/resources/" + directory + resource(file++),
					header(facades) + AsciiText.of(Shorthand.full(text)));
			rule += source.tokens().names().size();
		}
	}

	/** What Drools knows the n-th file by. */
	static String resource(int file) {
		return "f" + file + ".drl";
	}

	private Map<String, byte[]> build(KieServices services, KieFileSystem system, String directory,
			Map<String, RuleSource> files) {
		DroolsMessages messages = new DroolsMessages(files, this.vocabulary, this.problems);
		KieBuilder builder = services.newKieBuilder(system, CLASS_PATH);
		try {
			builder.buildAll(ExecutableModelProject.class);
		}
		catch (RuntimeException ex) {
			messages.thrown(ex);
			return Map.of();
		}
		for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
			messages.reported(message);
		}
		if (this.problems.hasErrors()) {
			return Map.of();
		}
		InternalKieModule module = (InternalKieModule) builder.getKieModule();
		Map<String, byte[]> classes = new TreeMap<>();
		for (String name : module.getFileNames()) {
			if (name.endsWith(".class") && name.startsWith(directory)) {
				classes.put(name, ExactArithmetic.in(module.getBytes(name)));
			}
		}
		return classes;
	}

	/** Stands on the author's first line, so that line numbers stay theirs. */
	private static String header(Set<String> facades) {
		StringBuilder header = new StringBuilder("package " + PACKAGE
				+ "; import org.huiling.facts.Money; import org.huiling.facts.Ratio; import org.huiling.facts.Awards; "
				+ "import org.huiling.facts.Functions; ");
		facades.forEach((name) -> header.append("import ").append(PACKAGE).append('.').append(name).append("; "));
		return header.append("global org.huiling.facts.Benefit benefit; ").toString();
	}

	/** What the class of the n-th day's parameters is called until it is loaded. */
	static String parameters(int day) {
		return (day == 0) ? "P" : "P_" + day;
	}

	private static String parameters(String name, String constants) {
		return "package " + PACKAGE + ";\nimport java.time.LocalDate;\nimport java.util.List;\n"
				+ "import java.util.Map;\nimport java.util.Set;\nimport org.huiling.facts.Bands;\nimport org.huiling.facts.Code;\nimport org.huiling.facts.Money;\n"
				+ "import org.huiling.facts.Ratio;\nimport org.huiling.facts.Regions;\nimport org.huiling.facts.Rounding;\nimport org.huiling.facts.Segments;\nimport org.huiling.facts.Table;\nimport org.huiling.facts.Thing;\n"
				+ "public final class " + name + " {\n\tprivate " + name + "() { }\n" + constants + "}\n";
	}

}
