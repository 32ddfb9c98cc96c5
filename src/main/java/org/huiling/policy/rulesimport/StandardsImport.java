package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.standard.StandardsFiles;
import org.huiling.policy.RulesReport;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublishing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the standards of the rules directory that were never in force into the database,
 * before the versions that may go by them. What would change something published is
 * reported by name, and the standards in force stay.
 */
public class StandardsImport {

	private static final Logger logger = LoggerFactory.getLogger(StandardsImport.class);

	/** Others may publish while this instance starts. */
	private static final int ATTEMPTS = 5;

	private final StandardsStore standards;

	private final StandardsCheck checks;

	private final StandardsPublishing publishing;

	private final RulesReport report;

	public StandardsImport(StandardsStore standards, StandardsCheck checks, StandardsPublishing publishing,
			RulesReport report) {
		this.standards = standards;
		this.checks = checks;
		this.publishing = publishing;
		this.report = report;
	}

	/**
	 * Imports what is new of a jurisdiction.
	 * @param directory its directory
	 * @throws IOException if its file cannot be read
	 */
	void run(Path directory) throws IOException {
		Path file = StandardsFiles.file(directory);
		if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		String jurisdiction = directory.getFileName().toString();
		byte[] content = StandardsFiles.bytes(directory);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (this.standards.wasInForce(jurisdiction, content)) {
				return;
			}
			StandardsCheck.Checked checked = this.checks.check(jurisdiction, content, List.of());
			List<Problem> errors = checked.report()
				.problems()
				.stream()
				.filter((problem) -> problem.severity() == Severity.ERROR)
				.toList();
			if (!errors.isEmpty()) {
				this.report.broken(jurisdiction, new PolicyDefects(errors));
				return;
			}
			if (this.publishing.publish(checked, null).isPresent()) {
				logger.info("Published the standards of {}", jurisdiction);
				return;
			}
		}
		this.report.refused(jurisdiction + "/" + file.getFileName(),
				"facts or policies were published again and again meanwhile; it is taken in at the next start");
	}

	/**
	 * Names the standards that differ from those in force, where nothing is imported.
	 * @param directory the directory of a jurisdiction
	 * @throws IOException if its file cannot be read
	 */
	void tell(Path directory) throws IOException {
		Path file = StandardsFiles.file(directory);
		String jurisdiction = directory.getFileName().toString();
		if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
				&& !this.standards.wasInForce(jurisdiction, StandardsFiles.bytes(directory))) {
			this.report.refused(jurisdiction + "/" + file.getFileName(),
					"the file differs from the one in force, which stays: publish it by a draft, or start with"
							+ " huiling.rules-import=ALWAYS");
		}
	}

}
