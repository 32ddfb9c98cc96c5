package org.huiling.engine.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the other programs that {@code policy.yaml} names: a list in which each stands by
 * its id or with its own basis, or all with one basis as {@code {programs: […], basis:
 * …}}.
 */
final class OtherProgramReader {

	private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private final String program;

	private final Problems problems;

	/**
	 * A reader.
	 * @param program the program that names others
	 * @param problems takes what is wrong
	 */
	OtherProgramReader(String program, Problems problems) {
		this.program = program;
		this.problems = problems;
	}

	/**
	 * The programs below a key.
	 * @param yaml the file
	 * @param key {@code deducts} or {@code uses}
	 * @return in order, each once; null if the key is absent
	 */
	@Nullable List<OtherProgram> read(YamlMapping yaml, String key) {
		Node value = yaml.node(key);
		if (value == null) {
			return null;
		}
		List<OtherProgram> others = new ArrayList<>();
		if (value instanceof MappingNode mapping) {
			YamlMapping whole = new YamlMapping(yaml.file(), mapping, this.problems);
			whole.allow("programs", "basis");
			String basis = whole.text("basis");
			if (whole.node("programs") instanceof SequenceNode sequence) {
				sequence.getValue().forEach((item) -> add(yaml.file(), item, basis, others));
			}
			else {
				whole.wrong("programs", "应为项目目录名的列表", "must be a list of ids of programs");
			}
		}
		else if (value instanceof SequenceNode sequence) {
			sequence.getValue().forEach((item) -> add(yaml.file(), item, null, others));
		}
		else {
			yaml.wrong(key, "应为项目目录名的列表", "must be a list of ids of programs");
		}
		Set<String> seen = new HashSet<>();
		others.removeIf((one) -> !seen.add(one.id()));
		return List.copyOf(others);
	}

	private void add(String file, Node item, @Nullable String basis, List<OtherProgram> others) {
		if (item instanceof MappingNode mapping) {
			YamlMapping one = new YamlMapping(file, mapping, this.problems);
			one.allow("program", "basis");
			add(file, item, one.text("program"), one.text("basis"), others);
		}
		else if (item instanceof ScalarNode scalar) {
			add(file, item, scalar.getValue(), basis, others);
		}
		else {
			wrong(file, item, "应为项目目录名", "must be the id of a program");
		}
	}

	private void add(String file, Node at, String id, @Nullable String basis, List<OtherProgram> others) {
		if (id.equals(this.program)) {
			wrong(file, at, "不能写本项目自己", "a program does not look at itself");
		}
		else if (!ID.matcher(id).matches() || id.equals(Program.STACKING)) {
			wrong(file, at, "“" + id + "”不是项目目录名", id + " is not the id of a program");
		}
		else {
			others.add(new OtherProgram(id, basis, Yaml.place(file, at).line()));
		}
	}

	private void wrong(String file, Node at, String zh, String en) {
		this.problems.error(Yaml.place(file, at), "OTHER_PROGRAM", zh, en);
	}

}
