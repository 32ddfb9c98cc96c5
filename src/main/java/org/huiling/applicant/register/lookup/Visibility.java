package org.huiling.applicant.register.lookup;

import java.util.Collection;
import java.util.List;

import org.huiling.account.CurrentUser;
import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/** Who may see and record whom. */
@Component
public class Visibility {

	private static final int FORBIDDEN = 403;

	private final CurrentUser user;

	Visibility(CurrentUser user) {
		this.user = user;
	}

	public String name() {
		return this.user.name();
	}

	public void requireReader() {
		if (!this.user.has(Role.AUDITOR)) {
			this.user.requireRole(Role.CASE_WORKER);
		}
	}

	public void requireRecorder() {
		this.user.requireRole(Role.CASE_WORKER);
	}

	/** The condition that a person {@code a} lies below the caller's regions. */
	public String condition() {
		return condition("a.id");
	}

	/** The same for a person whose id stands in a column. */
	public String condition(String column) {
		return condition(this.user.regions(), column);
	}

	/** The condition that a region lies below the caller's. */
	String below(String column) {
		return this.user.regions().condition(column);
	}

	/** The same for somebody else's regions. */
	public static String condition(RegionScope regions, String column) {
		return regions.isEverywhere() ? "true" : "exists (select from applicant_region g where g.applicant = " + column
				+ " and " + regions.condition("g.region") + ")";
	}

	/**
	 * The regions under which a new file is kept: those the facts name, or the caller's
	 * own where they name none, so that whoever began a file can go on with it.
	 * @param subject whom the file is about
	 * @param named the regions that the facts name
	 * @throws InvalidInput 403 if the facts name regions, none of them the caller's
	 */
	public Collection<String> regionsOf(Subject subject, Collection<String> named) {
		return regionsOf(this.user.regions(), subject, named);
	}

	RegionScope regions() {
		return this.user.regions();
	}

	public static Collection<String> regionsOf(RegionScope own, Subject subject, Collection<String> named) {
		if (named.isEmpty()) {
			return own.prefixes().stream().filter((prefix) -> !prefix.isEmpty()).toList();
		}
		if (named.stream().noneMatch(own::covers)) {
			throw new InvalidInput(FORBIDDEN,
					List.of(FieldError.of(subject.regions().get(0), "OUTSIDE_REGIONS", subject.choice())));
		}
		return named;
	}

	public static Refusal notFound() {
		return Refusal.notFound("APPLICANT_NOT_FOUND");
	}

}
