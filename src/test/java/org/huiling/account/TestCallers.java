package org.huiling.account;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a test say who calls, without accounts and passwords, in a header {@code X-Caller}
 * such as {@code worker;CASE_WORKER;379901}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestCallers {

	/** The header. */
	public static final String HEADER = "X-Caller";

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	OncePerRequestFilter callers() {
		return new OncePerRequestFilter() {
			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				String caller = request.getHeader(HEADER);
				if (caller != null) {
					signIn(caller);
				}
				chain.doFilter(request, response);
			}
		};
	}

	/**
	 * Signs the current thread in.
	 * @param caller as in the header
	 */
	public static void signIn(String caller) {
		String[] parts = caller.split(";", -1);
		List<Role> roles = Stream.of(parts[1].split(",")).map(Role::valueOf).toList();
		RegionScope regions = new RegionScope(List.of(parts[2].split(",", -1)));
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken(parts[0], "", Authorities.of(roles, regions)));
	}

}
