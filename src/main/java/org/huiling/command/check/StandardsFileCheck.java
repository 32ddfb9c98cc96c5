package org.huiling.command.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.standard.StandardsFiles;
import org.huiling.engine.standard.StandardsReading;

/**
 * Judges a {@code standards.yaml}: the file itself, and the worked examples of every
 * version below the rules directory that goes by one of its standards.
 */
final class StandardsFileCheck {

	private final Path jurisdiction;

	private final List<Problem> problems = new ArrayList<>();

	StandardsFileCheck(Path file) {
		this.jurisdiction = Objects.requireNonNull(file.getParent());
	}

	CheckReport report() throws IOException {
		PolicyCompiler compiler = PolicyCompiler.beside(this.jurisdiction.resolve("program/version"));
		StandardsReading standards = compiler.standards(this.jurisdiction.getFileName().toString(),
				StandardsFiles.bytes(this.jurisdiction));
		this.problems.addAll(standards.problems());
		Path rules = this.jurisdiction.getParent();
		if (!standards.hasErrors() && rules != null) {
			for (Path version : versions(rules)) {
				run(compiler, version, this.jurisdiction.getFileName().toString());
			}
		}
		return new CheckReport(this.problems, List.of(), List.of(), List.of());
	}

	private void run(PolicyCompiler compiler, Path version, String owner) throws IOException {
		String seen = "../" + this.jurisdiction.relativize(version).toString().replace('\\', '/');
		try {
			VersionDirectory directory = VersionDirectory.read(version);
			PolicyFiles files = directory.files();
			if (files.standardsUsed().stream().noneMatch((one) -> one.startsWith(owner + "/"))) {
				return;
			}
			WorkedExamples
				.verify(compiler, compiler.compile(files, directory.program(), ClassStore.NONE), files,
						directory.others())
				.forEach((problem) -> this.problems.add(problem.in(seen)));
		}
		catch (PolicyDefects defects) {
			defects.problems().forEach((problem) -> this.problems.add(problem.in(seen)));
		}
	}

	private static List<Path> versions(Path rules) throws IOException {
		try (Stream<Path> paths = Files.walk(rules, 3)) {
			return paths.filter((path) -> path.getNameCount() == rules.getNameCount() + 3)
				.filter((path) -> Files.isRegularFile(path.resolve("policy.yaml")))
				.sorted()
				.toList();
		}
	}

}
