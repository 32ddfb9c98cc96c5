package org.huiling.policy;

import java.io.IOException;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.TestDirectory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class PolicyApiIntegrationTests {

	@Autowired
	RestTestClient client;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("small", "990001")
			.jurisdiction("town", "990001003")
			.program("small", "allowance", 10)
			.program("small", "subsidy", 5)
			.version("small/allowance/2012-01-01", "50.00")
			.version("small/allowance/2013-01-01", "100.00", "published: 2012-12-15")
			.version("small/allowance/2013-01-01.2", "110.00", "published: 2013-02-01")
			.version("small/allowance/2099-01-01", "500.00", "published: 2013-02-01")
			.version("small/allowance/2098-01-01", "oops")
			.file("small/allowance/2013-01-01/notes/说明.md", "<b>为什么</b>");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Test
	void listsJurisdictionsAndPrograms() {
		get("/api/v1/jurisdictions").jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items[0].id")
			.isEqualTo("small")
			.jsonPath("$.items[0].name.zh")
			.isEqualTo("小区")
			.jsonPath("$.items[0].regionPrefix")
			.isEqualTo("990001");
		get("/api/v1/programs?jurisdiction=small").jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.items[0].id")
			.isEqualTo("subsidy")
			.jsonPath("$.items[1].cycle")
			.isEqualTo("MONTH");
		get("/api/v1/programs?jurisdiction=nowhere").jsonPath("$.total").isEqualTo(0);
	}

	@Test
	void listsVersionsWithTheirStates() {
		get("/api/v1/policies?jurisdiction=small&program=allowance&size=2&page=1").jsonPath("$.total")
			.isEqualTo(4)
			.jsonPath("$.items.length()")
			.isEqualTo(2)
			.jsonPath("$.items[0].version")
			.isEqualTo("2013-01-01.2")
			.jsonPath("$.items[0].state")
			.isEqualTo("IN_FORCE")
			.jsonPath("$.items[1].state")
			.isEqualTo("SCHEDULED")
			.jsonPath("$.items[1].effectiveFrom")
			.isEqualTo("2099-01-01");
		get("/api/v1/policies?jurisdiction=small&program=allowance").jsonPath("$.items[0].state")
			.isEqualTo("SUPERSEDED")
			.jsonPath("$.items[1].state")
			.isEqualTo("SUPERSEDED");
	}

	@Test
	void showsAVersionWithItsParametersAndFiles() {
		get("/api/v1/policies/small/allowance/2013-01-01").jsonPath("$.title.zh")
			.isEqualTo("津贴办法")
			.jsonPath("$.basis")
			.isEqualTo("津贴办法（自拟）")
			.jsonPath("$.publishedAt")
			.isEqualTo("2012-12-14T16:00:00Z")
			.jsonPath("$.parameters[1].name")
			.isEqualTo("allowance")
			.jsonPath("$.parameters[1].unit")
			.isEqualTo("CNY")
			.jsonPath("$.parameters[1].basis")
			.isEqualTo("第二条")
			.jsonPath("$.files.length()")
			.isEqualTo(3)
			.jsonPath("$.files[0].path")
			.isEqualTo("allowance.drl");
	}

	@Test
	void showsFilesAsTheyWerePublishedAndNeverAsPages() {
		this.client.get()
			.uri("/api/v1/policies/small/allowance/2013-01-01/files/notes/说明.md")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/plain;charset=UTF-8")
			.expectBody(String.class)
			.isEqualTo("<b>为什么</b>");
		this.client.get()
			.uri("/api/v1/policies/small/allowance/2013-01-01/files/policy.yaml")
			.exchange()
			.expectHeader()
			.contentType("application/yaml;charset=UTF-8");
	}

	@Test
	void namesWhatDoesNotExist() {
		this.client.get()
			.uri("/api/v1/policies/small/allowance/1999-01-01")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.value((Object detail) -> assertThat(detail.toString()).contains("small/allowance/1999-01-01"));
		this.client.get()
			.uri("/api/v1/policies/small/allowance/2013-01-01/files/secret.txt")
			.header("Accept-Language", "en")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("No such file");
	}

	@Test
	void healthIsUpAndShowsWhatIsWrongWithTheRules() {
		get("/actuator/health").jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.components.rules.details.published")
			.isEqualTo(4)
			.jsonPath("$.components.rules.details.problems[0].kind")
			.isEqualTo("BROKEN")
			.jsonPath("$.components.rules.details.problems[0].place")
			.value((Object place) -> assertThat(place.toString())
				.startsWith("small/allowance/2098-01-01/policy.yaml:"));
	}

	@Test
	void describesItself() {
		get("/v3/api-docs").jsonPath("$.paths['/api/v1/policies']").exists().jsonPath("$.info.title").exists();
		this.client.get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
		this.client.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
	}

	@Test
	void whatTheJarIsMadeOfIsNotServed() {
		for (String path : List.of("/actuator/sbom", "/actuator/sbom/application", "/actuator/info",
				"/META-INF/sbom/application.cdx.json", "/sbom/application.cdx.json")) {
			String body = this.client.get()
				.uri(path)
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody();
			assertThat(String.valueOf(body)).as(path).doesNotContain("bomFormat").doesNotContain("drools");
		}
	}

	private BodyContentSpec get(String uri) {
		return this.client.get().uri(uri).exchange().expectStatus().isOk().expectBody();
	}

}
