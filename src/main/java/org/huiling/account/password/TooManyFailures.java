package org.huiling.account.password;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * A sign-in that is not even tried, since too many failed before, or too many are tried
 * at once.
 */
public final class TooManyFailures extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	public TooManyFailures(Duration wait) {
		super("too many failures");
		this.wait = wait;
	}

	/** More are tried than can be checked, and nobody knows how many of them fail. */
	public static TooManyFailures atOnce() {
		return new TooManyFailures(Duration.ofSeconds(30));
	}

	/**
	 * The longest wait until another try is heard.
	 * @return in whole minutes, rounded up
	 */
	public long minutes() {
		return Math.max(1, (this.wait.toSeconds() + 59) / 60);
	}

	public long seconds() {
		return Math.max(1, this.wait.toSeconds());
	}

}
