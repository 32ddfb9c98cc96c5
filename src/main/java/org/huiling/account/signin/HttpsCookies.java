package org.huiling.account.signin;

import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * The cookies of sessions where people come by HTTPS: sent by HTTPS only, to this host
 * and no other, which browsers hold to by the names. So it is where the service has a
 * certificate, or {@code huiling.https} says that a proxy before it has one.
 */
class HttpsCookies implements EnvironmentPostProcessor, Ordered {

	/** Whether people come by HTTPS. */
	static final String HTTPS = "huiling.https";

	/** What browsers take by HTTPS only, for the whole of one host. */
	static final String PREFIX = "__Host-";

	private static final Map<String, Object> COOKIES = Map.of(HTTPS, "true", "server.servlet.session.cookie.name",
			PREFIX + "SESSION", "server.servlet.session.cookie.secure", "true", "server.servlet.session.cookie.path",
			"/");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean certificate = Stream.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate")
			.anyMatch((setting) -> StringUtils.hasText(environment.getProperty(setting)));
		if (environment.getProperty(HTTPS, Boolean.class, certificate)) {
			environment.getPropertySources().addLast(new MapPropertySource("huilingHttpsCookies", COOKIES));
		}
	}

	/** After the configuration files. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
