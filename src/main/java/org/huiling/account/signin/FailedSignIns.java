package org.huiling.account.signin;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.huiling.limits.Addresses;

/**
 * Failures by name and by address, for a while. Names that do not exist are counted like
 * those that do.
 */
class FailedSignIns {

	private static final int MOST_KEPT = 100_000;

	/** Longer than any name that exists; what is kept of a longer one. */
	private static final int LONGEST = 64;

	private final SignInSettings settings;

	private final Cache<String, Integer> names;

	private final Cache<String, Integer> addresses;

	FailedSignIns(SignInSettings settings, Ticker ticker) {
		this.settings = settings;
		this.names = kept(settings.locked(), ticker);
		this.addresses = kept(settings.locked(), ticker);
	}

	private static Cache<String, Integer> kept(Duration time, Ticker ticker) {
		return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(time).ticker(ticker).build();
	}

	/**
	 * Notes a failure.
	 * @param name the name that was tried
	 * @param address where from
	 * @return true if this one locks the name
	 */
	boolean add(String name, String address) {
		this.addresses.asMap().merge(Addresses.one(address), 1, Integer::sum);
		return this.names.asMap().merge(kept(name), 1, Integer::sum) == this.settings.mostFailures();
	}

	/** Forgets the failures of a name. */
	void forget(String name) {
		this.names.invalidate(kept(name));
	}

	boolean isLocked(String name) {
		return count(this.names, kept(name)) >= this.settings.mostFailures();
	}

	boolean isTiresome(String address) {
		return count(this.addresses, Addresses.one(address)) >= this.settings.mostFailuresOfAddress();
	}

	Duration locked() {
		return this.settings.locked();
	}

	/** Names are typed by anybody, and may be as long as a request. */
	private static String kept(String name) {
		return (name.length() <= LONGEST) ? name : name.substring(0, LONGEST);
	}

	private static int count(Cache<String, Integer> failures, String key) {
		Integer count = failures.getIfPresent(key);
		return (count != null) ? count : 0;
	}

}
