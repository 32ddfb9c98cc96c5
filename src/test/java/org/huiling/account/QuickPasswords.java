package org.huiling.account;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of tests are hashed by the same code as the service's own, with as little
 * work as there can be: a fifth of a second for each, more in tests, was half of their
 * time. A test whose setting {@code huiling.test.slow-passwords} is {@code true} has the
 * service's own.
 */
public final class QuickPasswords implements BeanPostProcessor, EnvironmentAware {

	/** The setting. */
	public static final String SLOW = "huiling.test.slow-passwords";

	private boolean slow;

	@Override
	public void setEnvironment(Environment environment) {
		this.slow = environment.getProperty(SLOW, Boolean.class, false);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof PasswordEncoder && !this.slow) ? new Quick() : bean;
	}

	private static final class Quick implements PasswordEncoder {

		private final PasswordEncoder quick = new DelegatingPasswordEncoder("bcrypt",
				Map.of("bcrypt", new BCryptPasswordEncoder(4)));

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return this.quick.encode(password);
		}

		/** What is checked for a name that nobody has says itself how much work it is. */
		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			return this.quick.matches(password, (hash != null) ? hash.replace("$2a$12$", "$2a$04$") : null);
		}

	}

}
