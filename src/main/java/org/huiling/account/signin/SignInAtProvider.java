package org.huiling.account.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * What must be known when somebody comes back from an OpenID provider: which one, and the
 * numbers that tell this sign-in from any other. Their browser keeps it, so that who
 * never comes back leaves nothing behind here.
 */
class SignInAtProvider implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final JsonMapper JSON = new JsonMapper();

	private final SignedCookie cookie = new SignedCookie("huiling.provider", Duration.ofMinutes(15));

	/**
	 * The request as a browser keeps it.
	 *
	 * @param uri where people sign in
	 * @param client the client's id at the provider
	 * @param back where they come back to
	 * @param scopes what was asked for
	 * @param state which comes back with them
	 * @param attributes the registration, the nonce, a verifier
	 */
	private record Kept(String uri, String client, @Nullable String back, Set<String> scopes, String state,
			Map<String, String> attributes) {

		static Kept of(OAuth2AuthorizationRequest request) {
			Map<String, String> attributes = new LinkedHashMap<>();
			request.getAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
			return new Kept(request.getAuthorizationUri(), request.getClientId(), request.getRedirectUri(),
					new TreeSet<>(request.getScopes()), String.valueOf(request.getState()), attributes);
		}

		OAuth2AuthorizationRequest request() {
			return OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(this.uri)
				.clientId(this.client)
				.redirectUri(this.back)
				.scopes(this.scopes)
				.state(this.state)
				.attributes((attributes) -> attributes.putAll(this.attributes))
				.build();
		}

	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) {
		if (asked == null) {
			this.cookie.forget(request, response);
		}
		else {
			this.cookie.write(request, response, JSON.writeValueAsString(Kept.of(asked)));
		}
	}

	/** One of another state is another sign-in's. */
	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		return this.cookie.read(request)
			.map(SignInAtProvider::read)
			.filter((kept) -> kept.state().equals(state))
			.map(Kept::request)
			.orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
		this.cookie.forget(request, response);
		return asked;
	}

	private static @Nullable Kept read(String text) {
		try {
			return JSON.readValue(text, Kept.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
