package org.huiling.policy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.Program;
import org.huiling.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Published versions ready to be evaluated: each is loaded when it is first needed, once,
 * however many ask for it at that moment.
 */
@Component
class CompiledPolicies {

	private static final Logger logger = LoggerFactory.getLogger(CompiledPolicies.class);

	private static final int SERVER_ERROR = 500;

	private final Map<VersionId, CompletableFuture<CompiledPolicy>> loaded = new ConcurrentHashMap<>();

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final RulesReport report;

	CompiledPolicies(PolicyStore store, PolicyCompiler compiler, ClassStore classes, RulesReport report) {
		this.store = store;
		this.compiler = compiler;
		this.classes = classes;
		this.report = report;
	}

	/**
	 * A published version.
	 * @param version which
	 * @param program the program it belongs to
	 * @return the version, compiled
	 * @throws Refusal with status 500, naming the version, if it can no longer be
	 * compiled; no other version ever answers in its place
	 */
	CompiledPolicy get(PublishedVersion version, Program program) {
		CompletableFuture<CompiledPolicy> mine = new CompletableFuture<>();
		CompletableFuture<CompiledPolicy> first = this.loaded.putIfAbsent(version.id(), mine);
		if (first == null) {
			load(version, program, mine);
			first = mine;
		}
		try {
			return first.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof PolicyDefects) {
				throw unusable(version);
			}
			throw ex;
		}
	}

	/** A version with defects keeps them; anything else may pass and is tried again. */
	private void load(PublishedVersion version, Program program, CompletableFuture<CompiledPolicy> result) {
		try {
			PolicyFiles files = this.store.files(version.id());
			if (!files.digest().equals(version.digest())) {
				throw new IllegalStateException("the stored files of " + version.id() + " are damaged");
			}
			result.complete(this.compiler.compile(files, program, this.classes));
		}
		catch (PolicyDefects ex) {
			logger.error("The published version {} can no longer be compiled:\n{}", version.id(), ex.getMessage());
			this.report.unusable(version.id(), ex);
			result.completeExceptionally(ex);
		}
		catch (RuntimeException | Error ex) {
			this.loaded.remove(version.id(), result);
			result.completeExceptionally(ex);
		}
	}

	private static Refusal unusable(PublishedVersion version) {
		VersionId id = version.id();
		return new Refusal(SERVER_ERROR, "POLICY_UNUSABLE", id.jurisdiction(), id.program(), id.version());
	}

}
