package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions that see different facts under the same names are compiled by several threads
 * at once, as at the first start, and none hears of another's.
 */
class ParallelBuildsTests {

	private static final int TURNS = 6;

	private static final List<String> VERSIONS = List.of("low-income-top-up/2012-01-01", "living-subsidy/2013-01-01",
			"old-age-allowance/2013-01-01", "home-care-service/2013-07-01", "hardship-relief/2013-07-01",
			"contribution-waiver/2012-01-01");

	@Test
	void versionsThatSeeDifferentFactsAreCompiledAtOnce() throws Exception {
		List<Callable<String>> work = new ArrayList<>();
		for (int turn = 0; turn < TURNS; turn++) {
			VERSIONS.forEach((version) -> work.add(() -> defects(version)));
		}
		assertThat(all(work)).containsOnly("");
	}

	private static String defects(String version) throws IOException {
		VersionDirectory directory = VersionDirectory.read(Path.of("rules/model-district", version));
		try {
			new PolicyCompiler().compile(directory.files(), directory.program(), ClassStore.NONE);
			return "";
		}
		catch (PolicyDefects defects) {
			return version + " " + defects.problems();
		}
	}

	private static List<String> all(List<Callable<String>> work) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<String> found = new ArrayList<>();
			for (Future<String> one : threads.invokeAll(work)) {
				found.add(one.get());
			}
			return found;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
