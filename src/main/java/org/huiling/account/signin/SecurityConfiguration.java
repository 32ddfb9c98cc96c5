package org.huiling.account.signin;

import java.util.List;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import org.huiling.account.access.AccessRule;
import org.huiling.account.access.AccessTable;
import org.huiling.account.access.UnlistedPaths;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How people and programs sign in: by HTTP Basic, or a token of an OpenID provider, at
 * every request to the API; by a form, or at that provider, into a session for pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SignInSettings.class, OidcSettings.class })
class SecurityConfiguration {

	/** About a fifth of a second a hash. */
	static final int BCRYPT_STRENGTH = 12;

	/** Swagger UI writes styles of its own into its page. */
	private static final String DESCRIPTION = "default-src 'self'; img-src 'self' data:; "
			+ "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'";

	/** Nothing inline, nothing from anywhere else. */
	private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'; base-uri 'none'";

	private final UnlistedPaths unlisted;

	private final boolean https;

	SecurityConfiguration(UnlistedPaths unlisted, @Value("${" + HttpsCookies.HTTPS + ":false}") boolean https) {
		this.unlisted = unlisted;
		this.https = https;
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt",
				java.util.Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
	}

	@Bean
	FailedSignIns failedSignIns(SignInSettings settings) {
		return new FailedSignIns(settings, Ticker.systemTicker());
	}

	/** Tells when a session ends, so that those of an account can be counted. */
	@Bean
	HttpSessionEventPublisher sessionEvents() {
		return new HttpSessionEventPublisher();
	}

	/** Only hosts that are ours are taken for ours: links are built from them. */
	@Bean
	HttpFirewall firewall(@Value("${huiling.hosts:}") List<String> hosts) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		if (!hosts.isEmpty()) {
			firewall.setAllowedHostnames((host) -> hosts.stream().anyMatch(host::equalsIgnoreCase));
		}
		return firewall;
	}

	/** Nothing of a request to the API is kept, so no other site can borrow a session. */
	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, SignInProblems problems, OidcClaims claims, SignInFilters filters,
			ObjectProvider<JwtDecoder> tokens) {
		filters.addToCalls(http);
		withoutSession(http.securityMatcher("/api/**", "/actuator/**", "/v3/api-docs/**"))
			.httpBasic((basic) -> basic.authenticationEntryPoint(problems))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems));
		if (tokens.getIfAvailable() != null) {
			http.oauth2ResourceServer((server) -> server.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.jwt((jwt) -> jwt.jwtAuthenticationConverter(claims::authentication)));
		}
		return common(http, DESCRIPTION).build();
	}

	/** Who describes the API needs no session. */
	@Bean
	@Order(2)
	SecurityFilterChain description(HttpSecurity http) {
		http.securityMatcher("/swagger-ui.html", "/swagger-ui/**");
		return common(withoutSession(http), DESCRIPTION).build();
	}

	/**
	 * What pages are made of sets no cookie: a browser that fetches it without the one it
	 * was just given would get another token, and its form would not be taken.
	 */
	@Bean
	@Order(3)
	SecurityFilterChain assets(HttpSecurity http) {
		http.securityMatcher("/css/**", "/js/**", "/webjars/**", "/favicon*.svg", "/favicon.ico");
		return common(withoutSession(http), PAGES).build();
	}

	private static HttpSecurity withoutSession(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
	}

	/**
	 * Forms of pages carry a token against forgery, also in a cookie: a page that stays
	 * open while its reader signs in again elsewhere finds the new one there. Before
	 * somebody has signed in nothing of them is kept here: a session begins with that.
	 */
	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http, SignInFilters filters, OidcClaims claims,
			ObjectProvider<ClientRegistrationRepository> providers) {
		PageSignIn signIn = new PageSignIn();
		http.csrf((csrf) -> csrf.spa().csrfTokenRepository(ForgeryToken.cookie(this.https)))
			.requestCache((cache) -> cache.requestCache(new WantedPage()))
			.formLogin((form) -> form.loginPage(PageSignIn.PAGE).defaultSuccessUrl("/").failureHandler(signIn))
			.logout((logout) -> logout.logoutSuccessUrl(PageSignIn.PAGE + "?out"))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(signIn).accessDeniedHandler(signIn));
		filters.addToPages(http, signIn);
		if (providers.getIfAvailable() != null) {
			http.oauth2Login((login) -> login.loginPage(PageSignIn.PAGE)
				.defaultSuccessUrl("/")
				.failureHandler(signIn)
				.authorizationEndpoint((begun) -> begun.authorizationRequestRepository(new SignInAtProvider()))
				.userInfoEndpoint((user) -> user.oidcUserService(claims::user)));
		}
		return common(http, PAGES).build();
	}

	private HttpSecurity common(HttpSecurity http, String content) {
		return http.authorizeHttpRequests(this::authorize)
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(content))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()")));
	}

	private void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll();
		for (AccessRule rule : AccessTable.all()) {
			var matched = requests.requestMatchers(rule.matchers().toArray(RequestMatcher[]::new));
			switch (rule.audience()) {
				case ANYBODY -> matched.permitAll();
				case SIGNED_IN -> matched.authenticated();
				case ROLES -> matched.hasAnyAuthority(rule.authorities());
			}
		}
		requests.anyRequest().access(this.unlisted);
	}

}
