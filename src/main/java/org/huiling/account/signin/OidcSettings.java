package org.huiling.account.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which claims of an OpenID provider say what. A dot leads into a claim that is an
 * object: {@code realm_access.roles}.
 *
 * @param nameClaim the name under which everything is recorded
 * @param rolesClaim a list, or a text with blanks between, of roles; others are ignored
 * @param regionsClaim likewise of region prefixes, {@code *} for everywhere
 */
@ConfigurationProperties("huiling.oidc")
record OidcSettings(@DefaultValue("preferred_username") String nameClaim, @DefaultValue("roles") String rolesClaim,
		@DefaultValue("regions") String regionsClaim) {
}
