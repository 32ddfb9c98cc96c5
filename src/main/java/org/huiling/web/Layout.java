package org.huiling.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.account.CurrentUser;
import org.huiling.account.keeping.AccountNames;
import org.huiling.idempotency.Once;

import org.springframework.stereotype.Component;

/** What the layout of every page is told. */
@Component
class Layout {

	private final CurrentUser user;

	private final AccountNames accounts;

	private final Dates dates;

	Layout(CurrentUser user, AccountNames accounts, Dates dates) {
		this.user = user;
		this.accounts = accounts;
		this.dates = dates;
	}

	/** The attributes of the layout, for a page of a path. */
	Map<String, Object> attributes(HttpServletRequest request, Locale locale) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return Map.of("viewer", Viewer.of(this.user, path, locale), "accounts", this.accounts, "dates", this.dates,
				Once.FIELD, UUID.randomUUID().toString());
	}

}
