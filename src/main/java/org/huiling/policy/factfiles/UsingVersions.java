package org.huiling.policy.factfiles;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.policy.dictionary.VersionWords;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;

import org.springframework.stereotype.Component;

/**
 * Published versions use the facts that their rules name; withdrawn ones too, since
 * decisions that were made by them are replayed.
 */
@Component
class UsingVersions implements FactUser {

	private final PolicyStore store;

	private final VersionWords words;

	UsingVersions(PolicyStore store, VersionWords words) {
		this.store = store;
		this.words = words;
	}

	/**
	 * The versions that hang on a fact.
	 * @param dictionary what declares it
	 * @param path of an entry or derived fact; a group or list stands for what it holds
	 * @return by jurisdiction, program and time
	 */
	List<PublishedVersion> of(Dictionary dictionary, String path) {
		return this.store.versions()
			.stream()
			.filter((version) -> FactSources.of(dictionary, this.words.of(version))
				.stream()
				.anyMatch((source) -> FactUser.isPartOf(source, path)))
			.toList();
	}

	@Override
	public List<Bilingual> users(Dictionary dictionary, String path) {
		return of(dictionary, path).stream()
			.map((version) -> new Bilingual("政策 " + version.id(), "policy " + version.id()))
			.toList();
	}

}
