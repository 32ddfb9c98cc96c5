package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.facts.Subject;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A policy written in a test, to see one behaviour of the engine by itself. */
public final class TinyPolicy {

	public static final Jurisdiction JURISDICTION = new Jurisdiction("model-district",
			new Bilingual("示范区", "Model District"), "379901");

	private final Program program;

	private final String version;

	private final List<String> header = new ArrayList<>();

	private final List<String> parameters = new ArrayList<>();

	private final Map<String, String> rules = new TreeMap<>();

	private final Map<String, byte[]> tables = new TreeMap<>();

	private final Map<String, StandardsFile> standards = new TreeMap<>();

	private TinyPolicy(String id, Cycle cycle, int order, String version) {
		this(id, cycle, order, version, Over.CLAIMS);
	}

	private TinyPolicy(String id, Cycle cycle, int order, String version, Over over) {
		this(new Program(id, new Bilingual(id, id), cycle, "CNY", order, PaidTo.PERSON, over), version);
	}

	private TinyPolicy(Program program, String version) {
		this.program = program;
		this.version = version;
	}

	/** Of a program about organisations. */
	public static TinyPolicy organisations(String id, Cycle cycle, int order, Over over) {
		return new TinyPolicy(new Program(id, new Bilingual(id, id), cycle, "CNY", order, PaidTo.ORGANISATION, over,
				Subject.ORGANISATION, false, null), "2013-01-01");
	}

	public static TinyPolicy monthly(String id, int order, String version) {
		return new TinyPolicy(id, Cycle.MONTH, order, version);
	}

	public static TinyPolicy monthly() {
		return monthly("old-age-allowance", 10, "2013-01-01");
	}

	/** Of any program. */
	public static TinyPolicy of(String id, Cycle cycle, int order, String version) {
		return new TinyPolicy(id, cycle, order, version);
	}

	static TinyPolicy yearly() {
		return new TinyPolicy("contribution-waiver", Cycle.YEAR, 50, "2013-01-01");
	}

	static TinyPolicy claims(String version) {
		return new TinyPolicy("medical-reimbursement", Cycle.CLAIM, 70, version);
	}

	/** By the items of a list. */
	static TinyPolicy over(String list, String id, int order) {
		return new TinyPolicy(id, Cycle.CLAIM, order, "2013-01-01", new Over(list));
	}

	static TinyPolicy claims() {
		return claims("2013-01-01");
	}

	/** Lines of {@code policy.yaml} beside title, basis and date. */
	public TinyPolicy header(String line) {
		this.header.add(line);
		return this;
	}

	/** A parameter, such as {@code line: 300.00 CNY}. */
	public TinyPolicy parameter(String name, String value, String unit) {
		this.parameters.add("  " + name + ": {value: " + value + ", unit: " + unit + ", basis: 第一条}");
		return this;
	}

	/** A parameter that is taken from a standard, such as {@code standards.line}. */
	TinyPolicy shared(String name, String from) {
		this.parameters.add("  " + name + ": {from: " + from + "}");
		return this;
	}

	/** The standards of the jurisdiction. */
	TinyPolicy standards(String yaml) {
		return standards(JURISDICTION.id(), yaml);
	}

	/** The standards of the jurisdiction, or of one that encloses it. */
	TinyPolicy standards(String owner, String yaml) {
		this.standards.put(owner, StandardsFile.read(owner, yaml.getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	PolicyFiles files() {
		return new PolicyFiles(JURISDICTION.id(), this.program.id(), this.version, bytes(),
				new Standards(JURISDICTION.id(), this.standards.values()));
	}

	/** A parameter whose bands stand in a file of their own. */
	TinyPolicy bands(String name) {
		return bands(name, "bands");
	}

	/** The same by something else or of something else. */
	TinyPolicy bands(String name, String unit) {
		this.parameters.add("  " + name + ": {unit: " + unit + ", basis: 第一条}");
		return this;
	}

	/** A rule file as it stands. */
	public TinyPolicy file(String path, String text) {
		this.rules.put(path, text);
		return this;
	}

	/** A file that is no text. */
	public TinyPolicy file(String path, byte[] bytes) {
		this.tables.put(path, bytes);
		return this;
	}

	/** One more rule of {@code rules.drl}. */
	public TinyPolicy rule(String name, String when, String then) {
		String rule = """
				rule "%s"
				    @en("%s")
				    @basis("试例办法第一条")
				when
				    %s
				then
				    %s
				end
				""".formatted(name, "Rule " + name, when, then);
		this.rules.merge("rules.drl", rule, String::concat);
		return this;
	}

	public CompiledPolicy compile() {
		return compile(ClassStore.NONE);
	}

	public CompiledPolicy compile(ClassStore kept) {
		return new PolicyCompiler().compile(files(), this.program, kept);
	}

	/** By another dictionary. */
	CompiledPolicy compile(PolicyCompiler compiler) {
		return compiler.compile(files(), this.program, ClassStore.NONE);
	}

	Program program() {
		return this.program;
	}

	/** The files of the version. */
	Map<String, byte[]> bytes() {
		Map<String, byte[]> files = new TreeMap<>();
		StringBuilder yaml = new StringBuilder("title: {zh: 试例, en: Example}\nbasis: 试例办法\neffectiveFrom: ")
			.append(this.version, 0, 10)
			.append('\n');
		this.header.forEach((line) -> yaml.append(line).append('\n'));
		if (!this.parameters.isEmpty()) {
			yaml.append("parameters:\n");
			this.parameters.forEach((line) -> yaml.append(line).append('\n'));
		}
		files.put("policy.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
		this.rules.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
		files.putAll(this.tables);
		return files;
	}

	/** What is wrong with a policy that must be refused. */
	List<Problem> problems() {
		return problems(new PolicyCompiler());
	}

	/** The same by another dictionary. */
	List<Problem> problems(PolicyCompiler compiler) {
		PolicyDefects defects = catchThrowableOfType(PolicyDefects.class, () -> compile(compiler));
		if (defects == null) {
			throw new AssertionError("the policy was accepted");
		}
		return defects.problems();
	}

	/** A shelf with this one version. */
	public Shelf shelf() {
		return new Shelf(JURISDICTION, List.of(compile()));
	}

}
