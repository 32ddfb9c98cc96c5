package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.OtherPrograms;
import org.huiling.engine.Program;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.RulesReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the versions in {@code rules/} that the database has not seen into it. Whatever
 * is wrong with one of them is reported and keeps none of the others out.
 */
public class RulesImport {

	private static final Logger logger = LoggerFactory.getLogger(RulesImport.class);

	private static final String VERSION_NAME = "\\d{4}-\\d{2}-\\d{2}(\\.([2-9]|[1-9]\\d+))?";

	private final RulesDirectory rules;

	private final FactFilesImport facts;

	private final OwnerImport owners;

	private final StandardsImport standards;

	private final VersionImport versions;

	private final RulesReport report;

	public RulesImport(RulesDirectory rules, FactFilesImport facts, OwnerImport owners, StandardsImport standards,
			VersionImport versions, RulesReport report) {
		this.standards = standards;
		this.rules = rules;
		this.facts = facts;
		this.owners = owners;
		this.versions = versions;
		this.report = report;
	}

	/**
	 * Imports what is new.
	 * @throws IOException if the directory cannot be read
	 */
	public void run() throws IOException {
		if (!Files.isDirectory(this.rules.root())) {
			logger.warn("There is no rules directory {}; set huiling.rules to it", this.rules.root());
			return;
		}
		this.facts.run();
		for (Path directory : this.rules.children(this.rules.root())) {
			Jurisdiction jurisdiction = FactFiles.isDirectory(directory) ? null : this.owners.jurisdiction(directory);
			if (jurisdiction != null) {
				this.standards.run(directory);
				importPrograms(directory, jurisdiction);
			}
		}
		this.versions.publishAll();
		this.report.findings()
			.forEach((finding) -> logger.error("{} {}: {}", finding.kind(), finding.place(), finding.message()));
	}

	/**
	 * Names the fact files and standards that differ from those in force, where nothing
	 * is imported.
	 * @throws IOException if the files cannot be read
	 */
	public void tell() throws IOException {
		this.facts.tell();
		for (Path directory : this.rules.children(this.rules.root())) {
			this.standards.tell(directory);
		}
		this.report.findings()
			.forEach((finding) -> logger.warn("{} {}: {}", finding.kind(), finding.place(), finding.message()));
	}

	private void importPrograms(Path parent, Jurisdiction jurisdiction) throws IOException {
		for (Path directory : this.rules.children(parent)) {
			Program program = this.owners.program(directory, jurisdiction);
			if (program != null) {
				importVersions(directory, jurisdiction, program);
			}
		}
	}

	private void importVersions(Path parent, Jurisdiction jurisdiction, Program program) throws IOException {
		List<Path> directories = this.rules.children(parent);
		for (Path directory : directories) {
			String name = directory.getFileName().toString();
			if (!name.matches(VERSION_NAME)) {
				this.report.broken(this.rules.place(directory),
						"a version's directory is named by the day it takes effect, such as 2013-01-01 or,"
								+ " for a correction, 2013-01-01.2");
				continue;
			}
			try {
				this.versions.take(new PolicyFiles(jurisdiction.id(), program.id(), name, this.rules.files(directory)),
						program, OtherPrograms.in(jurisdiction, this.rules.root().resolve(jurisdiction.id())));
			}
			catch (PolicyDefects ex) {
				this.report.broken(this.rules.place(directory), ex);
			}
		}
	}

}
