package org.huiling.policy;

import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;

/**
 * The content types of policy files. Whatever is not known to be harmless is shown as
 * plain text: the files come from people who must not be able to put a page on this
 * server.
 */
public final class FileTypes {

	private FileTypes() {
	}

	/**
	 * The type of a file.
	 * @param path its path
	 * @return the content type
	 */
	public static MediaType of(String path) {
		if (path.endsWith(".yaml") || path.endsWith(".yml")) {
			return new MediaType("application", "yaml", StandardCharsets.UTF_8);
		}
		if (path.endsWith(".csv")) {
			return new MediaType("text", "csv", StandardCharsets.UTF_8);
		}
		if (path.endsWith(".xlsx")) {
			return MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		}
		return new MediaType("text", "plain", StandardCharsets.UTF_8);
	}

}
