package org.huiling.policy.rulesimport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.policy.PolicyPublisher;
import org.huiling.policy.PolicyStore;
import org.huiling.policy.PublishedVersion;
import org.huiling.policy.RulesReport;
import org.huiling.policy.VersionId;
import org.huiling.policy.comparison.ChangedFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports versions: one that the database has not seen is compiled and published, one
 * that it has is compared.
 */
public class VersionImport {

	private static final Logger logger = LoggerFactory.getLogger(VersionImport.class);

	private final PolicyStore store;

	private final PolicyPublisher publisher;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final RulesReport report;

	private final Clock clock;

	private final Map<VersionId, PublishedVersion> published;

	private final List<Callable<Compilation>> waiting = new ArrayList<>();

	public VersionImport(PolicyStore store, PolicyPublisher publisher, PolicyCompiler compiler, ClassStore classes,
			RulesReport report, Clock clock) {
		this.store = store;
		this.publisher = publisher;
		this.compiler = compiler;
		this.classes = classes;
		this.report = report;
		this.clock = clock;
		this.published = store.versions().stream().collect(Collectors.toMap(PublishedVersion::id, Function.identity()));
	}

	/**
	 * Takes a version in, to be published with all others.
	 * @param files its files
	 * @param program the program it belongs to
	 * @param jurisdiction whose it is
	 */
	void take(PolicyFiles files, Program program, Jurisdiction jurisdiction) {
		VersionId id = new VersionId(files.jurisdiction(), files.program(), files.version());
		PublishedVersion known = this.published.get(id);
		if (known == null) {
			this.waiting.add(() -> compile(id, files, program, jurisdiction));
		}
		else if (!known.digest().equals(files.digest())) {
			ChangedFiles.between(this.store.files(id), files)
				.forEach((file, change) -> this.report.refused(id + "/" + file,
						"the file was " + change
								+ " after the version was published; what was published stays in force."
								+ " To change a policy, add a version or a correction such as " + id.version() + ".2"));
		}
	}

	/** Compiles what was taken in, on all processors, and publishes it in order. */
	void publishAll() {
		ExecutorService executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
		try {
			for (Future<Compilation> result : executor.invokeAll(this.waiting)) {
				publish(result.get());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while importing policies", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("policies cannot be imported", ex.getCause());
		}
		finally {
			executor.shutdownNow();
		}
	}

	/** A version whose own examples come out otherwise is not what its authors meant. */
	private Compilation compile(VersionId id, PolicyFiles files, Program program, Jurisdiction jurisdiction) {
		try {
			CompiledPolicy policy = this.compiler.compile(files, program, this.classes);
			this.compiler.verifyExamples(policy, files, jurisdiction);
			return new Compilation(id, files, policy.header(), policy.facts().dictionary().revision(), null);
		}
		catch (PolicyDefects ex) {
			return new Compilation(id, files, null, 0, ex);
		}
	}

	private void publish(Compilation compiled) {
		PolicyHeader header = compiled.header();
		if (header != null) {
			Instant knownSince = PolicyPublisher.knownSince(header, this.clock.getZone());
			this.publisher.publish(compiled.files(), header, knownSince, compiled.dictionary());
			logger.info("Published {} ({})", compiled.id(), header.title().zh());
		}
		if (compiled.defects() != null) {
			this.report.broken(compiled.id().toString(), compiled.defects());
		}
	}

	/** What came of a version: a header, or defects. */
	private record Compilation(VersionId id, PolicyFiles files, @Nullable PolicyHeader header, int dictionary,
			@Nullable PolicyDefects defects) {
	}

}
