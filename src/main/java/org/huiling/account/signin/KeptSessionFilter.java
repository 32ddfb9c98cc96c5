package org.huiling.account.signin;

import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.huiling.account.session.KeptSessions;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Notes every session of whoever is signed in, and ends those that were ended. */
class KeptSessionFilter extends OncePerRequestFilter {

	private static final String ATTRIBUTE = KeptSessionFilter.class.getName();

	/** By which name a request tells the id of its session. */
	private static final String SESSION = "huiling.session";

	private final KeptSessions sessions;

	KeptSessionFilter(KeptSessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * What a session knows of itself.
	 *
	 * @param id of its row
	 * @param account who is signed in
	 */
	private record Kept(UUID id, String account) implements Serializable {
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (session != null && authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken)) {
			UUID id = kept(session, authentication.getName(), request.getRemoteAddr());
			if (this.sessions.lasts(id)) {
				request.setAttribute(SESSION, id);
			}
			else {
				SecurityContextHolder.clearContext();
				session.invalidate();
			}
		}
		chain.doFilter(request, response);
	}

	/** Who signs in as another is in another session. */
	private UUID kept(HttpSession session, String account, String address) {
		synchronized (WebUtils.getSessionMutex(session)) {
			Kept known = (Kept) session.getAttribute(ATTRIBUTE);
			if (known != null && known.account().equals(account)) {
				return known.id();
			}
			if (known != null) {
				this.sessions.over(known.id());
			}
			Kept begun = new Kept(this.sessions.begin(account, address), account);
			session.setAttribute(ATTRIBUTE, begun);
			return begun.id();
		}
	}

	/** The row of a session that is over, null if nobody was signed in. */
	static @Nullable UUID id(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Kept kept) ? kept.id() : null;
	}

}
