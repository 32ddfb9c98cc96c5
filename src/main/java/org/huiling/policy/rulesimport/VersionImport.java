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

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.OtherPrograms;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.comparison.ChangedFiles;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports versions: one that the database has not seen is compiled and published, one
 * that it has is compared.
 */
public class VersionImport {

	private static final Logger logger = LoggerFactory.getLogger(VersionImport.class);

	/** Others may put facts in force while this instance starts. */
	private static final int ATTEMPTS = 5;

	private final PolicyStore store;

	private final PublishedPolicyWriter writer;

	private final PolicyCompiler compiler;

	private final DictionaryInForce dictionary;

	private final ClassStore classes;

	private final RulesReport report;

	private final Clock clock;

	private final Map<VersionId, PublishedVersion> published;

	private final List<Callable<Compilation>> waiting = new ArrayList<>();

	public VersionImport(PolicyStore store, PublishedPolicyWriter writer, PolicyCompiler compiler,
			DictionaryInForce dictionary, ClassStore classes, RulesReport report, Clock clock) {
		this.dictionary = dictionary;
		this.store = store;
		this.writer = writer;
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
	 * @param others the other programs of its jurisdiction
	 */
	void take(PolicyFiles files, Program program, OtherPrograms others) {
		VersionId id = new VersionId(files.jurisdiction(), files.program(), files.version());
		PublishedVersion known = this.published.get(id);
		if (known == null) {
			this.waiting.add(() -> compile(new Taken(id, files, program, others)));
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
	private Compilation compile(Taken taken) {
		PolicyFiles files = taken.files().with(this.store.standards(taken.id().jurisdiction()));
		try {
			CompiledPolicy policy = this.compiler.compile(files, taken.program(), this.classes);
			WorkedExamples.verify(this.compiler, policy, files, taken.others());
			return new Compilation(taken, files, policy.header(), policy.facts().dictionary().revision(), null);
		}
		catch (PolicyDefects ex) {
			return new Compilation(taken, files, null, 0, ex);
		}
	}

	/** Once more, if it was compiled by facts that are no longer those in force. */
	private void publish(Compilation first) {
		Compilation compiled = first;
		for (int attempt = 1; !publishes(compiled); attempt++) {
			if (attempt == ATTEMPTS) {
				this.report.broken(compiled.taken().id().toString(),
						"facts or standards were published again and again meanwhile; it is taken in at the next start");
				return;
			}
			this.dictionary.refresh();
			compiled = compile(compiled.taken());
		}
		if (compiled.defects() != null) {
			this.report.broken(compiled.taken().id().toString(), compiled.defects());
		}
	}

	/** Whether nothing is left to do about it. */
	private boolean publishes(Compilation compiled) {
		PolicyHeader header = compiled.header();
		if (header == null) {
			return true;
		}
		Instant knownSince = PublishedPolicyWriter.knownSince(header, this.clock.getZone());
		boolean done = this.writer.publish(compiled.files(), header, knownSince, compiled.dictionary());
		if (done) {
			logger.info("Published {} ({})", compiled.taken().id(), header.title().zh());
		}
		return done;
	}

	/** A version that was taken in. */
	private record Taken(VersionId id, PolicyFiles files, Program program, OtherPrograms others) {
	}

	/** What came of a version: a header, or defects. */
	private record Compilation(Taken taken, PolicyFiles files, @Nullable PolicyHeader header, int dictionary,
			@Nullable PolicyDefects defects) {
	}

}
