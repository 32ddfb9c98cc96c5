package org.huiling.account.signin;

import java.util.UUID;

import org.huiling.account.session.KeptSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Forgets sessions as they end: signed out, unused for long, or told to. */
@Component
class EndedSessions {

	private static final Logger logger = LoggerFactory.getLogger(EndedSessions.class);

	private final KeptSessions sessions;

	EndedSessions(KeptSessions sessions) {
		this.sessions = sessions;
	}

	@EventListener
	void ended(HttpSessionDestroyedEvent event) {
		UUID id = KeptSessionFilter.id(event.getSession());
		if (id != null) {
			try {
				this.sessions.over(id);
			}
			catch (DataAccessException ex) {
				logger.warn("a session that ended is still listed for a while");
			}
		}
	}

}
