package org.huiling.applicant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of a whole run over the sample people names none of them. */
@HuilingTest
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalIsLoggedTests {

	private static final String WORKER = "worker;CASE_WORKER;";

	@Autowired
	RestTestClient client;

	@Test
	void neitherIdsNorNamesNorAccountsAreLogged(CapturedOutput output) throws IOException {
		byte[] file = Files.readAllBytes(Path.of("test-data/applicants.csv"));
		List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
		send("POST", "/api/v1/applicants/import", "text/csv", file);
		send("POST", "/api/v1/applicants/import", "text/csv", file);
		byte[] damaged = new String(file, StandardCharsets.UTF_8).replace(",BANK,", ",\"BANK,")
			.getBytes(StandardCharsets.UTF_8);
		send("POST", "/api/v1/applicants/import?dryRun=true", "text/csv", damaged);
		for (String line : lines.subList(1, 40)) {
			String[] cells = line.split(",", -1);
			send("GET", "/api/v1/applicants?q=" + cells[0] + "&size=x", null, null);
			send("GET", "/api/v1/applicants?q=" + cells[0], null, null);
			send("GET", "/api/v1/applicants/" + cells[0], null, null);
			String person = "{\"residentId\": \"%s\", \"name\": \"%s\", \"birthDate\": \"%s\"".formatted(cells[0],
					cells[1], cells[2]);
			send("POST", "/api/v1/applicants", "application/json", (person + "}").getBytes(StandardCharsets.UTF_8));
			send("POST", "/api/v1/applicants", "application/json", person.getBytes(StandardCharsets.UTF_8));
			send("POST", "/api/v1/applicants", "text/xml", person.getBytes(StandardCharsets.UTF_8));
		}
		Set<String> personal = new HashSet<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",", -1);
			personal.addAll(List.of(cells[0], cells[1], cells[24]));
		}
		personal.remove("");
		assertThat(personal).hasSizeGreaterThan(2000);
		String log = output.getAll();
		assertThat(log).contains("NothingPersonalIsLoggedTests");
		assertThat(personal).noneMatch(log::contains);
	}

	private void send(String method, String uri, String type, byte[] body) {
		RestTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(method))
			.uri(uri)
			.header(TestCallers.HEADER, WORKER);
		if (body != null) {
			request.header("Content-Type", type).body(body);
		}
		assertThat(request.exchange().expectBody(byte[].class).returnResult().getStatus().value()).isLessThan(500);
	}

}
