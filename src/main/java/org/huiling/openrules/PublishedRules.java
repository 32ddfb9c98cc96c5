package org.huiling.openrules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.dictionary.FactNames;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.policy.Catalogue;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.Versions;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a service publishes, if it is set to. What was put together is kept until
 * something else is published: whoever has no account costs little.
 */
@Component
class PublishedRules {

	private final boolean open;

	private final PolicyCatalogue catalogue;

	private final Versions versions;

	private final OpenPolicies policies;

	private final Clock clock;

	private volatile Known known = new Known(null, Map.of());

	/** What was put together of one state of the catalogue. */
	private record Known(@Nullable Catalogue of, Map<String, OpenPolicy> policies) {
	}

	PublishedRules(@Value("${huiling.open-rules:false}") boolean open, PolicyCatalogue catalogue, Versions versions,
			MessageSource messages, FactNames names, Clock clock) {
		this.open = open;
		this.catalogue = catalogue;
		this.versions = versions;
		this.policies = new OpenPolicies(messages, names);
		this.clock = clock;
	}

	/**
	 * The programs.
	 * @param jurisdiction a jurisdiction's id, null for all
	 * @param program a program's id, null for all
	 * @return by jurisdiction and order of evaluation
	 * @throws Refusal 404 if nothing is open
	 */
	List<OpenPolicy.Item> items(@Nullable String jurisdiction, @Nullable String program) {
		refuseUnlessOpen();
		List<OpenPolicy.Item> items = new ArrayList<>();
		for (Jurisdiction owner : this.catalogue.jurisdictions()) {
			if (jurisdiction == null || jurisdiction.equals(owner.id())) {
				PolicyBook book = book(owner.id());
				OpenPolicies.programs(book)
					.stream()
					.filter((one) -> program == null || program.equals(one.id()))
					.forEach((one) -> items.add(policy(book, one).item()));
			}
		}
		return items;
	}

	/**
	 * A program.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its id
	 * @return all that is published of it
	 * @throws Refusal 404 if nothing is open, or there is none such
	 */
	OpenPolicy one(String jurisdiction, String program) {
		refuseUnlessOpen();
		PolicyBook book = book(jurisdiction);
		return OpenPolicies.programs(book)
			.stream()
			.filter((one) -> one.id().equals(program))
			.findFirst()
			.map((one) -> policy(book, one))
			.orElseThrow(() -> Refusal.notFound("PROGRAM_NOT_FOUND", program, jurisdiction));
	}

	/** As if there were no such address. */
	private void refuseUnlessOpen() {
		if (!this.open) {
			throw Refusal.notFound("NOT_FOUND");
		}
	}

	private PolicyBook book(String jurisdiction) {
		return this.catalogue.book(jurisdiction, this.clock.instant());
	}

	@SuppressWarnings("ReferenceEquality") // a catalogue is never changed, but replaced
	private OpenPolicy policy(PolicyBook book, Program program) {
		Catalogue current = this.catalogue.current();
		Known kept = this.known;
		if (kept.of() != current) {
			kept = new Known(current, new ConcurrentHashMap<>());
			this.known = kept;
		}
		String key = book.jurisdiction().id() + "/" + program.id();
		OpenPolicy found = kept.policies().get(key);
		if (found == null) {
			found = this.policies.of(book, program, (version) -> examples(book.jurisdiction(), version));
			kept.policies().put(key, found);
		}
		return found;
	}

	private List<Example> examples(Jurisdiction owner, CompiledPolicy version) {
		return WorkedExamples.readable(version,
				this.versions.files(owner.id(), version.program().id(), version.version()));
	}

}
