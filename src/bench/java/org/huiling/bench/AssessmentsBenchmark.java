package org.huiling.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.HuilingApplication;
import org.huiling.input.StrictJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /assessments}, all programs, explained, against an echo of the same JSON by
 * the same server: both take the same password, read the body and answer JSON.
 */
final class AssessmentsBenchmark {

	private static final Path SAMPLE = Path.of("test-data/requests/all-programs.json");

	private static final Path REQUEST = Path.of("target/bench/all-programs-why.json");

	private static final int ROUNDS = 3;

	private AssessmentsBenchmark() {
	}

	/** Reads the JSON and sends it back. */
	@RestController
	static class Echo {

		private static final JsonMapper MAPPER = new JsonMapper();

		@Bean
		@Order(0)
		SecurityFilterChain bench(HttpSecurity http) {
			return http.securityMatcher("/bench/**")
				.csrf((csrf) -> csrf.disable())
				.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.httpBasic(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@PostMapping("/bench/echo")
		ResponseEntity<byte[]> echo(java.io.InputStream body) {
			return ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.body(MAPPER.writeValueAsBytes(StrictJson.read(body)));
		}

	}

	static List<Row> run() throws Exception {
		Files.createDirectories(REQUEST.getParent());
		Files.writeString(REQUEST, Files.readString(SAMPLE).replace("\"FULL\"", "\"WHY\""));
		SpringApplication application = new SpringApplication(HuilingApplication.class, Echo.class);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--huiling.data=target/bench/data", "--logging.level.root=warn", "--huiling.sample=false",
				"--huiling.admin-password=" + LoadGenerator.PASSWORD, "--server.tomcat.max-keep-alive-requests=-1")) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			List<LoadGenerator.Figures> echo = new ArrayList<>();
			List<LoadGenerator.Figures> assessments = new ArrayList<>();
			for (int round = 0; round <= ROUNDS; round++) {
				LoadGenerator.Figures floor = LoadGenerator.start(port, "/bench/echo", REQUEST);
				LoadGenerator.Figures figures = LoadGenerator.start(port, "/api/v1/assessments", REQUEST);
				if (round > 0) {
					echo.add(floor);
					assessments.add(figures);
				}
			}
			return List.of(
					Row.of("POST /assessments, all programs, WHY, against an echo of the same JSON",
							middle(assessments, true), "requests/s", middle(echo, true)),
					Row.of("the same, 99th percentile", middle(assessments, false), "ms", middle(echo, false)));
		}
	}

	private static double middle(List<LoadGenerator.Figures> figures, boolean rate) {
		return figures.stream()
			.mapToDouble((one) -> rate ? one.perSecond() : one.percentile99())
			.sorted()
			.skip(figures.size() / 2)
			.findFirst()
			.orElseThrow();
	}

}
