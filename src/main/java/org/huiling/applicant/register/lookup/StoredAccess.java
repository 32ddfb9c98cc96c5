package org.huiling.applicant.register.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.huiling.account.keeping.AccountNames;
import org.huiling.applicant.answer.PersonAccess;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AccessEvent;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditFilter;
import org.huiling.audit.AuditLog;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who saw a person, from the audit trail; also whose file was erased. */
@Component
public class StoredAccess implements PersonAccess {

	private final PersonStore store;

	private final Visibility visibility;

	private final EndedFiles ended;

	private final AuditLog log;

	private final AuditTrail audit;

	private final AccountNames names;

	private final MessageSource messages;

	StoredAccess(PersonStore store, Visibility visibility, EndedFiles ended, AuditLog log, AuditTrail audit,
			AccountNames names, MessageSource messages) {
		this.store = store;
		this.visibility = visibility;
		this.ended = ended;
		this.log = log;
		this.audit = audit;
		this.names = names;
		this.messages = messages;
	}

	/** Without this very call, which is noted when the transaction ends. */
	@Override
	@Transactional
	public Listing<Look> of(UUID id, AuditFilter which, Paging paging, Locale locale) {
		require(id);
		this.audit.record(AuditAction.APPLICANT_ACCESS_READ, id.toString(), Map.of("page", paging.page()));
		return looks(id, which, paging, locale);
	}

	@Override
	@Transactional
	public Consumer<Consumer<Look>> all(UUID id, AuditFilter which, Locale locale) {
		require(id);
		Consumer<Consumer<AccessEvent>> events = this.log.allWhoSaw(id, which);
		this.audit.record(AuditAction.APPLICANT_ACCESS_READ, id.toString(), Map.of("format", "csv"));
		Map<String, String> called = new HashMap<>();
		return (each) -> events.accept((event) -> each.accept(look(event,
				called.computeIfAbsent(event.by(), (name) -> this.names.of(List.of(name)).getOrDefault(name, "")),
				locale)));
	}

	private void require(UUID id) {
		this.visibility.requireReader();
		PersonRow person = this.store.find(id, this.visibility.condition(), false).orElseThrow(Visibility::notFound);
		this.ended.requireUnmerged(person, null);
	}

	/** The same for who has asked already whether the user may see it, and notes it. */
	public Listing<Look> looks(UUID id, Paging paging, Locale locale) {
		return looks(id, new AuditFilter(null, Set.of(), Set.of(), null, null), paging, locale);
	}

	private Listing<Look> looks(UUID id, AuditFilter which, Paging paging, Locale locale) {
		Listing<AccessEvent> events = this.log.whoSaw(id, which, paging);
		Map<String, String> called = this.names.of(events.items().stream().map(AccessEvent::by).toList());
		return Listing.of(events.items()
			.stream()
			.map((event) -> look(event, called.getOrDefault(event.by(), ""), locale))
			.toList(), paging, events.total());
	}

	private Look look(AccessEvent event, String name, Locale locale) {
		String way = Objects
			.requireNonNull(this.messages.getMessage("action." + event.action(), null, event.action(), locale));
		return new Look(event.id(), event.at(), event.by(), name, event.as(), event.action(), way, event.subject(),
				event.among(), event.reason(), event.details());
	}

}
