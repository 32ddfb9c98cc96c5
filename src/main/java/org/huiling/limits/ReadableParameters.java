package org.huiling.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.huiling.problem.ProblemWriter;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are not encoded as they should be, before anybody asks for
 * them: Tomcat would throw at whoever asks first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class ReadableParameters extends OncePerRequestFilter {

	private static final String API = "/api/";

	private final ProblemWriter problems;

	ReadableParameters(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean api = request.getRequestURI().startsWith(request.getContextPath() + API);
		String query = request.getQueryString();
		if ((query == null || isReadable(query)) && (api || isFormReadable(request))) {
			chain.doFilter(request, response);
		}
		else if (api) {
			this.problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "PARAMETER_ENCODING");
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	/** Of a page; the API reads no body before it knows whose it is. */
	private static boolean isFormReadable(HttpServletRequest request) {
		String type = request.getContentType();
		if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
			return true;
		}
		try {
			return request.getParameterMap() != null;
		}
		catch (InvalidParameterException ex) {
			return false;
		}
	}

	private static boolean isReadable(String query) {
		ByteBuffer bytes = ByteBuffer.allocate(query.length());
		int at = 0;
		while (at < query.length()) {
			int next = query.charAt(at);
			if (next == '%') {
				next = (at + 2 < query.length()) ? hex(query.charAt(at + 1), query.charAt(at + 2)) : -1;
				at += 2;
			}
			if (next < 0) {
				return false;
			}
			bytes.put((byte) next);
			at++;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()) != null;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/** Of two digits, negative if they are none. */
	private static int hex(char high, char low) {
		int first = Character.digit(high, 16);
		int second = Character.digit(low, 16);
		return (first < 0 || second < 0) ? -1 : first * 16 + second;
	}

}
