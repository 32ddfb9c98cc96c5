package org.huiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.test.context.DynamicPropertyRegistry;

/** Shipped rules with one more fact file, for tests of facts that are declared later. */
public final class DeclaredFacts {

	private DeclaredFacts() {
	}

	/**
	 * Has a service read the rules of the model district with that file.
	 * @param properties of the service
	 */
	public static void register(DynamicPropertyRegistry properties) throws IOException {
		Path rules = rules();
		properties.add("huiling.rules", rules::toString);
	}

	/**
	 * The same with derived facts of them, and a program that reads both.
	 * @param properties of the service
	 */
	public static void registerWithPolicy(DynamicPropertyRegistry properties) throws IOException {
		Path rules = withPolicy();
		properties.add("huiling.rules", rules::toString);
	}

	/**
	 * A directory of rules with that program.
	 * @return for this test
	 */
	public static Path withPolicy() throws IOException {
		Path rules = rules();
		Files.copy(Path.of("src/test/resources/facts/derived-members.yaml"),
				rules.resolve("facts/derived-members.yaml"));
		copy(Path.of("src/test/resources/policies/party-allowance"), rules.resolve("model-district/party-allowance"));
		return rules;
	}

	/**
	 * Has a service read the rules of the model district with nursing bills, and a
	 * program that goes over them.
	 * @param properties of the service
	 */
	public static void registerWithNursingBills(DynamicPropertyRegistry properties) throws IOException {
		Path rules = rules();
		Files.copy(Path.of("src/test/resources/facts/nursing-bills.yaml"), rules.resolve("facts/nursing-bills.yaml"));
		copy(Path.of("src/test/resources/policies/nursing-voucher"), rules.resolve("model-district/nursing-voucher"));
		properties.add("huiling.rules", rules::toString);
	}

	private static Path rules() throws IOException {
		Path rules = TestDirectory.of("huiling-declared");
		copy(Path.of("rules/facts"), rules.resolve("facts"));
		copy(Path.of("rules/model-district"), rules.resolve("model-district"));
		Files.copy(Path.of("src/test/resources/facts/party-members.yaml"), rules.resolve("facts/party-members.yaml"));
		return rules;
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, to.resolve(from.relativize(file)));
			}
		}
	}

}
