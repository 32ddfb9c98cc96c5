package org.huiling.account.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody wanted before they signed in, and come to afterwards. Their
 * browser keeps it, so that who never signs in leaves nothing behind here.
 */
class WantedPage implements RequestCache {

	private static final int LONGEST = 2000;

	/** A path of this service: neither {@code //host} nor {@code /\host}. */
	private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

	private final SignedCookie cookie = new SignedCookie("huiling.wanted", Duration.ofMinutes(15));

	/** A part of a page is never wanted by itself. */
	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		if (HttpMethod.GET.matches(request.getMethod()) && !PageSignIn.isPart(request)
				&& String.valueOf(request.getHeader("Accept")).contains("text/html")) {
			String path = path(request);
			if (path.length() > 1 && isOwn(path)) {
				this.cookie.write(request, response, path);
			}
		}
	}

	private static String path(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String query = request.getQueryString();
		return (query != null) ? path + "?" + query : path;
	}

	private static boolean isOwn(String path) {
		return path.length() <= LONGEST && OWN.matcher(path).matches();
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		Optional<String> path = this.cookie.read(request).filter(WantedPage::isOwn);
		path.ifPresent((wanted) -> this.cookie.forget(request, response));
		return path.map(SimpleSavedRequest::new).orElse(null);
	}

	/** Nothing of the request itself was kept that could be put in its place. */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		this.cookie.forget(request, response);
	}

}
