package org.huiling.policy.drafts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.ExpressionText;
import org.huiling.facts.type.Label;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.kind.NeededFacts;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.factfiles.FactFileText;
import org.huiling.policy.factfiles.FactFileText.Section;
import org.huiling.policy.factfiles.NewDerived;
import org.huiling.policy.factfiles.NewFact;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Drafts of fact files as somebody works on them without writing YAML. */
@Component
public class FactDrafts {

	private static final int CONFLICT = 409;

	/** Between two facts that are asked for there is room for others. */
	private static final int STEP = 10;

	private final Drafting drafting;

	private final NeededFacts facts;

	private final PolicyPublishing published;

	private final DraftRepository repository;

	private final CurrentUser user;

	FactDrafts(Drafting drafting, NeededFacts facts, PolicyPublishing published, DraftRepository repository,
			CurrentUser user) {
		this.drafting = drafting;
		this.facts = facts;
		this.published = published;
		this.repository = repository;
		this.user = user;
	}

	/**
	 * Who may own a fact file that the current user drafts.
	 * @return jurisdictions that they reach, in the order of their ids
	 */
	public List<Jurisdiction> owners() {
		return this.published.jurisdictions()
			.stream()
			.filter((one) -> this.user.regions().covers(one.regionPrefix()))
			.toList();
	}

	/**
	 * Whether the current user may draft what is everybody's.
	 * @return true if they reach every region
	 */
	public boolean mayDraftForEverybody() {
		return this.user.regions().isEverywhere();
	}

	/**
	 * The drafts of fact files that are still open.
	 * @return the last changed first
	 */
	public List<DraftView.Item> open() {
		return this.repository.open(true);
	}

	/**
	 * Says which drafts of fact files a policy needs.
	 * @param id the policy's draft
	 * @param revision the one that was seen
	 * @param needs their ids
	 * @throws Refusal 409 if it may not be changed now, 412 {@code STALE}
	 */
	public void need(UUID id, int revision, List<String> needs) {
		this.drafting.need(id, revision, needs);
	}

	/**
	 * A fact that a draft declares, or may use.
	 *
	 * @param path in rules
	 * @param type what kind of value it has: a type of fact files, {@code list} or
	 * {@code derived}
	 * @param label what it is called
	 * @param is how it is worked out, null for what is recorded
	 */
	public record DraftedFact(String path, String type, Bilingual label, @Nullable String is) {

		static DraftedFact of(Fact fact) {
			return new DraftedFact(fact.path(), fact.type().word(), words(fact.naming().label()), null);
		}

		static DraftedFact of(Derived derived) {
			String is = derived.isCore() ? null : ExpressionText.of(derived.is().lastEntry().getValue());
			return new DraftedFact(derived.path(), "derived", words(derived.naming().label()), is);
		}

	}

	private static Bilingual words(Label label) {
		return new Bilingual(label.zh(), label.en());
	}

	/**
	 * What a draft of a fact file declares, as far as it can be read.
	 * @param id its id
	 * @return recorded facts, lists, derived facts; null while the file has defects
	 */
	public @Nullable List<DraftedFact> declared(UUID id) {
		Draft draft = this.drafting.get(id);
		NeededFacts.By by = this.facts.of(draft);
		if (!by.problems().isEmpty()) {
			return null;
		}
		String file = fileOf(draft).name();
		Dictionary dictionary = by.reading().dictionary();
		List<DraftedFact> declared = new ArrayList<>();
		dictionary.facts().forEach((fact) -> declared.add(DraftedFact.of(fact)));
		dictionary.lists()
			.forEach((list) -> declared.add(new DraftedFact(list.path(), "list", words(list.naming().label()), null)));
		dictionary.derived().forEach((derived) -> declared.add(DraftedFact.of(derived)));
		return declared.stream().filter((one) -> dictionary.fileOf(one.path()).equals(file)).toList();
	}

	/**
	 * Every word that an expression of a draft may use.
	 * @param id the draft's id
	 * @return by their paths
	 */
	public List<DraftedFact> vocabulary(UUID id) {
		Dictionary dictionary = this.facts.of(this.drafting.get(id)).reading().dictionary();
		List<DraftedFact> words = new ArrayList<>();
		dictionary.facts().stream().filter(Fact::isReadable).forEach((fact) -> words.add(DraftedFact.of(fact)));
		dictionary.derived().forEach((derived) -> words.add(DraftedFact.of(derived)));
		words.sort(Comparator.comparing(DraftedFact::path));
		return words;
	}

	/**
	 * Declares a recorded fact at the end of the draft's file.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param fact what is declared
	 * @throws Refusal 409 if it may not be changed now, 412 {@code STALE}
	 */
	public void add(UUID id, int revision, NewFact fact) {
		Dictionary dictionary = this.facts.of(this.drafting.get(id)).reading().dictionary();
		int last = dictionary.facts()
			.stream()
			.map((one) -> one.asking().turn())
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
		add(id, revision, Section.FACTS, fact.yaml(last + STEP));
	}

	/**
	 * Declares a derived fact at the end of the draft's file.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param derived what is declared
	 * @throws Refusal 409 if it may not be changed now, 412 {@code STALE}
	 */
	public void add(UUID id, int revision, NewDerived derived) {
		add(id, revision, Section.DERIVED, derived.yaml());
	}

	private void add(UUID id, int revision, Section section, String declaration) {
		Draft draft = this.drafting.get(id);
		String file = fileOf(draft).file();
		String text = new String(draft.contents().getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
		String changed;
		try {
			changed = new FactFileText(text).with(section, declaration).text();
		}
		catch (IllegalStateException brackets) {
			throw new Refusal(CONFLICT, "FACT_FILE_IN_BRACKETS", file);
		}
		this.drafting.put(id, revision, file, changed.getBytes(StandardCharsets.UTF_8));
	}

	private static Draft.FactFileTarget fileOf(Draft draft) {
		if (draft.factFile() == null) {
			throw new Refusal(CONFLICT, "NOT_OF_A_FACT_FILE", draft.id());
		}
		return draft.factFile();
	}

}
