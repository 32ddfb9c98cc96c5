package org.huiling.engine.drools.build;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.drools.language.AsciiText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.drools.reading.RuleSource;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Turns what Drools and the Java compiler say about rules into problems a policy author
 * can act on: their file, their line, their text.
 */
final class DroolsMessages {

	private static final Pattern LEFT_PART = Pattern.compile("parse left part of expression: ([^\\n]+)");

	private static final Pattern UNKNOWN_NAME = Pattern
		.compile("(?:symbol|symbol:\\s+(?:variable|method)|The method|variable)\\s+([A-Za-z_$][\\w$]*)");

	private static final Pattern CANNOT_RESOLVE = Pattern.compile("([A-Za-z_$][\\w$]*) cannot be resolved");

	private static final Pattern UNDEFINED_METHOD = Pattern.compile("The method ([A-Za-z_$][\\w$]*)\\(");

	private final Map<String, RuleSource> files;

	private final RuleVocabulary vocabulary;

	private final Problems problems;

	DroolsMessages(Map<String, RuleSource> files, RuleVocabulary vocabulary, Problems problems) {
		this.files = files;
		this.vocabulary = vocabulary;
		this.problems = problems;
	}

	void reported(Message message) {
		String text = Shorthand.undo(AsciiText.undo(String.valueOf(message.getText())));
		if (text.contains("null Package") || text.startsWith("/*") || text.length() > 4000) {
			return;
		}
		RuleSource source = source(message.getPath());
		Matcher left = LEFT_PART.matcher(text);
		if (left.find()) {
			unknownField(left.group(1).strip(), source);
			return;
		}
		String name = name(text);
		if (name != null) {
			unknownName(name, source);
			return;
		}
		int line = (source != null) ? message.getLine() : 1;
		this.problems.error(place(source, line), "RULE_NOT_COMPILED", "规则无法编译：检查此处的名称、类型和符号",
				"the rule does not compile: check names, types and operators here");
	}

	void thrown(RuntimeException ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		Matcher literal = Pattern.compile("\"([^\"]*)\"").matcher(AsciiText.undo(String.valueOf(root.getMessage())));
		if (root instanceof NumberFormatException && literal.find()) {
			FilePlace place = find("\"" + literal.group(1) + "\"");
			this.problems.error(place, "WRONG_LITERAL", "这里应为数字", "a number belongs here");
			return;
		}
		this.problems.error(place(null, 1), "RULE_NOT_COMPILED", "规则无法编译：检查名称、类型和符号",
				"the rules do not compile: check names, types and operators");
	}

	private static @Nullable String name(String text) {
		for (Pattern pattern : List.of(CANNOT_RESOLVE, UNDEFINED_METHOD, UNKNOWN_NAME)) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.find()) {
				return matcher.group(1);
			}
		}
		return null;
	}

	private void unknownField(String expression, @Nullable RuleSource source) {
		String field = expression.split("[^\\w.$]")[0];
		String last = field.substring(field.lastIndexOf('.') + 1);
		FilePlace place = (source != null && source.lines().contains(expression)) ? source.lines().find(expression, 1)
				: find(expression);
		String near = Nearest.to(last, this.vocabulary.allWords());
		this.problems.error(place.naming(expression), "UNKNOWN_FIELD", "未知的事实 " + field, "unknown field " + field,
				(near != null) ? Nearest.hint(near) : null);
	}

	private void unknownName(String name, @Nullable RuleSource source) {
		FilePlace place = (source != null && source.lines().contains(name)) ? source.lines().find(name, 1) : find(name);
		String near = Nearest.to(name, this.vocabulary.allWords());
		this.problems.error(place, "UNKNOWN_NAME", "未知的名称 " + name + "，或用法不符",
				"unknown name " + name + ", or used the wrong way",
				(near != null && !near.equals(name)) ? Nearest.hint(near) : null);
	}

	private FilePlace find(String text) {
		for (RuleSource source : this.files.values()) {
			if (source.lines().contains(text)) {
				return source.lines().find(text, 1);
			}
		}
		return place(null, 1);
	}

	private @Nullable RuleSource source(@Nullable String path) {
		if (path == null) {
			return null;
		}
		int file = 0;
		for (RuleSource source : this.files.values()) {
			if (path.endsWith("/" + DroolsBuild.resource(file++))) {
				return source;
			}
		}
		return null;
	}

	private FilePlace place(@Nullable RuleSource source, int line) {
		RuleSource at = (source != null) ? source : this.files.values().iterator().next();
		return at.lines().place(line);
	}

}
