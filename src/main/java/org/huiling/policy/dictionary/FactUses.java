package org.huiling.policy.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.policy.PublishedVersion;
import org.huiling.policy.VersionId;
import org.huiling.policy.Versions;
import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Which facts the versions in force or scheduled use. What a version uses is read once
 * from its files, which never change.
 */
@Component
class FactUses {

	private static final Logger logger = LoggerFactory.getLogger(FactUses.class);

	/** More versions than a province has in force; each keeps a few dozen short texts. */
	private static final int MOST = 10_000;

	private final Cache<String, Set<String>> words = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Versions versions;

	private final PolicyCompiler compiler;

	FactUses(Versions versions, PolicyCompiler compiler) {
		this.versions = versions;
		this.compiler = compiler;
	}

	/**
	 * The users of every fact that has some.
	 * @param dictionary what declares the facts
	 * @return by path, those by jurisdiction, program and time
	 */
	Map<String, List<UsingVersion>> of(Dictionary dictionary) {
		Map<String, List<UsingVersion>> users = new HashMap<>();
		for (PublishedVersion version : this.versions.governing()) {
			VersionId id = version.id();
			UsingVersion user = new UsingVersion(id.jurisdiction(), id.program(), id.version());
			FactSources.of(dictionary, words(version))
				.forEach((path) -> users.computeIfAbsent(path, (one) -> new ArrayList<>()).add(user));
		}
		return users;
	}

	private Set<String> words(PublishedVersion version) {
		return this.words.get(version.digest(), (digest) -> read(version.id()));
	}

	/** A version that this program can no longer read answers nobody either. */
	private Set<String> read(VersionId id) {
		try {
			return this.compiler.words(this.versions.files(id.jurisdiction(), id.program(), id.version()));
		}
		catch (PolicyDefects defects) {
			logger.warn("Which facts {} uses cannot be read: {}", id, defects.getMessage());
			return Set.of();
		}
	}

}
