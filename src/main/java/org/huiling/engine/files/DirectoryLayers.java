package org.huiling.engine.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;

/**
 * Holds what lies in a directory of rules to {@link Layering}. Jurisdictions and programs
 * that cannot be read are told when they are read themselves.
 */
final class DirectoryLayers {

	private DirectoryLayers() {
	}

	/**
	 * Judges a program and its jurisdiction beside the others.
	 * @param owner the jurisdiction
	 * @param program the program, which may apply below
	 * @param directory where the jurisdiction lies
	 * @throws IOException if the directory cannot be read
	 * @throws PolicyDefects if a jurisdiction below pays in another currency than a
	 * program that applies there
	 */
	static void check(Jurisdiction owner, Program program, Path directory) throws IOException {
		Path rules = directory.toAbsolutePath().getParent();
		if (rules == null) {
			return;
		}
		Problems problems = new Problems();
		for (Path beside : JurisdictionDirectory.below(rules)) {
			Jurisdiction other = beside.equals(directory) ? null : JurisdictionDirectory.owner(beside);
			if (other != null && !other.currency().equals(owner.currency())) {
				tell(Program.FILE, Layering.conflict(other, owner, Set.of(program)), problems);
				tell(Jurisdiction.FILE, fromAbove(owner, other, beside), problems);
			}
		}
		problems.refuseErrors();
	}

	private static Optional<Layering> fromAbove(Jurisdiction owner, Jurisdiction other, Path directory) {
		return owner.isBelow(other) ? Layering.conflict(owner, other, JurisdictionDirectory.programs(directory, other))
				: Optional.empty();
	}

	private static void tell(String file, Optional<Layering> conflict, Problems problems) {
		conflict.map(Layering::words)
			.ifPresent((words) -> problems.error(FilePlace.of(file), "CURRENCY_BELOW", words.zh(), words.en()));
	}

}
