package org.huiling.limits;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken of callers.
 *
 * @param connectionsOfAddress open at the same time from one address; 0 for any number,
 * as behind a proxy from which all connections come
 * @param sessions of people who have signed in to the pages, on this instance
 * @param unsignedBody the most that somebody who has not signed in may send to a page
 * @param unsignedTime in which it has to arrive
 * @param unsignedAtOnce how many such bodies are waited for at the same time
 * @param unsignedOfAddress how many of them from one address
 */
@ConfigurationProperties("huiling.limits")
record LimitSettings(@DefaultValue("512") int connectionsOfAddress, @DefaultValue("10000") int sessions,
		@DefaultValue("64KB") DataSize unsignedBody, @DefaultValue("5s") Duration unsignedTime,
		@DefaultValue("64") int unsignedAtOnce, @DefaultValue("16") int unsignedOfAddress) {
}
