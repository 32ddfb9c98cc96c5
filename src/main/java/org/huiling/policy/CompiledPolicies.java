package org.huiling.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.Standards;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;
import org.huiling.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Published versions ready to be evaluated: each is loaded when it is first needed, once,
 * however many ask for it at that moment, and dropped when nobody has asked for it for
 * long or too many are kept.
 */
@Component
public class CompiledPolicies {

	private static final Logger logger = LoggerFactory.getLogger(CompiledPolicies.class);

	private static final int SERVER_ERROR = 500;

	/** Far more versions than assessments of one year touch. */
	private static final int MOST = 500;

	private static final Duration UNUSED = Duration.ofHours(6);

	/** What a version names does not change; versions are some thousands at most. */
	private final Map<Content, Set<String>> standards = new ConcurrentHashMap<>();

	private final Cache<Key, CompletableFuture<CompiledPolicy>> loaded;

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final RulesReport report;

	@Autowired
	public CompiledPolicies(PolicyStore store, PolicyCompiler compiler, ClassStore classes, RulesReport report) {
		this(store, compiler, classes, report, MOST);
	}

	public CompiledPolicies(PolicyStore store, PolicyCompiler compiler, ClassStore classes, RulesReport report,
			int most) {
		this.loaded = Caffeine.newBuilder()
			.maximumSize(most)
			.expireAfterAccess(UNUSED)
			.scheduler(Scheduler.systemScheduler())
			.build();
		this.store = store;
		this.compiler = compiler;
		this.classes = classes;
		this.report = report;
	}

	/**
	 * What a loaded version is known by. Equal files in two programs are two policies,
	 * since a program's cycle and unit decide what the rules mean; a renamed program is
	 * loaded anew.
	 *
	 * @param version its name
	 * @param digest of its files
	 * @param program the program as it is now
	 * @param standards those that it goes by
	 */
	private record Key(VersionId version, String digest, Program program, String standards) {
	}

	/** A version known by its files alone. */
	private record Content(VersionId version, String digest) {
	}

	/**
	 * A published version. Whoever holds it keeps it, also after it was dropped here.
	 * @param version which
	 * @param program the program it belongs to
	 * @param standards what its parameters may be taken from
	 * @return the version, compiled
	 * @throws Refusal with status 500, naming the version, if its files are not what was
	 * published or can no longer be compiled; no other version ever answers in its place
	 */
	public CompiledPolicy get(PublishedVersion version, Program program, Standards standards) {
		CompletableFuture<CompiledPolicy> mine = new CompletableFuture<>();
		Key key = new Key(version.id(), version.digest(), program, standards.digest(standardsOf(version)));
		CompletableFuture<CompiledPolicy> first = this.loaded.asMap().putIfAbsent(key, mine);
		if (first == null) {
			load(version, key, standards, mine);
			first = mine;
		}
		try {
			return first.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof PolicyDefects || ex.getCause() instanceof Refusal) {
				throw unusable(version);
			}
			throw ex;
		}
	}

	/**
	 * What a published version says of itself, without its rules.
	 * @param version which
	 * @return as it was published
	 * @throws PolicyDefects if it can no longer be read
	 */
	public PolicyHeader header(VersionId version) {
		return this.compiler.header(this.store.files(version));
	}

	/**
	 * The standards that a version goes by.
	 * @param version which
	 * @return each with whose it is
	 */
	public Set<String> standardsOf(PublishedVersion version) {
		return this.standards.computeIfAbsent(new Content(version.id(), version.digest()),
				(key) -> this.store.files(version.id()).standardsUsed());
	}

	/** A version with defects keeps them; anything else may pass and is tried again. */
	private void load(PublishedVersion version, Key key, Standards standards,
			CompletableFuture<CompiledPolicy> result) {
		try {
			PolicyFiles files = this.store.files(version.id()).with(standards);
			if (!files.digest().equals(version.digest())) {
				logger.error("The stored files of {} are not what was published", version.id());
				throw unusable(version);
			}
			result.complete(this.compiler.compilePublished(files, key.program(), this.classes));
		}
		catch (PolicyDefects ex) {
			logger.error("The published version {} can no longer be compiled:\n{}", version.id(), ex.getMessage());
			this.report.unusable(version.id(), ex);
			result.completeExceptionally(ex);
		}
		catch (RuntimeException | Error ex) {
			this.loaded.asMap().remove(key, result);
			result.completeExceptionally(ex);
		}
	}

	private static Refusal unusable(PublishedVersion version) {
		VersionId id = version.id();
		return new Refusal(SERVER_ERROR, "POLICY_UNUSABLE", id.jurisdiction(), id.program(), id.version());
	}

}
