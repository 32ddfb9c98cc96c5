package org.huiling.account.signin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failures are borne, and how long and how often one may be signed in.
 *
 * @param mostFailures of one name in a row, until it is locked
 * @param mostFailuresOfAddress from one address, until it has to wait
 * @param locked for how long; failures are forgotten after the same time
 * @param mostSessions of one account on pages; one more ends the one unused the longest
 * @param longestSession after which one signs in again, however busy
 */
@ConfigurationProperties("huiling.sign-in")
record SignInSettings(@DefaultValue("10") int mostFailures, @DefaultValue("100") int mostFailuresOfAddress,
		@DefaultValue("10m") Duration locked, @DefaultValue("5") int mostSessions,
		@DefaultValue("12h") Duration longestSession) {
}
