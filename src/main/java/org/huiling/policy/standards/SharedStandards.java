package org.huiling.policy.standards;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.standard.Standard;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.Versions;
import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.huiling.policy.published.StandardsRevision;
import org.huiling.policy.published.StandardsStore;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The standards in force as everybody may look them up. */
@Component
public class SharedStandards {

	private final StandardsStore store;

	private final PolicyCatalogue catalogue;

	private final Versions versions;

	private final CompiledPolicies compiled;

	SharedStandards(StandardsStore store, PolicyCatalogue catalogue, Versions versions, CompiledPolicies compiled) {
		this.store = store;
		this.catalogue = catalogue;
		this.versions = versions;
		this.compiled = compiled;
	}

	/**
	 * The standards in force.
	 * @param jurisdiction of this jurisdiction, null for all
	 * @return by jurisdiction, in the order of their files
	 */
	public List<StandardView> all(@Nullable String jurisdiction) {
		List<StandardView> all = new ArrayList<>();
		this.catalogue.jurisdictions()
			.stream()
			.map(Jurisdiction::id)
			.filter((id) -> jurisdiction == null || jurisdiction.equals(id))
			.forEach((id) -> this.store.last(id).ifPresent((revision) -> add(revision, all)));
		return all;
	}

	private void add(StandardsRevision revision, List<StandardView> all) {
		for (Standard standard : revision.file().standards().values()) {
			String owner = revision.jurisdiction();
			all.add(new StandardView(owner, standard.name(), standard.title(), standard.unit(), standard.by(),
					revision.number(),
					standard.values().stream().map((value) -> StandardView.ValueItem.of(value, standard)).toList(),
					users(owner + "/standards." + standard.name())));
		}
	}

	private List<UsingVersion> users(String reference) {
		return this.versions.governing()
			.stream()
			.filter((version) -> this.compiled.standardsOf(version).contains(reference))
			.map((version) -> new UsingVersion(version.id().jurisdiction(), version.id().program(),
					version.id().version()))
			.toList();
	}

	/**
	 * The file of a jurisdiction's standards.
	 * @param jurisdiction its id
	 * @return as published
	 * @throws Refusal 404 {@code STANDARDS_NOT_FOUND}
	 */
	public byte[] file(String jurisdiction) {
		return this.store.content(jurisdiction)
			.orElseThrow(() -> Refusal.notFound("STANDARDS_NOT_FOUND", jurisdiction));
	}

}
