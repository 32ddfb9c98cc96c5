package org.huiling.policy.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.policy.Versions;
import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;

import org.springframework.stereotype.Component;

/** Which facts the versions in force or scheduled use. */
@Component
class FactUses {

	private final Versions versions;

	private final VersionWords words;

	FactUses(Versions versions, VersionWords words) {
		this.versions = versions;
		this.words = words;
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
			FactSources.of(dictionary, this.words.of(version))
				.forEach((path) -> users.computeIfAbsent(path, (one) -> new ArrayList<>()).add(user));
		}
		return users;
	}

}
