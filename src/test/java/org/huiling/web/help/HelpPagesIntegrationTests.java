package org.huiling.web.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.Role;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class HelpPagesIntegrationTests {

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private PageClient as(Role role) {
		String name = "reader-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
		this.accounts.add(name, List.of("379901"), role.name());
		return PageClient.of(this.port).signIn(name);
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void whoeverReadsAStepOfTheirDayMayOpenItsPageAndIsLedToNoOther(Role role) {
		PageClient reader = as(role);
		for (Desk desk : Desk.values()) {
			String page = reader.send("GET", "/help/" + desk.key(), Map.of()).body();
			for (DayStep step : desk.steps()) {
				assertThat(page).contains("id=\"" + step.key() + "\"");
				if (step.roles().contains(role)) {
					assertThat(page).contains("href=\"" + step.path() + "\"");
					assertThat(reader.send("GET", step.path(), Map.of()).statusCode()).as(step.path()).isEqualTo(200);
				}
			}
			if (!desk.roles().contains(role)) {
				assertThat(page).doesNotContain("打开这一页");
			}
		}
	}

	@Test
	void onesOwnDeskComesFirstAndThereIsNoOther() {
		PageClient worker = as(Role.CASE_WORKER);
		String desks = worker.send("GET", "/help", Map.of()).body();
		assertThat(desks.indexOf("经办人员的一天")).isPositive().isLessThan(desks.indexOf("别的办公桌"));
		Arrays.stream(Desk.values()).forEach((desk) -> assertThat(desks).contains("/help/" + desk.key()));
		assertThat(worker.send("GET", "/help/nothing", Map.of(), "Accept", "text/html").statusCode()).isEqualTo(404);
		assertThat(worker.send("GET", "/check", Map.of()).body()).contains("href=\"/help/casework#check\"");
	}

}
