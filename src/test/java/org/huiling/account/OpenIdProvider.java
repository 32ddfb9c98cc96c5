package org.huiling.account;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real OpenID provider, a Spring Authorization Server on a port of its own. */
public final class OpenIdProvider {

	private static final String SECRET = "the secret of ";

	private OpenIdProvider() {
	}

	/** Starts it; its issuer is {@code http://127.0.0.1:<port>}. */
	public static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Provider.class)
			.properties(Map.of("server.port", "0", "logging.level.root", "warn"))
			.run("--server.port=0", "--spring.main.banner-mode=off");
	}

	/** A client's secret. */
	public static String secret(String client) {
		return SECRET + client;
	}

	/** Sends people who signed in to an address of ours. */
	public static void sendTo(ConfigurableApplicationContext provider, String address) {
		InMemoryRegisteredClientRepository clients = provider.getBean(InMemoryRegisteredClientRepository.class);
		clients.save(RegisteredClient.from(clients.findByClientId("huiling")).redirectUri(address).build());
	}

	/**
	 * Clients {@code worker}, {@code stranger}, {@code impostor}, {@code shouting} and
	 * {@code service} get tokens for themselves; {@code huiling} lets people sign in.
	 */
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Provider {

		private static final Map<String, Map<String, Object>> CLAIMS = Map.of("worker",
				Map.of("preferred_username", "wang@district", "groups",
						Map.of("huiling", List.of("case_worker", "something-else")), "regions", "379901 379902003"),
				"stranger", Map.of("preferred_username", "li@district"), "impostor",
				Map.of("preferred_username", "admin", "groups", Map.of("huiling", List.of("ADMIN"))), "shouting",
				Map.of("preferred_username", "ADMIN", "groups", Map.of("huiling", List.of("ADMIN"))), "service",
				Map.of("preferred_username", "System", "groups", Map.of("huiling", List.of("ADMIN"))), "huiling",
				Map.of("preferred_username", "zhao@district", "groups", Map.of("huiling", List.of("AUDITOR")),
						"regions", List.of("*")));

		@Bean
		@Order(1)
		SecurityFilterChain protocol(HttpSecurity http) {
			http.oauth2AuthorizationServer((server) -> {
				http.securityMatcher(server.getEndpointsMatcher());
				server.oidc(Customizer.withDefaults());
			})
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.exceptionHandling(
						(refused) -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
			return http.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain form(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

		@Bean
		UserDetailsService people() {
			return new InMemoryUserDetailsManager(User.withUsername("zhao").password("{noop}zhao's").build());
		}

		@Bean
		InMemoryRegisteredClientRepository clients() {
			RegisteredClient people = client("huiling")
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri("http://localhost/not-known-yet")
				.scope(OidcScopes.OPENID)
				.build();
			return new InMemoryRegisteredClientRepository(people, program("worker"), program("stranger"),
					program("impostor"), program("shouting"), program("service"));
		}

		private static RegisteredClient program(String id) {
			return client(id).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build();
		}

		private static RegisteredClient.Builder client(String id) {
			return RegisteredClient.withId(id)
				.clientId(id)
				.clientSecret("{noop}" + secret(id))
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims() {
			return (token) -> CLAIMS.getOrDefault(token.getRegisteredClient().getClientId(), Map.of())
				.forEach((name, value) -> token.getClaims().claim(name, value));
		}

		@Bean
		JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			return new ImmutableJWKSet<>(
					new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
						.keyID("test")
						.build()));
		}

		@Bean
		JwtDecoder tokens(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

	}

}
