package org.huiling.policy.comparison;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import org.huiling.engine.files.PolicyFiles;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two versions.
 *
 * @param path inside the version's directory
 * @param change whether it was added, removed or changed, in that word
 * @param diff in unified form with three lines around; null for a file that is no text
 */
public record FileDiff(String path, String change, @Nullable String diff) {

	private static final int AROUND = 3;

	public static List<FileDiff> between(PolicyFiles before, PolicyFiles after) {
		List<FileDiff> differences = new ArrayList<>();
		ChangedFiles.between(before, after)
			.forEach((path, change) -> differences
				.add(new FileDiff(path, change, unified(path, before.files().get(path), after.files().get(path)))));
		return differences;
	}

	private static @Nullable String unified(String path, byte @Nullable [] before, byte @Nullable [] after) {
		List<String> old = lines(before);
		List<String> now = lines(after);
		if (old == null || now == null) {
			return null;
		}
		return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff((before != null) ? "a/" + path : "/dev/null",
				(after != null) ? "b/" + path : "/dev/null", old, DiffUtils.diff(old, now), AROUND)) + "\n";
	}

	/** The lines of a text, or null if the bytes are none. */
	private static @Nullable List<String> lines(byte @Nullable [] bytes) {
		if (bytes == null) {
			return List.of();
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().lines().toList();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
