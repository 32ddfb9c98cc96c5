package org.huiling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.account.QuickPasswords;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Another instance of the service on the database of a {@link HuilingTest}. */
public final class SecondInstance {

	private static final List<String> SHARED = List.of("spring.datasource.url", "spring.datasource.username",
			"spring.datasource.password", "huiling.audit-key", "huiling.admin-password", "huiling.keys.current",
			"huiling.keys.encryption.test", "huiling.keys.lookup");

	private SecondInstance() {
	}

	/**
	 * Starts one.
	 * @param first the environment of the test
	 * @param more further settings such as {@code huiling.rules-import=ALWAYS}
	 * @return to be closed
	 */
	public static ConfigurableApplicationContext start(Environment first, String... more) {
		List<String> settings = new ArrayList<>(
				List.of("--server.port=0", "--huiling.rules-import=NEVER", "--huiling.sample=false"));
		SHARED.forEach((key) -> settings.add("--" + key + "=" + first.getRequiredProperty(key)));
		Stream.of(more).forEach((setting) -> {
			settings.removeIf((one) -> one.startsWith("--" + setting.substring(0, setting.indexOf('=') + 1)));
			settings.add("--" + setting);
		});
		return new SpringApplicationBuilder(HuilingApplication.class, QuickPasswords.class)
			.run(settings.toArray(String[]::new));
	}

}
