package org.huiling;

import org.huiling.FreshDatabaseCustomizerFactory.SharedClasses;
import org.huiling.account.QuickPasswords;
import org.huiling.problem.OutOfMemory;

import org.springframework.boot.SpringApplication;

/**
 * The service as it is started, in a JVM of its own, with {@link QuickPasswords};
 * versions that a test has compiled are not compiled again.
 */
public final class QuickService {

	private QuickService() {
	}

	/**
	 * Starts the service.
	 * @param arguments its settings
	 */
	public static void main(String[] arguments) {
		OutOfMemory.endsProcess();
		SpringApplication.run(new Class<?>[] { HuilingApplication.class, QuickPasswords.class, SharedClasses.class },
				arguments);
	}

}
