package org.huiling.engine.source;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Subject;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads an applicant that a program hands over as a text. */
public final class PersonText {

	private static final String PLACE = "applicant";

	private PersonText() {
	}

	/**
	 * Reads a person or an organisation.
	 * @param text YAML or JSON, with the fields of the HTTP contract
	 * @param facts by which fact files
	 * @return free of contradictions
	 * @throws org.huiling.engine.problem.PolicyDefects naming each field that is unknown,
	 * wrong or contradicts another one, with its line
	 */
	public static FactRecord read(String text, FactReading facts) {
		Problems problems = new Problems();
		YamlMapping person = Yaml.plainMapping(PLACE, text.getBytes(StandardCharsets.UTF_8), problems);
		problems.refuseErrors();
		MappingNode fields = Objects.requireNonNull(person).self();
		FactReading reading = facts.of(Objects.requireNonNullElse(Subject.of(subject(fields)), Subject.PERSON));
		FactRecord read = new YamlPerson(PLACE, problems).read((reading != null) ? reading : facts, person, null,
				fields);
		problems.refuseErrors();
		return Objects.requireNonNull(read);
	}

	/** Another word than one of these is refused by the reader. */
	private static @Nullable String subject(MappingNode fields) {
		for (NodeTuple tuple : fields.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key && Subject.FIELD.equals(key.getValue())
					&& tuple.getValueNode() instanceof ScalarNode word) {
				return word.getValue();
			}
		}
		return null;
	}

}
