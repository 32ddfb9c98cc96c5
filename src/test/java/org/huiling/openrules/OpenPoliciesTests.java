package org.huiling.openrules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.huiling.dictionary.FactNames;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.engine.reason.RuleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is published of one program. */
class OpenPoliciesTests {

	@TempDir
	Path directory;

	private OpenPolicy policy(String condition) throws IOException {
		Path version = Files.createDirectories(this.directory.resolve("rules/small/top-up/2013-01-01"));
		Path program = version.getParent();
		Files.writeString(program.resolveSibling("jurisdiction.yaml"),
				"id: small\nname: {zh: 小区, en: Small}\nregionPrefix: \"990001\"\n");
		Files.writeString(program.resolveSibling("standards.yaml"), """
				line:
				  title: {zh: 低收入线, en: Low-income line}
				  basis: 通知一
				  value: {2012-01-01: 300.00, 2013-07-01: {value: 333.33, basis: 通知七}}
				""");
		Files.writeString(program.resolve("program.yaml"),
				"name: {zh: 增发, en: Top-up}\ncycle: MONTH\nunit: CNY\norder: 10\npaidTo: PERSON\n");
		Files.writeString(version.resolve("policy.yaml"), """
				title: {zh: 增发, en: Top-up}
				basis: 办法
				effectiveFrom: 2013-01-01
				parameters:
				  line: {from: standards.line, basis: 第一条}
				  age: {value: 80, unit: years, basis: 第二条}
				  share: {value: 150, unit: percent, basis: 第二条}
				""");
		Files.writeString(version.resolve("top-up.drl"), """
				rule "甲"
				    @en("A")
				    @basis("第三条")
				when
				    %s
				then
				    benefit.pay(P.line);
				end
				""".formatted(condition));
		DirectoryBook book = PolicyBook.read(version.getParent().getParent());
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/decision");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		OpenPolicies open = new OpenPolicies(messages, FactNames.of(book.facts().dictionary()));
		return open.of(book, book.programs().get(0), book::examples);
	}

	@Test
	void whatAStandardSaysIsAValueFromItsDayOn() throws IOException {
		OpenPolicy policy = policy("Applicant( alive == true, ageOnLastDay >= P.age )");
		OpenPolicy.Series line = policy.parameters().get(0);
		assertThat(line.name()).isEqualTo("line");
		assertThat(line.values())
			.extracting(OpenPolicy.Dated::from, OpenPolicy.Dated::to, (one) -> one.value().toString(),
					OpenPolicy.Dated::basis, OpenPolicy.Dated::standard)
			.containsExactly(
					tuple(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 6, 30), "300.00", "第一条；通知一", "standards.line"),
					tuple(LocalDate.of(2013, 7, 1), null, "333.33", "第一条；通知七", "standards.line"));
		assertThat(policy.parameters().get(1).values()).singleElement()
			.satisfies((age) -> assertThat(age.standard()).isNull());
	}

	@Test
	void aShareIsSaidWithItsSign() throws IOException {
		OpenPolicy.Rule rule = policy("Applicant( alive == true, household.perCapitaIncome <= P.line.times(P.share) )")
			.versions()
			.get(0)
			.rules()
			.get(0);
		assertThat(rule.text().get(1).zh()).contains("× 150%");
		assertThat(rule.text().get(1).en()).contains("× 150%");
	}

	@Test
	void alternativesAndWhatMustNotBeAreBranchesOfTheTree() throws IOException {
		OpenPolicy.Rule rule = policy("Applicant( alive == true )\n"
				+ "    ( Applicant( ageOnLastDay >= P.age ) or not Applicant( hukouInJurisdiction == true ) )")
			.versions()
			.get(0)
			.rules()
			.get(0);
		assertThat(rule.conditions()).extracting(RuleTree::kind).containsExactly(RuleTree.Kind.TEST, RuleTree.Kind.ANY);
		assertThat(rule.conditions().get(1).parts()).extracting(RuleTree::kind)
			.containsExactly(RuleTree.Kind.TEST, RuleTree.Kind.NOT);
		assertThat(rule.text()).hasSize(2);
		assertThat(rule.text().get(1).en()).contains("80").doesNotContain("P.");
	}

}
