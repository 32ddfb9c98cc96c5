package org.huiling;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The service: starts everything with one command. */
@Modulithic(systemName = "Huiling")
@SpringBootApplication
public class HuilingApplication {

	/**
	 * Starts the service.
	 * @param arguments settings, such as {@code --server.port=9090}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(HuilingApplication.class, arguments);
	}

}
