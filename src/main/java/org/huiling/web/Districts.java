package org.huiling.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Jurisdictions as somebody meets them: first those where they work, so that what is
 * chosen when nothing is chosen is theirs.
 */
@Component
public class Districts {

	private final PolicyCatalogue policies;

	private final CurrentUser user;

	Districts(PolicyCatalogue policies, CurrentUser user) {
		this.policies = policies;
		this.user = user;
	}

	/**
	 * The jurisdictions where the user works: those that a region of theirs lies in, the
	 * nearest first, then those that lie in one of their regions.
	 * @return none if the user reaches no region
	 */
	public List<Jurisdiction> own() {
		List<Jurisdiction> all = this.policies.jurisdictions();
		Stream<Jurisdiction> around = all.stream()
			.filter(this::isAround)
			.sorted(Comparator.comparingInt((Jurisdiction one) -> one.regionPrefix().length()).reversed());
		return Stream.concat(around, all.stream().filter((one) -> !isAround(one) && isInside(one))).toList();
	}

	/**
	 * All jurisdictions.
	 * @return the user's own first
	 */
	public List<Jurisdiction> all() {
		return Stream.concat(own().stream(), this.policies.jurisdictions().stream()).distinct().toList();
	}

	/**
	 * The one that is asked for, or else the user's own.
	 * @param id what is asked for, null or unknown for nothing
	 * @return empty if there is no jurisdiction at all
	 */
	public Optional<Jurisdiction> chosen(@Nullable String id) {
		List<Jurisdiction> all = all();
		return all.stream().filter((one) -> one.id().equals(id)).findFirst().or(() -> all.stream().findFirst());
	}

	private boolean isAround(Jurisdiction one) {
		return this.user.regions().prefixes().stream().anyMatch((prefix) -> prefix.startsWith(one.regionPrefix()));
	}

	private boolean isInside(Jurisdiction one) {
		return this.user.regions().covers(one.regionPrefix());
	}

}
