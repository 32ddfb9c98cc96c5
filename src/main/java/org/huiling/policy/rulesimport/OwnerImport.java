package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.engine.files.Layering;
import org.huiling.engine.files.PlainFile;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.LayeredCurrencies;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.published.PolicyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Imports jurisdictions and programs. Their names may be corrected on disk at any time;
 * what decisions rest on (a region prefix and currency, a program's cycle, unit, order,
 * recipient and list) stays as it was first imported.
 */
public class OwnerImport {

	private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

	private static final int MOST_BYTES = 2 << 20;

	private final RulesDirectory rules;

	private final PolicyStore store;

	private final PublishedPolicyWriter writer;

	private final RulesReport report;

	private final LayeredCurrencies layers;

	public OwnerImport(RulesDirectory rules, PolicyStore store, PublishedPolicyWriter writer, RulesReport report) {
		this.layers = new LayeredCurrencies(store);
		this.rules = rules;
		this.store = store;
		this.writer = writer;
		this.report = report;
	}

	/**
	 * Imports a jurisdiction.
	 * @param directory its directory
	 * @return it as published, or null if it cannot be used
	 * @throws IOException if its file cannot be read
	 */
	public @Nullable Jurisdiction jurisdiction(Path directory) throws IOException {
		Jurisdiction read = read(directory, "jurisdiction.yaml", Jurisdiction::read);
		if (read == null) {
			return null;
		}
		Optional<Jurisdiction> known = this.store.jurisdictions()
			.stream()
			.filter((each) -> each.id().equals(read.id()))
			.findFirst();
		if (known.isPresent() && !known.get().regionPrefix().equals(read.regionPrefix())) {
			this.report.refused(this.rules.place(directory) + "/jurisdiction.yaml",
					"the region prefix was published as " + known.get().regionPrefix() + " and cannot become "
							+ read.regionPrefix());
			return known.get();
		}
		if (known.isPresent() && !known.get().currency().equals(read.currency())) {
			this.report.refused(this.rules.place(directory) + "/jurisdiction.yaml", "the currency was published as "
					+ known.get().currency() + " and cannot become " + read.currency());
			return known.get();
		}
		Optional<Layering> conflict = this.layers.conflict(read);
		if (conflict.isPresent()) {
			this.report.broken(this.rules.place(directory) + "/jurisdiction.yaml", conflict.get().words().en());
			return known.orElse(null);
		}
		try {
			this.writer.put(read);
			return read;
		}
		catch (DataIntegrityViolationException ex) {
			this.report.broken(this.rules.place(directory) + "/jurisdiction.yaml",
					"the region prefix " + read.regionPrefix() + " belongs to another jurisdiction");
			return null;
		}
	}

	/**
	 * Imports a program.
	 * @param directory its directory
	 * @param jurisdiction whose it is
	 * @return it as published, or null if it cannot be used
	 * @throws IOException if its file cannot be read
	 */
	public @Nullable Program program(Path directory, Jurisdiction jurisdiction) throws IOException {
		Program read = read(directory, "program.yaml", (id, yaml) -> Program.read(id, yaml, jurisdiction.currency()));
		if (read == null) {
			return null;
		}
		Optional<Program> known = this.store.programs()
			.stream()
			.filter((each) -> each.jurisdiction().equals(jurisdiction.id()))
			.map(PolicyStore.OwnedProgram::program)
			.filter((each) -> each.id().equals(read.id()))
			.findFirst();
		if (known.isPresent() && !withNameOf(read, known.get()).equals(read)) {
			this.report.refused(this.rules.place(directory) + "/program.yaml",
					"only the name of a published program can change, not its cycle, unit, order, recipient, list or whether it applies below");
			return known.get();
		}
		Optional<Layering> conflict = this.layers.conflict(jurisdiction, read);
		if (conflict.isPresent()) {
			this.report.broken(this.rules.place(directory) + "/program.yaml", conflict.get().words().en());
			return known.orElse(null);
		}
		this.writer.put(jurisdiction.id(), read);
		return read;
	}

	public static Program withNameOf(Program named, Program program) {
		return new Program(program.id(), named.name(), program.cycle(), program.unit(), program.order(),
				program.paidTo(), program.over(), program.subject(), program.appliesBelow(), program.owner());
	}

	private <T> @Nullable T read(Path directory, String file, BiFunction<String, byte[], T> reader) throws IOException {
		String name = directory.getFileName().toString();
		if (!name.matches(NAME)) {
			this.report.broken(this.rules.place(directory), "the directory's name must match " + NAME);
			return null;
		}
		if (!Files.isRegularFile(directory.resolve(file))) {
			this.report.broken(this.rules.place(directory) + "/" + file, "the file is missing");
			return null;
		}
		try {
			return reader.apply(name, PlainFile.read(directory.resolve(file), MOST_BYTES));
		}
		catch (PolicyDefects ex) {
			this.report.broken(this.rules.place(directory), ex);
			return null;
		}
	}

}
