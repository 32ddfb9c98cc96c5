package org.huiling.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failures are borne.
 *
 * @param mostFailures of one name in a row, until it is locked
 * @param mostFailuresOfAddress from one address, until it has to wait
 * @param locked for how long; failures are forgotten after the same time
 */
@ConfigurationProperties("huiling.sign-in")
record SignInSettings(@DefaultValue("10") int mostFailures, @DefaultValue("100") int mostFailuresOfAddress,
		@DefaultValue("10m") Duration locked) {
}
