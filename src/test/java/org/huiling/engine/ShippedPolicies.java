package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.huiling.KeptClasses;
import org.huiling.engine.files.VersionDirectory;

/** The policies below {@code rules/}, each version compiled once for all tests. */
final class ShippedPolicies {

	private static final Path RULES = Path.of("rules");

	private static final Map<String, Shelf> SHELVES = new ConcurrentHashMap<>();

	private ShippedPolicies() {
	}

	/** A jurisdiction's policies, as known today and for ever. */
	static Shelf book(String jurisdiction) {
		return SHELVES.computeIfAbsent(jurisdiction, ShippedPolicies::read);
	}

	/** A jurisdiction's policies, as they were known at an instant. */
	static Shelf book(String jurisdiction, Instant knownAt) {
		return book(jurisdiction).knownAt(knownAt);
	}

	/** The jurisdictions that are shipped. */
	static List<String> jurisdictions() {
		try (Stream<Path> paths = Files.list(RULES)) {
			return paths.filter((path) -> Files.isRegularFile(path.resolve("jurisdiction.yaml")))
				.map((path) -> path.getFileName().toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Shelf read(String jurisdiction) {
		try (Stream<Path> paths = Files.walk(RULES.resolve(jurisdiction), 3)) {
			List<CompiledPolicy> versions = new ArrayList<>();
			Jurisdiction owner = null;
			for (Path path : paths.filter((one) -> one.endsWith("policy.yaml")).sorted().toList()) {
				VersionDirectory directory = VersionDirectory.read(path.getParent());
				owner = directory.jurisdiction();
				versions.add(new PolicyCompiler().compile(directory.files(), directory.program(), KeptClasses.SHARED));
			}
			if (owner == null) {
				throw new AssertionError("no version is shipped for " + jurisdiction);
			}
			return new Shelf(owner, versions);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
