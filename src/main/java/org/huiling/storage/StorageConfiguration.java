package org.huiling.storage;

import java.nio.file.Path;

import org.huiling.storage.embedded.EmbeddedServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
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

	private static final Logger LOGGER = LoggerFactory.getLogger(StorageConfiguration.class);

	@Bean
	EmbeddedServer embeddedServer(@Value("${huiling.data}") Path data, ApplicationContext context) {
		return EmbeddedServer.start(data, () -> end(context));
	}

	/**
	 * A service without its database answers nobody; whoever watches it starts it anew.
	 */
	private static void end(ApplicationContext context) {
		LOGGER.error("The embedded PostgreSQL is lost and does not start again: the service ends.");
		new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "end").start();
	}

	@Bean
	JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
		return server.connection("huiling");
	}

}
