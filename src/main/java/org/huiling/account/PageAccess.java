package org.huiling.account;

import java.util.List;

import static org.huiling.account.AccessRule.anybody;
import static org.huiling.account.AccessRule.roles;
import static org.huiling.account.AccessRule.signedIn;
import static org.huiling.account.Role.CASE_WORKER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

/** Which page is open to whom: the part of {@link AccessTable} that people see. */
final class PageAccess {

	/** The first line that fits counts. */
	static final List<AccessRule> RULES = List.of(
			// what every page looks like
			anybody(GET, "/css/**"), anybody(GET, "/js/**"), anybody(GET, "/webjars/**"), anybody(GET, "/favicon.svg"),

			anybody(GET, "/login"), anybody(POST, "/language"), signedIn(GET, "/"), signedIn(GET, "/signed-in"),
			signedIn(POST, "/tour/end"),

			roles(GET, "/check", CASE_WORKER), roles(POST, "/check", CASE_WORKER));

	private PageAccess() {
	}

}
