package org.huiling.account.access;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What the access table does not list is refused; unless nobody would answer it anyway:
 * then whoever is signed in is told so (404, 405, 415) instead of a refusal that would
 * send them to the administrator.
 */
@Component
public class UnlistedPaths implements AuthorizationManager<RequestAuthorizationContext> {

	private final AuthorizationManager<RequestAuthorizationContext> signedIn = AuthenticatedAuthorizationManager
		.authenticated();

	private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

	UnlistedPaths(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends Authentication> authentication,
			RequestAuthorizationContext context) {
		AuthorizationResult result = this.signedIn.authorize(authentication, context);
		boolean refused = result == null || !result.isGranted() || isAnswered(context.getRequest());
		return new AuthorizationDecision(!refused);
	}

	private boolean isAnswered(HttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		return this.mappings.stream().anyMatch((mapping) -> isAnswered(mapping, request));
	}

	private static boolean isAnswered(RequestMappingInfoHandlerMapping mapping, HttpServletRequest request) {
		try {
			return mapping.getHandler(request) != null;
		}
		catch (Exception ex) {
			return false;
		}
	}

}
