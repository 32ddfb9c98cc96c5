package org.huiling.web.help;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.account.Role;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeskTests {

	@Test
	void everyDeskAndStepHasItsTextsAndNothingElseHas() {
		List<String> keys = Arrays.stream(Desk.values())
			.flatMap((desk) -> Stream.concat(Stream.of("help." + desk.key(), "help." + desk.key() + ".about"),
					desk.steps()
						.stream()
						.map((step) -> "help." + desk.key() + "." + step.key())
						.flatMap((key) -> Stream.of(key, key + ".how"))))
			.toList();
		MessageCatalogue texts = MessageCatalogue.of("help");
		assertThat(texts.zh().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
		assertThat(texts.en().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
		assertThat(keys).allSatisfy((key) -> {
			assertThat(texts.zh().getProperty(key)).doesNotContain("'", "{");
			assertThat(texts.en().getProperty(key)).doesNotContain("'", "{").doesNotContainPattern("[\\u4e00-\\u9fff]");
			assertThat(texts.en().getProperty(key).split("\n")).hasSameSizeAs(texts.zh().getProperty(key).split("\n"));
		});
	}

	@Test
	void everyRoleHasADesk() {
		assertThat(Role.values())
			.allSatisfy((role) -> assertThat(Desk.values()).anyMatch((desk) -> desk.isOf(Set.of(role))));
	}

	@ParameterizedTest
	@CsvSource({ "/tasks, CASE_WORKER, /help/casework#tasks", "/tasks/7, CASE_WORKER, /help/casework#tasks",
			"/people, CASE_WORKER, /help/casework#find", "/people/7, CASE_WORKER, /help/casework#find",
			"/people/new, CASE_WORKER, /help/casework#begin", "/people/import, CASE_WORKER, /help/casework#import",
			"/people/7/facts/payee, CASE_WORKER, /help/casework#change",
			"/people/7/decisions/effect, CASE_WORKER, /help/casework#decide",
			"/decisions/7, CASE_WORKER, /help/casework#notice", "/people/7/payments, CASE_WORKER, /help/casework#hold",
			"/drafts/7/try, POLICY_EDITOR, /help/policy#try", "/projections/7, BATCH_OPERATOR, /help/payments#budget",
			"/drafts/7, POLICY_APPROVER, /help/policy#draft", "/proposals, PAYMASTER, /help/payments#debts",
			"/proposals, POLICY_APPROVER, /help/policy#proposals", "/rosters/7, PAYMASTER, /help/payments#approve",
			"/tasks/report, BATCH_OPERATOR, /help/payments#report", "/people/7/access, AUDITOR, /help/audit#person",
			"/accounts/wang, ADMIN, /help/accounts#keep", "/, CASE_WORKER, /help", "/check, ADMIN, /help",
			"/%00/..;/x, CASE_WORKER, /help" })
	void aPageHasHelpOfOnesOwnDesk(String page, Role role, String help) {
		assertThat(Desk.about(page, Set.of(role))).isEqualTo(help);
	}

}
