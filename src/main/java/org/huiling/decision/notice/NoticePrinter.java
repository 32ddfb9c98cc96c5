package org.huiling.decision.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/** 通知书: prints the notices of many people as one file, a page break before each. */
@Component
public class NoticePrinter {

	private final DecisionStore store;

	private final NoticeWriter writer;

	private final Payees people;

	private final ITemplateEngine templates;

	private final NoticeNumbers numbers;

	private final Clock clock;

	NoticePrinter(DecisionStore store, NoticeWriter writer, Payees people, ITemplateEngine templates,
			NoticeNumbers numbers, Clock clock) {
		this.numbers = numbers;
		this.store = store;
		this.writer = writer;
		this.people = people;
		this.templates = templates;
		this.clock = clock;
	}

	/**
	 * Prints, block by block; the file needs nothing beside it. Whoever prints notes it
	 * in the audit trail. People who were erased are left out.
	 * @param out takes the HTML
	 * @param title the page's
	 * @param locale Chinese or English
	 * @param knownAt as of when names are known, from
	 * {@link org.huiling.storage.RecordedTime#settled()}
	 * @param next gives the decisions that follow on some; first asked with an empty
	 * list, empty at the end
	 */
	public void print(Writer out, String title, Locale locale, Instant knownAt, UnaryOperator<List<UUID>> next) {
		try {
			out.write("<!DOCTYPE html>\n<html lang=\"" + locale.toLanguageTag()
					+ "\">\n<head>\n<meta charset=\"UTF-8\">\n" + "<title>" + title + "</title>\n<style>\n" + style()
					+ "</style>\n</head>\n<body>\n");
			for (List<UUID> block = next.apply(List.of()); !block.isEmpty(); block = next.apply(block)) {
				print(out, block, locale, knownAt);
			}
			out.write("</body>\n</html>\n");
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void print(Writer out, List<UUID> block, Locale locale, Instant knownAt) throws IOException {
		Map<UUID, Decision> decisions = this.store.ofIds(block)
			.stream()
			.collect(Collectors.toMap(Decision::id, (decision) -> decision));
		Set<UUID> people = decisions.values()
			.stream()
			.map((decision) -> decision.key().applicant())
			.collect(Collectors.toSet());
		Map<UUID, EffectiveDecisions> effective = effective(people);
		Map<UUID, Payee> known = this.people.known(people, knownAt, LocalDate.now(this.clock));
		Map<UUID, String> numbers = this.numbers
			.give(block.stream().filter((id) -> isIssued(decisions.get(id), effective)).map(decisions::get).toList());
		for (UUID id : block) {
			Decision decision = decisions.get(id);
			Payee person = (decision != null) ? known.get(decision.key().applicant()) : null;
			if (decision != null && person != null) {
				DecisionQueries.One one = new DecisionQueries.One(decision,
						effective.getOrDefault(decision.key().applicant(), EffectiveDecisions.of(List.of(decision))),
						List.of());
				Notice notice = this.writer.notice(one, person.name(),
						new ShownPerson(person.fileNumber(), person.residentId()), numbers.get(id), locale);
				this.templates.process("notice", Set.of("main"), new Context(locale, Map.of("notice", notice)), out);
				out.write("\n");
			}
		}
	}

	private static boolean isIssued(@Nullable Decision decision, Map<UUID, EffectiveDecisions> effective) {
		EffectiveDecisions all = (decision != null) ? effective.get(decision.key().applicant()) : null;
		return decision != null && (all == null || all.isCurrent(decision));
	}

	private Map<UUID, EffectiveDecisions> effective(Collection<UUID> people) {
		return this.store.withoutReasons(people)
			.stream()
			.sorted(Comparator.comparing(Decision::decidedAt))
			.collect(Collectors.groupingBy((decision) -> decision.key().applicant(),
					Collectors.collectingAndThen(Collectors.toList(), EffectiveDecisions::of)));
	}

	private static String style() throws IOException {
		try (InputStream style = NoticePrinter.class.getResourceAsStream("/static/css/notice.css")) {
			if (style == null) {
				throw new IOException("there is no style of notices");
			}
			return new String(style.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
