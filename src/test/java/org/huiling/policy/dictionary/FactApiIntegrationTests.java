package org.huiling.policy.dictionary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.TestDirectory;
import org.huiling.engine.files.FactFiles;
import org.huiling.policy.TinyRules;
import org.huiling.storage.Sha256;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everybody may look facts up. The rules directory has fact files of its own that are
 * wrong, so that those of the program are shown.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class FactApiIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("small", "990001")
			.jurisdiction("other", "990002")
			.program("small", "allowance", 10)
			.program("other", "allowance", 10)
			.version("small/allowance/2012-01-01", "50.00")
			.version("small/allowance/2013-01-01", "100.00")
			.version("small/allowance/2099-01-01", "500.00")
			.version("other/allowance/2013-01-01", "100.00")
			.file("other/allowance/2013-01-01/poor.drl", """
					rule "贫困"
					    @en("Poor")
					    @basis("津贴办法（自拟）第二条")
					when
					    Applicant( poor == true, ageOnLastDay < P.age )
					then
					    benefit.pay(P.allowance);
					end
					""")
			.file("facts/party.yaml", "name: {zh: 党员, en: Party}\nfacts: {sex: {type: date}}\n");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	private JsonNode get(String uri, Object... places) {
		byte[] body = this.client.get().uri(uri, places).exchange().expectBody().returnResult().getResponseBody();
		return JSON.readTree(body);
	}

	private List<String> paths(String query, Object... places) {
		JsonNode found = get("/api/v1/facts?size=200&" + query, places);
		assertThat(found.get("total").intValue()).isEqualTo(found.get("items").size());
		return found.get("items").valueStream().map((one) -> one.get("path").stringValue()).toList();
	}

	@Test
	void oneFactIsAnsweredWithItsCodesAndUsers() {
		JsonNode type = get("/api/v1/facts/household.dibao.type");
		assertThat(type).hasToString(JSON
			.readTree(
					"""
							{"path": "household.dibao.type", "type": "code", "label": {"zh": "低保", "en": "Dibao (minimum living allowance)"},
							 "unit": "dibaoType", "codeType": "DibaoType", "codes": [
							 {"code": "URBAN", "label": {"zh": "城市低保", "en": "Urban dibao"}, "withdrawn": false},
							 {"code": "RURAL", "label": {"zh": "农村低保", "en": "Rural dibao"}, "withdrawn": false},
							 {"code": "NONE", "label": {"zh": "没有低保", "en": "None"}, "withdrawn": false}],
							 "derived": false, "file": "household",
							 "usedBy": [{"jurisdiction": "other", "program": "allowance", "version": "2013-01-01"}],
							 "column": "低保类别"}""")
			.toString());
		JsonNode poor = get("/api/v1/facts/poor");
		assertThat(poor.get("derived").booleanValue()).isTrue();
		assertThat(poor.get("is").stringValue()).isEqualTo("onDibao or tekun");
		assertThat(poor.get("type").stringValue()).isEqualTo("boolean");
		JsonNode level = get("/api/v1/facts/careLevel");
		assertThat(level.at("/values/3/label/en").stringValue()).isEqualTo("Severe");
		assertThat(level.get("unit").stringValue()).isEqualTo("level");
		assertThat(get("/api/v1/facts/{path}", "statuses[].kind").get("codes")).hasSize(5);
	}

	@Test
	void whatMayBeToldOfAFactIsAnsweredToo() {
		JsonNode region = get("/api/v1/facts/hukou.region");
		assertThat(region.get("aliases").toString()).isEqualTo("[\"户籍区划代码\"]");
		assertThat(region.get("column").stringValue()).isEqualTo("户籍所在地");
		JsonNode size = get("/api/v1/facts/household.size").get("bounds");
		assertThat(size.toString()).isEqualTo("{\"min\":1,\"max\":999}");
		assertThat(get("/api/v1/facts/deathDate").get("bounds").toString())
			.isEqualTo("{\"notBefore\":[\"birthDate\"],\"notAfter\":[\"today\"]}");
		assertThat(get("/api/v1/facts/name").at("/bounds/maxLength").intValue()).isEqualTo(100);
		JsonNode statuses = get("/api/v1/facts/statuses").get("list");
		assertThat(statuses.toString())
			.startsWith("{\"fields\":[\"statuses[].kind\",\"statuses[].from\",\"statuses[].to\"],"
					+ "\"key\":[\"kind\",\"from\"]")
			.contains("\"period\":[\"from\",\"to\"],\"merge\":false");
		assertThat(get("/api/v1/facts/poor").propertyNames()).doesNotContain("aliases", "column", "bounds", "list");
	}

	@Test
	void usersAreTheVersionsInForceAndThoseToCome() {
		assertThat(get("/api/v1/facts/birthDate").get("usedBy")
			.valueStream()
			.map((one) -> one.get("jurisdiction").stringValue() + " " + one.get("version").stringValue()))
			.containsExactly("other 2013-01-01", "small 2013-01-01", "small 2099-01-01");
		assertThat(get("/api/v1/facts/household").get("usedBy")).as("a group by what it holds").hasSize(1);
		assertThat(get("/api/v1/facts/careLevel").get("usedBy")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "低保 类别, household.dibao.type", "RURAL 农业, hukou.type", "dibao MONTH, household.dibao.monthlyAmount",
			"独居, household.livingAlone", "severe, careLevel", "老人姓名, name", "ownership, ''" })
	void isFoundByPathNameAliasAndCodeOfEitherLanguage(String q, String path) {
		List<String> found = paths("q={q}", q);
		if (path.isEmpty()) {
			assertThat(found).isEmpty();
		}
		else {
			assertThat(found).contains(path).hasSizeLessThan(8);
		}
	}

	@Test
	void areFilteredByFileAndByWhoUsesThem() {
		assertThat(paths("file=pension")).containsExactly("pension", "pension.monthlyAmount", "pension.received");
		assertThat(paths("file=none")).isEmpty();
		assertThat(paths("jurisdiction=small")).containsExactly("birthDate", "ageOnLastDay");
		assertThat(paths("jurisdiction=other")).contains("poor", "statuses[].from").doesNotContain("careLevel");
		List<String> all = paths("q=");
		assertThat(all).hasSizeGreaterThan(70).doesNotHaveDuplicates();
		assertThat(all.indexOf("hukou")).isLessThan(all.indexOf("hukou.region"));
		JsonNode page = get("/api/v1/facts?page=1&size=3");
		assertThat(page.get("items").valueStream().map((one) -> one.get("path").stringValue()))
			.containsExactlyElementsOf(all.subList(3, 6));
		assertThat(page.get("total").intValue()).isEqualTo(all.size());
	}

	@ParameterizedTest
	@CsvSource({ "household.siez, en, did you mean household.size?", "livingAlone, zh, 是不是 household.livingAlone？",
			"DIBAO, en, did you mean household.dibao?", "qqqqqqqqqq, en, no such fact." })
	void whatIsNotDeclaredIsAnsweredWithTheNearestThatIs(String path, String language, String said) {
		this.client.get()
			.uri("/api/v1/facts/{path}", path)
			.header(HttpHeaders.ACCEPT_LANGUAGE, language)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:fact-not-found")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains(said));
	}

	@Test
	void filesThatWereRefusedAreShownToWhoMayMendThem() {
		this.accounts.add("words-editor", List.of("990001"), "POLICY_EDITOR");
		this.accounts.add("words-worker", List.of("990001"), "CASE_WORKER");
		HttpResponse<String> mine = PageClient.of(this.port).signIn("words-editor").send("GET", "/facts", Map.of());
		assertThat(mine.body()).contains("rules/facts/party.yaml:2:", "household.size");
		HttpResponse<String> theirs = PageClient.of(this.port).signIn("words-worker").send("GET", "/facts", Map.of());
		assertThat(theirs.statusCode()).isEqualTo(200);
		assertThat(theirs.body()).doesNotContain("party.yaml").contains("household.size");
	}

	/** As they were put in force, byte by byte; with the digest of each, and of all. */
	@Test
	void factFilesInForceAreExported() throws Exception {
		byte[] household = Files.readAllBytes(Path.of("rules/facts/household.yaml"));
		var file = this.client.get().uri("/api/v1/facts/files/household").exchange();
		assertThat(file.expectStatus().isOk().expectBody(byte[].class).returnResult().getResponseBody())
			.isEqualTo(household);
		file.expectHeader().valueEquals("ETag", "\"" + Sha256.of(household) + "\"");
		this.client.get()
			.uri("/api/v1/facts/files/none")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:fact-file-not-found");
		var all = this.client.get().uri("/api/v1/facts/export").exchange();
		byte[] zip = all.expectStatus().isOk().expectBody(byte[].class).returnResult().getResponseBody();
		all.expectHeader().valueEquals("ETag", "\"" + FactFiles.shipped().dictionary().digest() + "\"");
		Map<String, byte[]> unpacked = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				unpacked.put(entry.getName(), in.readAllBytes());
			}
		}
		assertThat(unpacked.keySet()).containsExactlyElementsOf(
				FactFiles.shipped().files().keySet().stream().sorted().map((name) -> "facts/" + name).toList());
		assertThat(unpacked.get("facts/household.yaml")).isEqualTo(household);
	}

}
