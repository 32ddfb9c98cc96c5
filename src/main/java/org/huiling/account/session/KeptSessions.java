package org.huiling.account.session;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which sessions last. One that is ended here is over at once; one ended by another
 * instance on the same database within {@link #MOMENT}.
 */
@Component
public class KeptSessions {

	static final Duration MOMENT = Duration.ofSeconds(2);

	private static final Duration A_MINUTE = Duration.ofMinutes(1);

	private static final int MOST = 10_000;

	private final SessionStore store;

	private final Clock clock;

	/** Whose sessions nobody used for longer are over, on whichever instance. */
	private final Duration unused;

	private final LoadingCache<UUID, Boolean> lasting;

	private final Cache<UUID, Boolean> justSeen = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(A_MINUTE)
		.build();

	KeptSessions(SessionStore store, Clock clock, @Value("${server.servlet.session.timeout:30m}") Duration timeout) {
		this.store = store;
		this.clock = clock;
		this.unused = timeout.plus(A_MINUTE.multipliedBy(2));
		this.lasting = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build(store::exists);
	}

	/**
	 * Somebody is signed in anew.
	 * @param account who
	 * @param address from where
	 * @return the id of the session
	 */
	public UUID begin(String account, String address) {
		this.store.forget(this.clock.instant().minus(this.unused));
		SignedInSession session = new SignedInSession(UUID.randomUUID(), account, this.clock.instant(),
				this.clock.instant(), address);
		this.store.add(session);
		this.justSeen.put(session.id(), Boolean.TRUE);
		return session.id();
	}

	/**
	 * Something is asked for in a session.
	 * @param id of the session
	 * @return false if it was ended
	 */
	public boolean lasts(UUID id) {
		if (!this.lasting.get(id)) {
			return false;
		}
		if (this.justSeen.asMap().putIfAbsent(id, Boolean.TRUE) == null) {
			this.store.seen(id, this.clock.instant());
		}
		return true;
	}

	/**
	 * A session is over.
	 * @param id of the session
	 */
	public void over(UUID id) {
		this.store.end(id);
		forgotten(id);
	}

	void forgotten(UUID id) {
		this.lasting.invalidate(id);
	}

	Listing<SignedInSession> page(@Nullable String account, Paging paging) {
		return this.store.page(account, this.clock.instant().minus(this.unused), paging);
	}

}
