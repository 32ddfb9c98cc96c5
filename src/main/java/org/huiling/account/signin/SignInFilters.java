package org.huiling.account.signin;

import org.huiling.account.keeping.AccountDirectory;
import org.huiling.account.session.KeptSessions;
import org.huiling.problem.ProblemWriter;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** What is looked at of whoever is signed in, before what they ask for. */
@Component
class SignInFilters {

	private final AccountDirectory accounts;

	private final SignInTrail trail;

	private final ProblemWriter problems;

	private final SignInSettings settings;

	private final KeptSessions sessions;

	SignInFilters(AccountDirectory accounts, SignInTrail trail, ProblemWriter problems, SignInSettings settings,
			KeptSessions sessions) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.trail = trail;
		this.problems = problems;
		this.settings = settings;
	}

	/** For calls that each sign in. */
	void addToCalls(HttpSecurity http) {
		http.addFilterBefore(new PasswordChangeFilter(this.accounts, this.problems), ExceptionTranslationFilter.class)
			.addFilterBefore(new SignInTrailFilter(this.trail, true), ExceptionTranslationFilter.class);
	}

	/** For pages, which have sessions: so many of an account, and each so long. */
	void addToPages(HttpSecurity http, PageSignIn signIn) {
		http.addFilterBefore(new PasswordChangeFilter(this.accounts, this.problems), ExceptionTranslationFilter.class)
			.addFilterBefore(new SignInTrailFilter(this.trail, false), ExceptionTranslationFilter.class)
			.addFilterBefore(new CurrentAccountFilter(this.accounts, this.settings.longestSession()),
					AuthorizationFilter.class)
			.addFilterBefore(new KeptSessionFilter(this.sessions), AuthorizationFilter.class)
			.sessionManagement((sessions) -> sessions.maximumSessions(this.settings.mostSessions())
				.expiredSessionStrategy(signIn));
	}

}
