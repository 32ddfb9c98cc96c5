package org.huiling.policy.drafts;

import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.factfiles.FactUser;
import org.huiling.policy.published.PolicyStore;

import org.springframework.stereotype.Component;

/** Drafts of policies use the facts that their rules name, as far as they can be read. */
@Component
class UsingDrafts implements FactUser {

	private final DraftRepository repository;

	private final PolicyCompiler compiler;

	private final PolicyStore store;

	UsingDrafts(DraftRepository repository, PolicyCompiler compiler, PolicyStore store) {
		this.store = store;
		this.repository = repository;
		this.compiler = compiler;
	}

	@Override
	public List<Bilingual> users(Dictionary dictionary, String path) {
		return this.repository.open(false)
			.stream()
			.flatMap((item) -> this.repository.findById(item.id()).stream())
			.filter((draft) -> uses(draft, dictionary, path))
			.map((draft) -> new Bilingual("草稿 " + draft.id() + "（" + draft.title().zh() + "）",
					"draft " + draft.id() + " (" + draft.title().en() + ")"))
			.toList();
	}

	private boolean uses(Draft draft, Dictionary dictionary, String path) {
		Set<String> words;
		try {
			PolicyFiles files = draft.policyFiles().with(this.store.standards(draft.policy().jurisdiction()));
			words = this.compiler.words(files, this.store.over(files.jurisdiction(), files.program()),
					this.store.subject(files.jurisdiction(), files.program()));
		}
		catch (PolicyDefects unreadable) {
			return false;
		}
		return FactSources.of(dictionary, words).stream().anyMatch((source) -> FactUser.isPartOf(source, path));
	}

}
