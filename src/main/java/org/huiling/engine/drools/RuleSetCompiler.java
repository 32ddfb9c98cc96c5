package org.huiling.engine.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.drools.model.Model;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.drools.build.BuildKey;
import org.huiling.engine.drools.build.ClassBundle;
import org.huiling.engine.drools.build.ClassGuard;
import org.huiling.engine.drools.build.DroolsBuild;
import org.huiling.engine.drools.build.FacadeWriter;
import org.huiling.engine.drools.build.ParametersOfADay;
import org.huiling.engine.drools.build.RuleClassLoader;
import org.huiling.engine.drools.condition.FactBinder;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.UsedWords;
import org.huiling.engine.drools.reading.LaterDefinitions;
import org.huiling.engine.drools.reading.RuleFileReader;
import org.huiling.engine.drools.reading.RuleSource;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.table.RuleTable;
import org.huiling.facts.Subject;
import org.huiling.facts.words.Facades;
import org.jspecify.annotations.Nullable;

/**
 * Compiles, guards and loads the rules of a version: nothing made of a file's text is
 * loaded before the guard has passed it.
 */
public final class RuleSetCompiler {

	private RuleSetCompiler() {
	}

	/**
	 * Compiles, guards and loads the rules of a version, or loads what was compiled
	 * before.
	 * @param files the version's files
	 * @param header what {@code policy.yaml} says, with the source of its parameters
	 * @param problems takes everything that is wrong
	 * @param kept where compiled classes are kept
	 * @param vocabulary the words there are
	 * @return the rules, or null if there are problems
	 */
	public static @Nullable RuleSet compile(PolicyFiles files, HeaderReader.Read header, Problems problems,
			ClassStore kept, RuleVocabulary vocabulary) {
		Map<String, RuleSource> sources = sources(files, problems);
		Names names = new Names(header.types(), units(header), header.given(), uses(header), vocabulary, problems);
		RuleFileReader reader = new RuleFileReader(names, problems);
		sources.values().forEach(reader::read);
		if (problems.hasErrors()) {
			return null;
		}
		String policy = Yaml.text(HeaderReader.FILE, files.files().getOrDefault(HeaderReader.FILE, new byte[0]),
				problems);
		RuleLines lines = new RuleLines(HeaderReader.FILE, (policy != null) ? policy : "");
		names.warnOfUnused(lines);
		names.warnOfUnread(lines);
		LaterDefinitions.refuse(header.header(), names.facts(), vocabulary.dictionary(), problems);
		if (problems.hasErrors()) {
			return null;
		}
		String digest = files.digest().substring("sha256:".length());
		UsedWords used = UsedWords.of(names.facts(), vocabulary);
		Map<String, Set<String>> codes = FacadeWriter.codes(texts(sources, header), vocabulary);
		List<String> words = vocabulary.signature(names.facts());
		words.add(codes.toString());
		if (!RuleVocabulary.CLAIM.equals(vocabulary.claim())) {
			words.add("over " + vocabulary.over());
		}
		if (header.header().parameters().stream().anyMatch((one) -> one.from() != null)) {
			// its files do not say what these are
			words.add("parameters " + header.constants() + header.later());
		}
		if (vocabulary.dictionary().subject() != Subject.PERSON) {
			words.add("subject " + vocabulary.subject());
		}
		String key = BuildKey.of(digest, words);
		Map<String, byte[]> classes = kept(kept, key);
		if (classes == null) {
			List<String> constants = new ArrayList<>(List.of(header.constants()));
			header.later().forEach((one) -> constants.add(one.constants()));
			classes = new DroolsBuild(vocabulary, problems).compile(sources, constants,
					FacadeWriter.write(vocabulary, used, codes));
			guard(classes, sources, problems);
			if (problems.hasErrors()) {
				return null;
			}
			kept.keep(key, ClassBundle.write(key, classes));
		}
		else {
			guard(classes, sources, problems);
		}
		return problems.hasErrors() ? null : load(classes, reader, used, vocabulary, header.later());
	}

	private static Map<String, String> units(HeaderReader.Read header) {
		Map<String, String> units = new HashMap<>();
		header.header()
			.parameters()
			.forEach((one) -> units.put(one.name(),
					(one.value() instanceof Map<?, ?> thing && one.unit().equals("thing"))
							? String.valueOf(thing.get("of")) : one.unit()));
		return units;
	}

	private static List<String> uses(HeaderReader.Read header) {
		return header.header().uses().stream().map(PolicyHeader.OtherProgram::id).toList();
	}

	private static List<String> texts(Map<String, RuleSource> sources, HeaderReader.Read header) {
		List<String> texts = new ArrayList<>();
		sources.values().forEach((source) -> texts.add(source.tokens().bare()));
		texts.add(header.constants());
		header.later().forEach((one) -> texts.add(one.constants()));
		return texts;
	}

	/**
	 * Reads the rules of a version without compiling them, for the facts that they name.
	 * @param files the version's files
	 * @param header what {@code policy.yaml} says
	 * @param problems takes everything that is wrong
	 * @param vocabulary the words there are
	 * @return such as {@code Applicant.household.size} and {@code Claim.stay}
	 */
	public static Set<String> facts(PolicyFiles files, HeaderReader.Read header, Problems problems,
			RuleVocabulary vocabulary) {
		Names names = new Names(header.types(), units(header), header.given(), uses(header), vocabulary, problems);
		RuleFileReader reader = new RuleFileReader(names, problems);
		sources(files, problems).values().forEach(reader::read);
		return names.facts();
	}

	private static Map<String, RuleSource> sources(PolicyFiles files, Problems problems) {
		Map<String, RuleSource> sources = new LinkedHashMap<>();
		files.files().forEach((path, bytes) -> {
			RuleSource source = read(path, bytes, problems);
			if (source != null) {
				sources.put(path, source);
			}
		});
		if (sources.isEmpty() && !problems.hasErrors()) {
			problems.error(FilePlace.of("policy.yaml"), "NO_RULES", "没有规则文件（.drl、.drl.csv、.drl.xlsx）",
					"there is no rule file (.drl, .drl.csv, .drl.xlsx)");
		}
		return sources;
	}

	/** Whatever a reader does not expect is a defect of its file. */
	private static @Nullable RuleSource read(String path, byte[] bytes, Problems problems) {
		try {
			return source(path, bytes, problems);
		}
		catch (RuntimeException ex) {
			problems.error(FilePlace.of(path), "DRL_SYNTAX", "无法读取规则文件", "the rule file cannot be read");
			return null;
		}
	}

	private static @Nullable RuleSource source(String path, byte[] bytes, Problems problems) {
		if (path.endsWith(".drl")) {
			String text = Yaml.text(path, bytes, problems);
			return (text != null) ? RuleSource.of(path, text) : null;
		}
		RuleTable table = RuleTable.read(path, bytes, problems);
		return (table != null) ? RuleSource.of(path, table) : null;
	}

	/** What was kept, unless it is damaged or another version's. */
	private static @Nullable Map<String, byte[]> kept(ClassStore store, String key) {
		byte[] bytes = store.find(key);
		if (bytes == null) {
			return null;
		}
		try {
			Map<String, byte[]> classes = ClassBundle.read(key, bytes);
			return (models(classes).size() == 1) ? classes : null;
		}
		catch (java.io.UncheckedIOException damaged) {
			return null;
		}
	}

	private static void guard(Map<String, byte[]> classes, Map<String, RuleSource> sources, Problems problems) {
		ClassGuard.judge(classes, (name) -> {
			String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
			RuleSource source = sources.values()
				.stream()
				.filter((one) -> one.lines().contains(simple))
				.findFirst()
				.orElse(sources.values().iterator().next());
			problems.error(source.lines().find(simple, 1), "FORBIDDEN_CODE", "规则中不允许使用 " + simple,
					"rules may not use " + simple);
		});
	}

	private static RuleSet load(Map<String, byte[]> classes, RuleFileReader read, UsedWords used,
			RuleVocabulary vocabulary, List<HeaderReader.Later> later) {
		NavigableMap<LocalDate, RuleSet.Later> others = new TreeMap<>();
		for (int i = 1; i <= later.size(); i++) {
			int day = i;
			others.put(later.get(i - 1).from(), new RuleSet.Later(
					() -> load(ParametersOfADay.of(classes, day), read, used, vocabulary, new TreeMap<>())));
		}
		return load(classes, read, used, vocabulary, others);
	}

	private static RuleSet load(Map<String, byte[]> classes, RuleFileReader read, UsedWords used,
			RuleVocabulary vocabulary, NavigableMap<LocalDate, RuleSet.Later> later) {
		RuleClassLoader loader = new RuleClassLoader(classes);
		List<String> models = models(classes);
		if (models.size() != 1) {
			throw new IllegalStateException("expected one model, found " + models.size());
		}
		try {
			Facades facades = (Facades) instance(loader, DroolsBuild.PACKAGE.replace('.', '/') + "/Facades.class");
			return new RuleSet(List.copyOf(read.rules()), List.copyOf(read.meanings()),
					(Model) instance(loader, models.get(0)), loader.loadClass(DroolsBuild.PACKAGE + ".P"), loader,
					new FactBinder(facades, used, vocabulary.over(), vocabulary.declared()), vocabulary, used, later);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("the parameters cannot be loaded", ex);
		}
	}

	/** Paths of the classes that hold a model of the package's rules. */
	private static List<String> models(Map<String, byte[]> classes) {
		String prefix = DroolsBuild.PACKAGE.replace('.', '/') + "/Rules";
		return classes.keySet()
			.stream()
			.filter((path) -> path.startsWith(prefix) && !path.contains("RuleMethods") && !path.contains("$"))
			.toList();
	}

	private static Object instance(RuleClassLoader loader, String path) {
		try {
			String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
			return loader.loadClass(name).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("the compiled rules cannot be loaded", ex);
		}
	}

}
