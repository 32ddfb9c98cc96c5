package org.huiling.engine.source;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.huiling.engine.example.Example;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;

/**
 * Worked examples of one file that stand there twice. Two of one name are an error: a
 * report that names one of them would not say which. Two that ask and expect the same
 * under different names are a warning: the second shows nothing.
 */
final class RepeatedExamples {

	private final Problems problems;

	private final Map<String, Example> named = new HashMap<>();

	private final Map<List<Object>, Example> same = new HashMap<>();

	RepeatedExamples(Problems problems) {
		this.problems = problems;
	}

	/** Looks at an example that could be read. */
	void look(Example example) {
		boolean newName = lookAtName(example);
		Example before = this.same.putIfAbsent(content(example), example);
		if (before != null && newName) {
			this.problems.warning(place(example), "DUPLICATE_EXAMPLE",
					"与第 " + before.line() + " 行的示例“" + before.name() + "”内容相同",
					"shows the same as the example of line " + before.line() + ", " + before.name());
		}
	}

	/**
	 * Looks at the name alone.
	 * @return whether it stands there for the first time
	 */
	boolean lookAtName(Example example) {
		Example before = this.named.putIfAbsent(asRead(example.name()), example);
		if (before != null) {
			this.problems.error(place(example), "DUPLICATE_EXAMPLE", "示例名与第 " + before.line() + " 行的重复",
					"the example of line " + before.line() + " has the same name");
		}
		return before == null;
	}

	/** Names that a reader cannot tell apart are one. */
	private static String asRead(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC)
			.strip()
			.replaceAll("\\s+", " ")
			.toLowerCase(Locale.ROOT);
	}

	private static List<Object> content(Example example) {
		return Arrays.asList(example.period(), String.valueOf(example.claim()),
				Optional.ofNullable(example.applicant()), example.stated(), example.expected());
	}

	private static FilePlace place(Example example) {
		return new FilePlace(ExampleReader.FILE, example.line(), 1, example.name());
	}

}
