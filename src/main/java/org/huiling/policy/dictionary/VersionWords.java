package org.huiling.policy.dictionary;

import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The words for facts that published versions use. What a version uses is read once from
 * its files, which never change.
 */
@Component
public class VersionWords {

	private static final Logger logger = LoggerFactory.getLogger(VersionWords.class);

	/** More versions than a province has in force; each keeps a few dozen short texts. */
	private static final int MOST = 10_000;

	private final Cache<String, Set<String>> words = Caffeine.newBuilder().maximumSize(MOST).build();

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	VersionWords(PolicyStore store, PolicyCompiler compiler) {
		this.store = store;
		this.compiler = compiler;
	}

	/**
	 * The words of a version.
	 * @param version which
	 * @return with their pattern, such as {@code Applicant.household.size}; none of one
	 * that this program can no longer read, which answers nobody either
	 */
	public Set<String> of(PublishedVersion version) {
		String key = version.id() + " " + version.digest();
		Set<String> known = this.words.getIfPresent(key);
		if (known == null) {
			known = read(version.id());
			if (!known.isEmpty()) {
				this.words.put(key, known);
			}
		}
		return known;
	}

	private Set<String> read(VersionId id) {
		try {
			return this.compiler.words(this.store.files(id), this.store.over(id.jurisdiction(), id.program()),
					this.store.subject(id.jurisdiction(), id.program()));
		}
		catch (PolicyDefects defects) {
			logger.warn("Which facts {} uses cannot be read: {}", id, defects.getMessage());
			return Set.of();
		}
	}

}
