package org.huiling.policy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.published.VersionId;

import org.springframework.stereotype.Component;

/**
 * What is wrong with the rules on disk or in the database, for the log and for the health
 * details.
 */
@Component
public class RulesReport {

	private final List<Finding> findings = new CopyOnWriteArrayList<>();

	/**
	 * Notes a directory whose content differs from what was published under its name.
	 * @param place the path of the file, from the rules directory
	 * @param message what differs
	 */
	public void refused(String place, String message) {
		this.findings.add(new Finding(Kind.REFUSED, place, message));
	}

	/**
	 * Notes files that cannot be used.
	 * @param directory the path from the rules directory
	 * @param defects what is wrong with them
	 */
	public void broken(String directory, PolicyDefects defects) {
		defects.problems()
			.forEach((problem) -> this.findings.add(new Finding(Kind.BROKEN,
					directory + "/" + problem.file() + ":" + problem.line(), problem.toString())));
	}

	public void broken(String place, String message) {
		this.findings.add(new Finding(Kind.BROKEN, place, message));
	}

	/**
	 * Notes a published version that this program can no longer compile.
	 * @param version the version
	 * @param defects why
	 */
	public void unusable(VersionId version, PolicyDefects defects) {
		this.findings.add(new Finding(Kind.UNUSABLE, version.toString(), String.valueOf(defects.getMessage())));
	}

	public List<Finding> findings() {
		return List.copyOf(this.findings);
	}

	/** What became of what was found. */
	public enum Kind {

		/** It differs from what was published; what was published stays in force. */
		REFUSED,

		/** It was not imported. */
		BROKEN,

		/** It is published and cannot be evaluated any more. */
		UNUSABLE

	}

	/**
	 * One thing that is wrong.
	 *
	 * @param kind what became of it
	 * @param place the file and line, from the rules directory
	 * @param message what is wrong
	 */
	public record Finding(Kind kind, String place, String message) {
	}

}
