package org.huiling.account.password;

/** Checks somebody's password, as throttled as a sign-in. */
public interface PasswordCheck {

	/**
	 * Requires that a password is somebody's.
	 * @param name the account's name, as typed
	 * @param password as typed
	 * @param address where from
	 * @throws org.springframework.security.authentication.BadCredentialsException if
	 * there is no such account, it is disabled, or the password is wrong
	 * @throws TooManyFailures without checking
	 */
	void require(String name, String password, String address);

}
