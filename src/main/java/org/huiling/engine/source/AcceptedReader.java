package org.huiling.engine.source;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.PolicyHeader.Accepted;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code accepted}: findings that are meant to be so, each with its reason. */
final class AcceptedReader {

	private AcceptedReader() {
	}

	static List<Accepted> read(YamlMapping yaml) {
		return yaml.mappings("accepted").stream().map(AcceptedReader::one).toList();
	}

	private static Accepted one(YamlMapping yaml) {
		yaml.allow("kind", "rules", "reason");
		Finding.Kind kind = yaml.code("kind", Finding.Kind.class, null);
		if (kind == Finding.Kind.CUT_SHORT) {
			yaml.wrong("kind", "不必也不能接受", "need not and cannot be accepted");
		}
		return new Accepted(kind, rules(yaml), yaml.bilingual("reason"), yaml.place("kind").line());
	}

	/** Findings about dates name no rules. */
	private static List<String> rules(YamlMapping yaml) {
		List<String> rules = new ArrayList<>();
		Node node = yaml.node("rules");
		if (node instanceof SequenceNode sequence) {
			for (Node item : sequence.getValue()) {
				String rule = scalar(item);
				if (rule == null) {
					yaml.wrong("rules", "应为规则名的列表", "must be a list of rule names");
					return rules;
				}
				rules.add(rule);
			}
		}
		else if (node != null) {
			yaml.wrong("rules", "应为规则名的列表", "must be a list of rule names");
		}
		return rules;
	}

	private static @Nullable String scalar(Node node) {
		return (node instanceof ScalarNode scalar) ? scalar.getValue() : null;
	}

}
