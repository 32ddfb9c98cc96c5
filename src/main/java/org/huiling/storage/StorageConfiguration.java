package org.huiling.storage;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Offers the embedded PostgreSQL to Spring Boot as if it had been configured: the pool is
 * closed before the server is.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedDatabase.class)
class StorageConfiguration {

	@Bean
	EmbeddedServer embeddedServer(@Value("${huiling.data}") Path data) {
		return EmbeddedServer.start(data);
	}

	@Bean
	JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
		return server.connection("huiling");
	}

}
