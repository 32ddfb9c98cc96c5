package org.huiling.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of a module in both languages, to hold against the codes it uses. */
public record MessageCatalogue(Properties zh, Properties en) {

	/**
	 * The messages of a module.
	 * @param module its name
	 * @return both languages
	 */
	public static MessageCatalogue of(String module) {
		return new MessageCatalogue(load(module), load(module + "_en"));
	}

	/**
	 * Fails unless exactly these keys have a message in both languages, each of which can
	 * be formatted.
	 * @param keys such as {@code error.REQUIRED}
	 */
	public void assertHolds(Stream<String> keys) {
		String[] expected = keys.toArray(String[]::new);
		assertThat(this.zh.stringPropertyNames()).containsExactlyInAnyOrder(expected);
		assertThat(this.en.stringPropertyNames()).containsExactlyInAnyOrder(expected);
		Stream.of(expected).forEach((key) -> {
			assertThat(message(this.zh, key, Locale.CHINA)).as(key).matches(".*[\\u4e00-\\u9fff].*");
			assertThat(message(this.en, key, Locale.ENGLISH)).as(key).matches("[^\\u4e00-\\u9fff]*");
		});
	}

	/** An apostrophe would quote what follows it and leave its argument out. */
	private static String message(Properties messages, String key, Locale locale) {
		String pattern = messages.getProperty(key);
		assertThat(pattern).as(key).doesNotContain("'");
		return new MessageFormat(pattern, locale).format(new Object[] { 1, 1, 1 });
	}

	private static Properties load(String name) {
		Properties properties = new Properties();
		try (InputStream in = MessageCatalogue.class.getResourceAsStream("/messages/" + name + ".properties")) {
			properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
