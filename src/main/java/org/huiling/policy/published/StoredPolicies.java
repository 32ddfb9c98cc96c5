package org.huiling.policy.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.standard.StandardsFile;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction straight from the database, compiled by any dictionary:
 * for checks that run while the catalogue is not there yet, or by facts that are not in
 * force.
 */
public final class StoredPolicies implements PolicyBook {

	private final Jurisdiction jurisdiction;

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	/** In the place of those in force, null for none. */
	private final @Nullable StandardsFile standards;

	private @Nullable List<PublishedVersion> versions;

	private final Map<VersionId, CompiledPolicy> compiled = new HashMap<>();

	/**
	 * The policies that stand now.
	 * @param jurisdiction whose they are
	 * @param store where they are kept
	 * @param compiler compiles them
	 * @param classes where compiled classes are kept
	 */
	public StoredPolicies(Jurisdiction jurisdiction, PolicyStore store, PolicyCompiler compiler, ClassStore classes) {
		this(jurisdiction, store, compiler, classes, null);
	}

	/**
	 * The same by standards that are not in force.
	 * @param jurisdiction whose policies they are
	 * @param store where they are kept
	 * @param compiler compiles them
	 * @param classes where compiled classes are kept
	 * @param standards those that count in the place of what is in force
	 */
	public StoredPolicies(Jurisdiction jurisdiction, PolicyStore store, PolicyCompiler compiler, ClassStore classes,
			@Nullable StandardsFile standards) {
		this.standards = standards;
		this.jurisdiction = jurisdiction;
		this.store = store;
		this.compiler = compiler;
		this.classes = classes;
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.jurisdiction;
	}

	@Override
	public List<Program> programs() {
		return this.store.programs()
			.stream()
			.filter((owned) -> owned.jurisdiction().equals(this.jurisdiction.id()))
			.map(PolicyStore.OwnedProgram::program)
			.toList();
	}

	private Timeline timeline(String program) {
		List<PublishedVersion> known = this.versions;
		if (known == null) {
			known = this.store.versions();
			this.versions = known;
		}
		return new Timeline(known.stream()
			.filter((version) -> version.withdrawnAt() == null
					&& version.id().jurisdiction().equals(this.jurisdiction.id())
					&& version.id().program().equals(program))
			.toList());
	}

	private PolicyFiles files(VersionId id) {
		PolicyFiles files = this.store.files(id);
		return (this.standards != null) ? files.with(files.standards().with(this.standards)) : files;
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		PublishedVersion version = timeline(program).inForce(day).orElse(null);
		Program owner = programs().stream().filter((one) -> one.id().equals(program)).findFirst().orElse(null);
		if (version == null || owner == null) {
			return null;
		}
		return this.compiled.computeIfAbsent(version.id(),
				(id) -> this.compiler.compilePublished(files(id), owner, this.classes));
	}

}
