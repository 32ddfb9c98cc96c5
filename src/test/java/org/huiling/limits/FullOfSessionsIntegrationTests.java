package org.huiling.limits;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.limits.sessions=2" })
class FullOfSessionsIntegrationTests {

	@LocalServerPort
	int port;

	@Autowired
	TestAccounts accounts;

	@Test
	void oneMoreThanThereMayBeIsToldToWait() {
		for (String name : List.of("one", "two", "three")) {
			this.accounts.add(name, List.of(""), "AUDITOR");
		}
		PageClient one = PageClient.of(this.port).signIn("one");
		PageClient two = PageClient.of(this.port).signIn("two");
		PageClient three = PageClient.of(this.port).signIn(null);
		Map<String, String> form = Map.of("username", "three", "password", TestAccounts.PASSWORD);
		HttpResponse<String> refused = three.send("POST", "/login", form);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
		assertThat(refused.body()).contains("too-many-sessions");
		assertThat(one.send("GET", "/audit", Map.of()).statusCode()).isEqualTo(200);
		two.send("POST", "/logout", Map.of());
		assertThat(three.send("POST", "/login", form).headers().firstValue("Location")).hasValue("/");
	}

}
