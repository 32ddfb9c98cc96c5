package org.huiling.engine.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.CivilTime;
import org.huiling.facts.Subject;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.reading.Remark;
import org.huiling.facts.reading.Remarks;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the applicant of a worked example, in the shape of the HTTP contract. A field
 * that is absent or null is unknown; an unknown name, a wrong value and a contradiction
 * is a problem at its line.
 */
final class YamlPerson implements Remarks {

	private final String file;

	private final Problems problems;

	/** What several examples have in common is told once and keeps all of them out. */
	private boolean refused;

	/** Where each field stands, by its path. */
	private final Map<String, Node> places = new HashMap<>();

	YamlPerson(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	/**
	 * Fields of the example over common ones: each top-level field given replaces the
	 * whole.
	 */
	@Nullable FactRecord read(FactReading reading, YamlMapping example, @Nullable Node common, @Nullable Node own) {
		Map<String, NodeTuple> fields = new HashMap<>();
		for (Node node : Arrays.asList(common, own)) {
			if (node instanceof MappingNode mapping) {
				fields.putAll(fields(mapping));
			}
			else if (node != null) {
				error(node, "EXAMPLE_VALUE", "这里应为“键: 值”", "a mapping expected here", null);
			}
		}
		this.places.put("", (own != null) ? own : example.self());
		NodeTuple subject = fields.get(Subject.FIELD);
		String word = reading.dictionary().subject().word();
		if (subject != null && !(subject.getValueNode() instanceof ScalarNode said && word.equals(said.getValue()))) {
			error(subject.getValueNode(), "EXAMPLE_VALUE", "本项目的示例应为 " + word, word + " expected here", null);
		}
		FactRecord read = reading.read(new YamlFacts(this, fields, "", reading.places()), LocalDate.now(CivilTime.ZONE),
				this);
		return this.refused ? null : read;
	}

	/** The fields of a mapping, each once. */
	Map<String, NodeTuple> fields(MappingNode mapping) {
		Map<String, NodeTuple> fields = new HashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String name = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "?";
			if (fields.put(name, tuple) != null) {
				error(tuple.getKeyNode(), "DUPLICATE_KEY", "键 " + name + " 重复", "the key " + name + " stands twice",
						null);
			}
		}
		return fields;
	}

	/** Notes where a field stands. */
	void stands(String path, Node node) {
		this.places.put(path, node);
	}

	@Override
	public void missing(String path) {
		boolean top = path.indexOf('.') < 0;
		error(place(path), "EXAMPLE_VALUE", top ? "缺少 " + path : path + " 必须写",
				top ? path + " is missing" : path + " must be there", null);
	}

	@Override
	public void twice(String path, String first) {
		refuse(path, List.of(first), path + " 与 " + first + " 相同", path + " is that of " + first);
	}

	@Override
	public void refused(String path, Remark remark) {
		refuse(path, remark.mentions(), path + " " + told(remark.message().zh(), remark),
				path + ": " + told(remark.message().en(), remark));
	}

	/** There are odd people, and examples show what they get. */
	@Override
	public void odd(String path, Remark remark) {
	}

	private static String told(String message, Remark remark) {
		String told = message;
		for (int i = 0; i < remark.mentions().size(); i++) {
			told = told.replace("{" + i + "}", remark.mentions().get(i));
		}
		return told;
	}

	/**
	 * At the field itself, or at the item that lacks it. Of two fields that contradict
	 * each other at the later: what several examples have in common stands above them.
	 */
	private void refuse(String path, List<String> others, String zh, String en) {
		FilePlace at = place(path);
		for (String other : others) {
			FilePlace otherAt = place(other);
			at = (otherAt.line() > at.line()) ? otherAt : at;
		}
		error(at, "EXAMPLE_VALUE", zh, en, null);
	}

	private FilePlace place(String path) {
		Node node = this.places.get(path);
		if (node != null) {
			return Yaml.place(this.file, node);
		}
		return path.isEmpty() ? FilePlace.of(this.file) : place(path.substring(0, Math.max(path.lastIndexOf('.'), 0)));
	}

	void error(Node node, String code, String zh, String en, @Nullable Bilingual hint) {
		error(Yaml.place(this.file, node), code, zh, en, hint);
	}

	private void error(FilePlace at, String code, String zh, String en, @Nullable Bilingual hint) {
		this.refused = true;
		this.problems.error(at, code, zh, en, hint);
	}

}
