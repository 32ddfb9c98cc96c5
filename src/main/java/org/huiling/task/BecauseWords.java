package org.huiling.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.huiling.dictionary.FactNames;
import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a task is on the list, in the reader's words. */
@Component
class BecauseWords {

	private static final String PROGRAMS = "programs:";

	private static final String CODE = "code:";

	private static final String FACTS = "facts:";

	private final PolicyCatalogue catalogue;

	private final FactNames facts;

	private final MessageSource messages;

	private final Clock clock;

	BecauseWords(PolicyCatalogue catalogue, FactNames facts, MessageSource messages, Clock clock) {
		this.catalogue = catalogue;
		this.facts = facts;
		this.messages = messages;
		this.clock = clock;
	}

	String of(TaskRow task, Locale locale) {
		List<String> arguments = new ArrayList<>();
		task.arguments().forEach((argument) -> arguments.add(said(argument, task, locale)));
		@Nullable String words = this.messages.getMessage("task.because." + task.because(), arguments.toArray(), task.because(),
				locale);
		return Objects.requireNonNullElse(words, task.because());
	}

	private String said(String argument, TaskRow task, Locale locale) {
		if (argument.startsWith(PROGRAMS)) {
			return each(argument.substring(PROGRAMS.length()), programs(task.jurisdiction(), locale), locale);
		}
		if (argument.startsWith(FACTS)) {
			return each(argument.substring(FACTS.length()), (path) -> fact(path, locale), locale);
		}
		if (argument.startsWith(CODE)) {
			String[] code = argument.substring(CODE.length()).split("\\.", 2);
			return Objects.requireNonNullElse(this.facts.code(code[0], code[code.length - 1], locale),
					code[code.length - 1]);
		}
		return argument;
	}

	private String fact(String path, Locale locale) {
		String general = path.replaceAll("\\[[^]]*]", "");
		return Objects.requireNonNullElse(this.facts.phrase(general, locale), general);
	}

	private UnaryOperator<String> programs(String jurisdiction, Locale locale) {
		Map<String, String> names = this.catalogue.book(jurisdiction, this.clock.instant())
			.programs()
			.stream()
			.collect(Collectors.toMap(Program::id, (program) -> program.name().in(locale)));
		return (program) -> names.getOrDefault(program, program);
	}

	private static String each(String listed, UnaryOperator<String> name, Locale locale) {
		return Arrays.stream(listed.split(","))
			.map(name)
			.collect(Collectors.joining(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "、" : ", "));
	}

}
