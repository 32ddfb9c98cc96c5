package org.huiling.policy.drafts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.dictionary.DictionaryRevision;
import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;

import org.springframework.stereotype.Component;

/**
 * The facts that a draft is written with: those in force, those of the drafts of fact
 * files that a policy needs, and of a fact file its own.
 */
@Component
public class NeededFacts {

	private final DraftRepository repository;

	private final DictionaryInForce inForce;

	private final PolicyCompiler compiler;

	private final Cache<String, By> drafted = Caffeine.newBuilder().maximumSize(5).build();

	NeededFacts(DraftRepository repository, DictionaryInForce inForce, PolicyCompiler compiler) {
		this.repository = repository;
		this.inForce = inForce;
		this.compiler = compiler;
	}

	/**
	 * What a draft is written with.
	 *
	 * @param compiler compiles by it
	 * @param reading reads people by it
	 * @param revision the number of the revision that is in force
	 * @param digest of the dictionary
	 * @param problems what is wrong with the drafts that are needed
	 */
	public record By(PolicyCompiler compiler, FactReading reading, int revision, String digest,
			List<Problem> problems) {

		public By {
			// what deserves a look alone is told where the fact file itself is checked
			problems = problems.stream().filter((one) -> one.severity() == Severity.ERROR).toList();
		}

	}

	public By of(Draft draft) {
		DictionaryRevision revision = this.inForce.revision();
		Map<String, byte[]> changed = new TreeMap<>();
		List<Problem> problems = new ArrayList<>();
		for (String id : draft.needs()) {
			Optional<Draft> needed = this.repository.findById(UUID.fromString(id));
			if (needed.isEmpty() || needed.get().state() == DraftState.DISCARDED) {
				problems.add(new Problem("policy.yaml", 1, 1, Severity.ERROR, "NEEDS_DISCARDED",
						new Bilingual("所需的事实文件草稿 " + id + " 已作废", "the needed draft " + id + " was given up"), null,
						new Bilingual("在本草稿的“所需草稿”中去掉它", "take it out of what this draft needs")));
			}
			else if (needed.get().state() != DraftState.PUBLISHED) {
				needed.get().contents().forEach((file, content) -> {
					if (changed.put(file, content) != null) {
						problems.add(new Problem("policy.yaml", 1, 1, Severity.ERROR, "NEEDS_TWICE",
								new Bilingual("所需草稿里有两份同一个事实文件 " + file,
										"two of the needed drafts are of one fact file, " + file),
								null, new Bilingual("去掉其中一份", "take one of them out")));
					}
				});
			}
		}
		if (draft.factFile() != null) {
			changed.putAll(draft.contents());
		}
		if (changed.isEmpty()) {
			return new By(this.compiler, revision.reading(), revision.number(), revision.dictionary().digest(),
					problems);
		}
		FactFiles files = this.inForce.files();
		for (Map.Entry<String, byte[]> file : changed.entrySet()) {
			files = files.with(file.getKey(), file.getValue());
		}
		FactFiles.Reading reading = files.reading();
		reading.problems()
			.stream()
			.filter((problem) -> problem.severity() == Severity.ERROR)
			.forEach((problem) -> problems.add(problem.in(FactFiles.DIRECTORY)));
		Dictionary dictionary = reading.dictionary();
		if (dictionary == null) {
			return new By(this.compiler, revision.reading(), revision.number(), revision.dictionary().digest(),
					problems);
		}
		By kept = this.drafted.get(dictionary.digest(), (digest) -> by(dictionary));
		return new By(kept.compiler(), kept.reading(), revision.number(), dictionary.digest(), problems);
	}

	private static By by(Dictionary dictionary) {
		FactReading facts = new FactReading(dictionary);
		return new By(new PolicyCompiler(() -> facts), facts, 0, dictionary.digest(), List.of());
	}

}
