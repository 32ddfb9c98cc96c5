package org.huiling.applicant.register.lists;

/** Paths as a line of a list has them: without the {@code facts} of a record. */
final class LinePath {

	private static final String FACTS = "facts.";

	private LinePath() {
	}

	static String of(String path) {
		return path.startsWith(FACTS) ? path.substring(FACTS.length()) : path;
	}

}
