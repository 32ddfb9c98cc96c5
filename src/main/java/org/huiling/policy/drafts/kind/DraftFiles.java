package org.huiling.policy.drafts.kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.policy.drafts.store.DraftFault;

/**
 * Which files a draft takes: what the importer takes, of the kinds that a version is made
 * of. What is wrong inside of one is for the check to say.
 */
final class DraftFiles {

	private static final int MOST = 200;

	private static final List<String> KINDS = List.of(".yaml", ".drl", ".drl.csv", ".drl.xlsx", ".bands.csv", ".md",
			".txt");

	private DraftFiles() {
	}

	/**
	 * Refuses what cannot be a file of a version.
	 * @param compiler knows the limits
	 * @param before the files so far
	 * @param path the file's path
	 * @param content its bytes
	 */
	static void require(PolicyCompiler compiler, PolicyFiles before, String path, byte[] content) {
		PolicyFiles alone = new PolicyFiles(before.jurisdiction(), before.program(), before.version(),
				Map.of(path, content));
		for (Problem problem : compiler.limits(alone)) {
			if (problem.code().equals("FILE_NAME")) {
				throw DraftFault.FILE_NAME_NOT_ADMITTED.refusal("path");
			}
			if (problem.code().equals("TOO_LARGE")) {
				throw DraftFault.FILE_TOO_LARGE.refusal("path");
			}
		}
		String name = path.toLowerCase(Locale.ROOT);
		if (KINDS.stream().noneMatch(name::endsWith)) {
			throw DraftFault.FILE_KIND_UNKNOWN.refusal("path", String.join(", ", KINDS));
		}
		if (before.files().size() >= MOST && !before.files().containsKey(path)) {
			throw DraftFault.TOO_MANY_FILES.refusal("path", MOST);
		}
	}

}
