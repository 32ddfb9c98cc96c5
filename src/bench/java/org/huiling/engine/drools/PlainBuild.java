package org.huiling.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.drools.model.codegen.ExecutableModelProject;
import org.huiling.TestFacts;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Units;
import org.huiling.engine.source.yaml.Problems;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** What Drools takes by itself for the files of a version: {@code buildAll}, no more. */
public final class PlainBuild {

	private PlainBuild() {
	}

	/**
	 * Builds.
	 * @param files the files, of which {@code rules.drl} holds the rules
	 * @return how many messages there were: none
	 */
	public static int of(PolicyFiles files) {
		HeaderReader.Read header = Objects.requireNonNull(new HeaderReader(new Problems(), Units.of(TestFacts.DICTIONARY)).read(files));
		KieServices services = KieServices.get();
		ReleaseId release = services.newReleaseId("plain", "build", "1");
		KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
		system.write("src/main/java/plain/P.java",
				"package plain; import java.time.*; import java.util.*; import org.huiling.facts.*;\npublic final class P {\n"
						+ header.constants() + "}\n");
		system.write("src/main/resources/plain/rules.drl",
				"package plain; import org.huiling.facts.*; global Benefit benefit; "
						+ new String(files.files().getOrDefault("rules.drl", new byte[0]), StandardCharsets.UTF_8));
		KieBuilder builder = services.newKieBuilder(system);
		builder.buildAll(ExecutableModelProject.class);
		services.getRepository().removeKieModule(release);
		if (builder.getResults().hasMessages(Message.Level.ERROR)) {
			throw new IllegalStateException(builder.getResults().toString());
		}
		return builder.getResults().getMessages().size();
	}

}
