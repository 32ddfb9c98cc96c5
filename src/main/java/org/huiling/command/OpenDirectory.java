package org.huiling.command;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.dictionary.FactNames;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.openrules.OpenPolicies;
import org.huiling.openrules.OpenPolicy;
import org.huiling.peoplelist.ServiceWords;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is published as files: {@code policies.json}, the list, and
 * {@code policies/<jurisdiction>/<program>.json} each. A directory comes into its place
 * whole or not at all, over an earlier one of its kind and over nothing else.
 */
final class OpenDirectory {

	private static final String LIST = "policies.json";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final Path rules;

	/** There is something else where it is to be. */
	static final class Taken extends IOException {

		@Serial
		private static final long serialVersionUID = 1L;

		Taken(Path place) {
			super(place.toString());
		}

	}

	/**
	 * What is published of rules.
	 * @param rules their directory, such as {@code rules}
	 */
	OpenDirectory(Path rules) {
		this.rules = rules;
	}

	/**
	 * Writes it.
	 * @param place where it is to be
	 * @return how many programs there are
	 * @throws Taken if there is something else
	 * @throws IOException if something cannot be read or written
	 * @throws org.huiling.engine.problem.PolicyDefects if rules cannot be used
	 */
	int write(Path place) throws IOException {
		Path target = place.toAbsolutePath().normalize();
		boolean earlier = Files.isRegularFile(target.resolve(LIST));
		if (Files.exists(target) && !earlier && !isEmpty(target)) {
			throw new Taken(place);
		}
		List<OpenPolicy> policies = policies();
		Path beside = Objects.requireNonNull(target.getParent());
		Files.createDirectories(beside);
		Path written = Files.createTempDirectory(beside, ".huiling-");
		try {
			write(written.resolve(LIST), Map.of("items", policies.stream().map(OpenPolicy::item).toList()));
			for (OpenPolicy policy : policies) {
				write(written.resolve("policies")
					.resolve(policy.jurisdiction().id())
					.resolve(policy.program() + ".json"), policy);
			}
			Path before = written.resolveSibling(written.getFileName() + "-before");
			if (Files.exists(target)) {
				Files.move(target, before);
			}
			Files.move(written, target);
			delete(before);
		}
		finally {
			delete(written);
		}
		return policies.size();
	}

	private static boolean isEmpty(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			return false;
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.findAny().isEmpty();
		}
	}

	private static void write(Path file, Object content) throws IOException {
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		Files.write(file, MAPPER.writeValueAsBytes(content));
	}

	private static void delete(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
				Files.delete(file);
			}
		}
	}

	private List<OpenPolicy> policies() throws IOException {
		List<OpenPolicy> policies = new ArrayList<>();
		ServiceWords messages = new ServiceWords(Locale.CHINESE);
		try (Stream<Path> directories = Files.list(this.rules)) {
			for (Path directory : (Iterable<Path>) directories.sorted()::iterator) {
				if (Files.isRegularFile(directory.resolve(Jurisdiction.FILE))) {
					add(PolicyBook.read(directory), messages, policies);
				}
			}
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
		return policies;
	}

	private static void add(DirectoryBook book, ServiceWords messages, List<OpenPolicy> policies) {
		OpenPolicies open = new OpenPolicies(messages.source(), FactNames.of(book.facts().dictionary()));
		for (Program program : OpenPolicies.programs(book)) {
			policies.add(open.of(book, program, book::examples));
		}
	}

}
