package org.huiling.storage;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What repositories of Spring Data JDBC rest on. Packages that have some say so
 * themselves: Spring Boot would look for them, and for their tables, in every class that
 * there is.
 */
@Configuration(proxyBeanMethods = false)
class AggregateConfiguration extends AbstractJdbcConfiguration {

	/** A record is mapped when it is first used. */
	@Override
	protected Set<Class<?>> getInitialEntitySet() {
		return Set.of();
	}

	/** No connection is asked what it leads to. */
	@Bean
	@Override
	public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
		return JdbcPostgresDialect.INSTANCE;
	}

}
