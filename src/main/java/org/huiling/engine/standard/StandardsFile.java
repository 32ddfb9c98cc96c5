package org.huiling.engine.standard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.source.StandardsReader;
import org.huiling.engine.source.yaml.Problems;

/**
 * The standards of a jurisdiction, as its {@code standards.yaml} has them.
 *
 * @param jurisdiction the jurisdiction's id
 * @param standards by name, in the order of the file
 */
public record StandardsFile(String jurisdiction, Map<String, Standard> standards) {

	/** What the file is called, beside {@code jurisdiction.yaml}. */
	public static final String NAME = "standards.yaml";

	public StandardsFile {
		standards = Collections.unmodifiableMap(new LinkedHashMap<>(standards));
	}

	/**
	 * Reads a file that was checked before, whatever units the dictionary has now.
	 * @param jurisdiction the jurisdiction's id
	 * @param yaml the file
	 * @return the standards
	 * @throws PolicyDefects with every problem at its line
	 */
	public static StandardsFile read(String jurisdiction, byte[] yaml) {
		Problems problems = new Problems();
		StandardsFile file = new StandardsReader(problems, null).read(jurisdiction, yaml);
		problems.refuseErrors();
		return Objects.requireNonNull(file);
	}

}
