package org.huiling.engine.comparison;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.ParameterNumber;

/**
 * 变动参数: a version with one of its numbers set to another, as if it had been written so,
 * for those who ask where a line should be drawn.
 */
public final class VariedParameter {

	private VariedParameter() {
	}

	/**
	 * Sets a parameter.
	 * @param files of a version
	 * @param parameter its name
	 * @param value the other value; for all days where it changes by date
	 * @return the files with it; none if the version has no such parameter, or one that
	 * is no number
	 */
	public static Optional<PolicyFiles> set(PolicyFiles files, String parameter, BigDecimal value) {
		byte[] header = files.files().get(HeaderReader.FILE);
		byte[] changed = (header != null) ? ParameterNumber.set(header, parameter, value) : null;
		if (changed == null) {
			return Optional.empty();
		}
		Map<String, byte[]> others = new TreeMap<>(files.files());
		others.put(HeaderReader.FILE, changed);
		return Optional.of(new PolicyFiles(files.jurisdiction(), files.program(), files.version(), others)
			.with(files.standards()));
	}

}
