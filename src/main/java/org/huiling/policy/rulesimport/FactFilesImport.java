package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.policy.RulesReport;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the fact files of the rules directory that were never in force into the database
 * as the next revision of the dictionary, before the versions that may use their facts.
 * What takes something away from those who use it is reported by name, and the dictionary
 * in force stays.
 */
public class FactFilesImport {

	private static final Logger logger = LoggerFactory.getLogger(FactFilesImport.class);

	/** Others may publish while this instance starts. */
	private static final int ATTEMPTS = 5;

	private final Path directory;

	private final DictionaryInForce dictionary;

	private final FactFileCheck checks;

	private final FactFilePublishing publishing;

	private final RulesReport report;

	/**
	 * An import.
	 * @param directory of the fact files, such as {@code rules/facts}
	 * @param dictionary the one in force
	 * @param checks judges what differs
	 * @param publishing puts it in force
	 * @param report takes what is refused
	 */
	public FactFilesImport(Path directory, DictionaryInForce dictionary, FactFileCheck checks,
			FactFilePublishing publishing, RulesReport report) {
		this.directory = directory;
		this.dictionary = dictionary;
		this.checks = checks;
		this.publishing = publishing;
		this.report = report;
	}

	/**
	 * Imports what is new.
	 * @throws IOException if the files cannot be read
	 */
	void run() throws IOException {
		Map<String, byte[]> open = fresh();
		// what another instance has published since is in force here, too
		this.dictionary.refresh();
		while (!open.isEmpty()) {
			Map<String, List<Problem>> problems = new LinkedHashMap<>();
			if (isTaken(open) || isTaken(withoutWrong(open)) || isOneTaken(open, problems)) {
				// what is in force now may be what another one waited for
				open = neverInForce(open);
				continue;
			}
			problems.forEach((file, all) -> this.report.broken(FactFiles.DIRECTORY, new PolicyDefects(all)));
			return;
		}
	}

	/** Whether something of it came into force, and will not be tried again. */
	private boolean isTaken(Map<String, byte[]> files) {
		return !files.isEmpty() && publish(files).isEmpty() && neverInForce(files).isEmpty();
	}

	/** Those that nothing is said against where all are taken together. */
	private Map<String, byte[]> withoutWrong(Map<String, byte[]> files) {
		Map<String, byte[]> right = new TreeMap<>(files);
		right.keySet().removeAll(publish(files).stream().map(Problem::file).toList());
		return (right.size() < files.size()) ? right : Map.of();
	}

	/** One that is wrong keeps none of the others out. */
	private boolean isOneTaken(Map<String, byte[]> files, Map<String, List<Problem>> problems) {
		boolean any = false;
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			Map<String, byte[]> one = Map.of(file.getKey(), file.getValue());
			List<Problem> own = publish(one);
			if (!own.isEmpty()) {
				problems.put(file.getKey(), own);
			}
			any |= own.isEmpty() && neverInForce(one).isEmpty();
		}
		return any;
	}

	/**
	 * Names the files that differ from those in force, where nothing is imported.
	 * @throws IOException if the files cannot be read
	 */
	void tell() throws IOException {
		for (String name : fresh().keySet()) {
			this.report.refused(FactFiles.DIRECTORY + "/" + name,
					"the file differs from the one in force, which stays: publish it by a draft, or start with"
							+ " huiling.rules-import=ALWAYS");
		}
	}

	/** A file that was in force once is an old one. */
	private Map<String, byte[]> fresh() throws IOException {
		boolean begun = FactFiles.isDirectory(this.directory) && this.dictionary.revision().number() > 0;
		return begun ? neverInForce(FactFiles.read(this.directory).files()) : Map.of();
	}

	/** What keeps the files out; none if they are in force. */
	private List<Problem> publish(Map<String, byte[]> files) {
		String names = String.join(", ", files.keySet());
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Map<String, byte[]> open = neverInForce(files);
			if (open.isEmpty()) {
				// another instance was faster
				return List.of();
			}
			FactFileCheck.Checked checked = this.checks.check(open, null, new ArrayList<>());
			List<Problem> errors = checked.report()
				.problems()
				.stream()
				.filter((problem) -> problem.severity() == Severity.ERROR)
				.toList();
			if (!errors.isEmpty()) {
				return errors;
			}
			boolean done = this.publishing.publish(checked, names, null).isPresent();
			this.dictionary.refresh();
			if (done) {
				logger.info("Published the fact files {}", names);
				return List.of();
			}
		}
		files.keySet()
			.forEach((name) -> this.report.refused(FactFiles.DIRECTORY + "/" + name,
					"facts or policies were published again and again meanwhile; it is taken in at the next start"));
		return List.of();
	}

	private Map<String, byte[]> neverInForce(Map<String, byte[]> files) {
		Map<String, byte[]> never = new TreeMap<>();
		files.forEach((name, content) -> {
			if (!this.dictionary.wasInForce(name, content)) {
				never.put(name, content);
			}
		});
		return never;
	}

}
