package org.huiling.policy.drafts;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class DiffAndExportIntegrationTests {

	private static final String PATH = "/policies/model-district/old-age-allowance/";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	DraftApi api;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.api = new DraftApi(this.client);
	}

	@Test
	void aDraftIsComparedWithItsBase() {
		String id = this.api.correction(EDITOR, "123.00");
		String rules = this.api.file(id, "allowance.drl");
		this.api.put(EDITOR, id, "allowance.drl",
				rules.replaceFirst("ageOnLastDay < P.veryAdvancedAge", "ageOnLastDay <= P.veryAdvancedAge"), null);
		JsonNode diff = this.api.send(APPROVER, HttpMethod.GET, "/drafts/" + id + "/diff", null, null).json();
		assertThat(diff.at("/from/version").asString()).isEqualTo("2013-01-01");
		assertThat(diff.get("parameters").size()).isEqualTo(1);
		JsonNode parameter = diff.at("/parameters/0");
		assertThat(parameter.get("name").asString()).isEqualTo("allowance80");
		assertThat(parameter.get("before").asString()).startsWith("100");
		assertThat(parameter.get("after").asString()).startsWith("123");
		assertThat(parameter.get("unit").asString()).isEqualTo("CNY");
		assertThat(diff.at("/rules/added").isEmpty()).isTrue();
		assertThat(diff.at("/rules/changed/0/rule").asString()).isEqualTo("高龄津贴 80—89 周岁");
		assertThat(diff.at("/rules/changed/0/conditionsRemoved/0").asString())
			.isEqualTo("ageOnLastDay < P.veryAdvancedAge");
		assertThat(diff.at("/rules/changed/0/conditionsAdded/0").asString())
			.isEqualTo("ageOnLastDay <= P.veryAdvancedAge");
		assertThat(diff.get("files").findValuesAsString("path")).containsExactly("allowance.drl", "examples.yaml",
				"policy.yaml");
		assertThat(diff.at("/files/2/diff").asString()).startsWith("--- a/policy.yaml\n+++ b/policy.yaml\n@@")
			.contains("\n-  allowance80: {value: 100.00,")
			.contains("\n+  allowance80: {value: 123.00,");
		assertThat(diff.get("behaviour").isEmpty()).isFalse();
		assertThat(diff.get("behaviour").valueStream()).anySatisfy((person) -> {
			assertThat(person.at("/before/amount").asString()).isEqualTo("100.00");
			assertThat(person.at("/after/amount").asString()).isEqualTo("123.00");
			assertThat(person.at("/applicant/birthDate").asString()).isNotEmpty();
		});
	}

	@Test
	void whoeverStandsBesideABoundIsAskedThoughTheyAreNobodysExample() {
		String id = this.api.correction(EDITOR, "100.00");
		String header = this.api.file(id, "policy.yaml");
		this.api.put(EDITOR, id, "policy.yaml",
				header.replaceFirst("advancedAge: \\{value: 80", "advancedAge: {value: 82"), null);
		JsonNode diff = this.api.send(APPROVER, HttpMethod.GET, "/drafts/" + id + "/diff", null, null).json();
		List<JsonNode> beside = diff.get("behaviour")
			.valueStream()
			.filter((person) -> person.get("name").asString().equals("“高龄津贴 80—89 周岁”的界上"))
			.toList();
		assertThat(beside).isNotEmpty().allSatisfy((person) -> {
			LocalDate birth = LocalDate.parse(person.at("/applicant/birthDate").asString());
			YearMonth month = YearMonth.parse(person.get("period").asString());
			assertThat(birth.until(month.atEndOfMonth()).getYears()).isIn(80, 81);
			assertThat(person.at("/before/outcome").asString()).isEqualTo("ELIGIBLE");
			assertThat(person.at("/after/outcome").asString()).isEqualTo("NOT_ELIGIBLE");
		});
		assertThat(diff.get("peopleAsked").asInt()).isGreaterThan(diff.get("peopleChanged").asInt());
		assertThat(diff.get("peopleChanged").asInt()).isGreaterThanOrEqualTo(diff.get("behaviour").size());
	}

	@Test
	void aDraftWithDefectsStillShowsItsFiles() {
		String id = this.api.correction(EDITOR, "124.00");
		this.api.put(EDITOR, id, "allowance.drl", "rule", null);
		JsonNode diff = this.api.send(APPROVER, HttpMethod.GET, "/drafts/" + id + "/diff", null, null).json();
		assertThat(diff.get("rules").isNull()).isTrue();
		assertThat(diff.get("files").size()).isEqualTo(3);
	}

	@Test
	void twoVersionsAreCompared() {
		Answer diff = this.api.send(TestAccounts.TESTER, HttpMethod.GET, PATH + "2012-01-01/diff?to=2013-01-01", null,
				null);
		assertThat(diff.status()).isEqualTo(200);
		assertThat(diff.json().at("/to/version").asString()).isEqualTo("2013-01-01");
		assertThat(diff.json().get("parameters").isEmpty()).isFalse();
		assertThat(this.api.send(APPROVER, HttpMethod.GET, PATH + "2012-01-01/diff?to=1999-01-01", null, null).status())
			.isEqualTo(404);
		assertThat(this.api.send(APPROVER, HttpMethod.GET, PATH + "2012-01-01/diff", null, null).status())
			.isEqualTo(400);
	}

	@Test
	void aVersionIsExportedAsTheDirectoryItCameFrom() throws Exception {
		byte[] zip = this.client.get()
			.uri("/api/v1" + PATH + "2013-01-01/export")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Type", "application/zip")
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				String directory = "model-district/old-age-allowance/2013-01-01/";
				assertThat(entry.getName()).startsWith(directory);
				files.put(entry.getName().substring(directory.length()), in.readAllBytes());
			}
		}
		String digest = this.api.send(APPROVER, HttpMethod.GET, PATH + "2013-01-01", null, null).text("digest");
		assertThat(new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files).digest())
			.isEqualTo(digest);
	}

}
