package org.huiling.policy.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.files.PolicyFiles;

/** Which files differ between two sets that bear the same name. */
public final class ChangedFiles {

	private ChangedFiles() {
	}

	/**
	 * Compares two sets of files.
	 * @param before the earlier one
	 * @param after the later one
	 * @return {@code added}, {@code removed} or {@code changed} by path
	 */
	public static Map<String, String> between(PolicyFiles before, PolicyFiles after) {
		Map<String, String> changes = new TreeMap<>();
		before.files().keySet().forEach((path) -> changes.put(path, "removed"));
		after.files().forEach((path, bytes) -> {
			byte[] old = before.files().get(path);
			if (old == null) {
				changes.put(path, "added");
			}
			else if (Arrays.equals(old, bytes)) {
				changes.remove(path);
			}
			else {
				changes.put(path, "changed");
			}
		});
		return changes;
	}

}
