package org.huiling;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Base64;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The accounts of a {@link HuilingTest}: its client signs in as {@link #TESTER}, who has
 * every role everywhere; a test adds others as it needs them. They all have one password.
 */
@Configuration(proxyBeanMethods = false)
public class TestAccounts implements ApplicationRunner {

	/** Who has every role, everywhere. */
	public static final String TESTER = "tester";

	/** The password of all accounts of tests. */
	public static final String PASSWORD = "one for all tests";

	/** The lightest that there is: tests need no protection. */
	private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final String[] ALL = { "CASE_WORKER", "POLICY_EDITOR", "POLICY_APPROVER", "BATCH_OPERATOR",
			"PAYMASTER", "AUDITOR", "ADMIN" };

	private final JdbcClient jdbc;

	TestAccounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		add(TESTER, List.of(""), ALL);
	}

	/**
	 * Adds an account, or gives it other roles and regions.
	 * @param name its name
	 * @param regions prefixes of region codes
	 * @param roles what it may do
	 */
	public void add(String name, List<String> regions, String... roles) {
		this.jdbc.sql("""
				insert into account (name, display_name, password, roles, regions) values (?, ?, ?, ?, ?)
				on conflict (name) do update set roles = excluded.roles, regions = excluded.regions""")
			.params(name, name, HASH, new SqlParameterValue(Types.ARRAY, roles),
					new SqlParameterValue(Types.ARRAY, regions.toArray(String[]::new)))
			.update();
	}

	/**
	 * What a client sends to sign in as one of them.
	 * @param name the account's name
	 * @return the value of {@code Authorization}
	 */
	public static String basic(String name) {
		return basic(name, PASSWORD);
	}

	/**
	 * What a client sends to sign in.
	 * @param name the account's name
	 * @param password its password
	 * @return the value of {@code Authorization}
	 */
	public static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	@Bean
	RestTestClientBuilderCustomizer signedIn() {
		return (client) -> client.defaultHeader(HttpHeaders.AUTHORIZATION, basic(TESTER));
	}

	/** Controllers of tests themselves are open. */
	@Bean
	@Order(0)
	SecurityFilterChain tests(HttpSecurity http) {
		return http.securityMatcher("/test/**")
			.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

}
