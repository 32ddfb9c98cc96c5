package org.huiling.policy.drafts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.huiling.engine.files.FactFiles;
import org.huiling.policy.TinyRules;
import org.huiling.policy.drafts.DraftApi.Answer;

import org.springframework.http.HttpMethod;

import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/**
 * Fact files of the model district, drafted and published as people do it, and programs
 * that pay ten yuan for each year of a medal.
 */
record MedalFacts(DraftApi api) {

	static final String FILE = "medals";

	/** Programs over the same derived fact. */
	static final List<String> PROGRAMS = List.of("medal-allowance", "medal-bonus");

	/** Everybody with this medal has had it for one year throughout 2013. */
	static final String HOLDER = """
			{"birthDate": "1932-02-01", "medalSince": "2012-01-01",
			 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}}""";

	private static final int MOST_YEARS = 15;

	/** Rules that begin with the fact file and both programs. */
	static Path rules() {
		Path root = DraftApi.rules();
		TinyRules rules = new TinyRules(root);
		FactFiles.shipped()
			.files()
			.forEach((name, content) -> rules.file("facts/" + name, new String(content, StandardCharsets.UTF_8)));
		rules.file("facts/" + FILE + ".yaml", medals(0));
		for (String program : PROGRAMS) {
			rules.program("model-district", program, 90 + PROGRAMS.indexOf(program));
			version(rules, "model-district/" + program + "/2013-01-01");
		}
		return root;
	}

	private static void version(TinyRules rules, String directory) {
		rules.file(directory + "/policy.yaml", """
				title: {zh: 奖章津贴, en: Medal allowance}
				basis: 奖章津贴办法（自拟）
				effectiveFrom: 2013-01-01
				wins: HIGHEST
				parameters:
				""" + years((n) -> "  y%d: {value: %d, unit: years, basis: 第一条}\n".formatted(n, n))
				+ years((n) -> "  a%d: {value: %d.00, unit: CNY, basis: 第一条}\n".formatted(n, 10 * n)));
		rules.file(directory + "/allowance.drl", years((n) -> """
				rule "满%d年"
				    @en("%d years")
				    @basis("奖章津贴办法（自拟）第一条")
				when
				    Applicant( medalYears >= P.y%d )
				then
				    benefit.pay(P.a%d);
				end

				""".formatted(n, n, n, n)));
	}

	private static String years(IntFunction<String> text) {
		return IntStream.rangeClosed(1, MOST_YEARS).mapToObj(text).collect(Collectors.joining());
	}

	/** The file of medals in which everybody has some years more. */
	static String medals(int more) {
		return content(
				"derived:\n  medalYears: {is: \"fullYears(medalSince, firstDay) + %d\", zh: 获奖年数, en: Years of the medal}\n"
					.formatted(more),
				"medalSince: {type: date, notBefore: birthDate, zh: 获奖时间, en: Medal since}");
	}

	static String content(String derived, String... facts) {
		return "name: {zh: 试例, en: Example}\nowner: model-district\nfacts:\n  " + String.join("\n  ", facts) + "\n"
				+ derived;
	}

	/** A draft of a file with other content. */
	String drafted(String file, String content) {
		Answer begun = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"factFile": "%s", "owner": "model-district", "title": {"zh": "事实", "en": "Facts"}}""".formatted(file));
		this.api.put(EDITOR, begun.text("id"), file + ".yaml", content, null);
		return begun.text("id");
	}

	/** A draft that somebody else has approved. */
	String approved(String file, String content) {
		String id = drafted(file, content);
		this.api.approved(id);
		return id;
	}

	Answer publish(String id) {
		return this.api.move(APPROVER, id, "publish", null);
	}

	void published(String file, String content) {
		Answer done = publish(approved(file, content));
		if (done.status() != 200) {
			throw new AssertionError(done.json().toString());
		}
	}

}
