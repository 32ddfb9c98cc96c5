package org.huiling.policy.drafts;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/** A draft whose rules grant at once is tried on the person whom the check found. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class TryingIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
	}

	@Test
	void whoeverIsGrantedTwiceIsShownWithTheRulesInWords() {
		DraftApi api = new DraftApi(this.client);
		String id = api.begin(EDITOR, "2015-01-01", "2013-01-01").text("id");
		String rules = api.file(id, "allowance.drl");
		api.put(EDITOR, id, "allowance.drl", rules.replaceFirst("< P.veryAdvancedAge", "< P.centenarianAge"), null);
		PageClient editor = PageClient.of(this.port).signIn(EDITOR);
		List<HttpResponse<String>> pages = IntStream.range(0, 4)
			.mapToObj((finding) -> editor.send("GET", "/drafts/" + id + "/try?finding=" + finding, Map.of()))
			.toList();
		assertThat(pages).allSatisfy((page) -> assertThat(page.statusCode()).isEqualTo(200));
		assertThat(pages).anySatisfy(
				(page) -> assertThat(page.body()).contains("这些规则同时成立", "高龄津贴 80—89 周岁", "高龄津贴 90—99 周岁", "birthDate"));
		HttpResponse<String> typed = editor.send("POST", "/drafts/" + id + "/try", Map.of("period", "2015-03", "person",
				"{\"birthDate\": \"1920-05-01\", \"hukou\": {\"region\": \"379901003\", \"since\": \"1950-01-01\"}}"));
		assertThat(typed.statusCode()).isEqualTo(200);
		assertThat(typed.body()).contains("这些规则同时成立", "1920-05-01");
	}

}
