package org.huiling.web.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.keeping.AccountNames;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditFilter;
import org.huiling.engine.Jurisdiction;
import org.huiling.input.Ids;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is meant by what the reader of the trail asked for, and the same in words. */
@Component
class EventFilters {

	private final AccountNames accounts;

	private final ApplicantRegister register;

	private final PolicyCatalogue catalogue;

	private final MessageSource messages;

	EventFilters(AccountNames accounts, ApplicantRegister register, PolicyCatalogue catalogue, MessageSource messages) {
		this.catalogue = catalogue;
		this.accounts = accounts;
		this.register = register;
		this.messages = messages;
	}

	/** The events that are asked for. */
	AuditFilter meant(AskedEvents asked) {
		String subject = given(asked.subject());
		if (subject != null) {
			String typed = subject;
			subject = this.register.numbered(typed)
				.map(UUID::toString)
				.or(() -> district(typed).map(Jurisdiction::id))
				.orElse(typed);
		}
		return new AuditFilter(subject, asked.by().isEmpty() ? Set.of() : this.accounts.meant(asked.by()),
				actions(asked.action()), given(asked.from()), given(asked.to()));
	}

	/** An area stands for all that belongs to it. */
	private static Set<String> actions(String asked) {
		Set<String> area = Arrays.stream(AuditAction.values())
			.filter((action) -> action.area().name().equals(asked))
			.map(AuditAction::name)
			.collect(Collectors.toSet());
		return (area.isEmpty() && !asked.isEmpty()) ? Set.of(asked) : area;
	}

	/** Whether it is neither a kind of event nor an area. */
	boolean isUnknown(String action) {
		return !action.isEmpty() && Arrays.stream(AuditAction.values())
			.noneMatch((one) -> one.name().equals(action) || one.area().name().equals(action));
	}

	/** A district by its id or name. */
	private Optional<Jurisdiction> district(String typed) {
		return this.catalogue.jurisdictions()
			.stream()
			.filter((one) -> typed.equals(one.id()) || typed.equals(one.name().zh())
					|| typed.equalsIgnoreCase(one.name().en()))
			.findFirst();
	}

	/**
	 * Whether it may be a name: no number of a file, no district, no account and no id of
	 * anything.
	 */
	boolean isNoSubject(String subject) {
		return !subject.isEmpty() && Ids.parse(subject) == null && this.register.numbered(subject).isEmpty()
				&& district(subject.split("/", 2)[0]).isEmpty() && this.accounts.of(subject).equals(subject);
	}

	/** What is asked for in words, a part each; none where all is asked for. */
	List<String> said(AskedEvents asked, Locale locale) {
		List<String> said = new ArrayList<>();
		if (!asked.by().isEmpty()) {
			said.add(this.accounts.meant(asked.by())
				.stream()
				.sorted()
				.map((name) -> called(name))
				.collect(Collectors.joining(text("web.and", locale))));
		}
		if (!asked.action().isEmpty()) {
			said.add(Objects.requireNonNull(
					this.messages.getMessage("action." + asked.action(), null, area(asked.action(), locale), locale)));
		}
		if (!asked.subject().isEmpty()) {
			said.add(text("audit.said.subject", locale,
					district(asked.subject()).map((one) -> one.name().in(locale)).orElse(asked.subject())));
		}
		if (!asked.from().isEmpty() || !asked.to().isEmpty()) {
			String key = asked.to().isEmpty() ? "audit.said.from"
					: asked.from().isEmpty() ? "audit.said.to" : "audit.said.between";
			said.add(text(key, locale, asked.from(), asked.to()));
		}
		return said;
	}

	private String area(String code, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage("action.area." + code, null, code, locale));
	}

	private String called(String name) {
		String called = this.accounts.of(name);
		return called.equals(name) ? name : called + " (" + name + ")";
	}

	private String text(String key, Locale locale, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, locale));
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

}
