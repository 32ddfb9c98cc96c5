package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * During a test the virtual machine loads no class compiled from a rule file. The machine
 * itself writes down what it loads, so that no way of loading is overlooked.
 */
final class NothingIsLoaded implements BeforeEachCallback, AfterEachCallback {

	/** A line is of one class: its name, and where it comes from. */
	private static final Pattern RULE_CLASS = Pattern.compile("(?m)^(policy\\.rules\\.\\S+) ");

	private static final FileChannel RECORD = record();

	private long begun;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.begun = now();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		assertThat(ruleClassesSince(this.begun)).isEmpty();
	}

	/** This moment, as a place in the record. */
	static long now() {
		try {
			return RECORD.size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The names of the rule classes that were loaded since a moment, by any loader. */
	static List<String> ruleClassesSince(long moment) {
		ByteBuffer lines = ByteBuffer.allocate(Math.toIntExact(now() - moment));
		try {
			while (lines.hasRemaining() && RECORD.read(lines, moment + lines.position()) >= 0) {
				// on to the end
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String text = new String(lines.array(), 0, lines.position(), StandardCharsets.UTF_8);
		return RULE_CLASS.matcher(text).results().map((found) -> found.group(1)).toList();
	}

	/** From now on, as {@code -Xlog:class+load} does from the start. */
	private static FileChannel record() {
		try {
			Path file = Files.createTempFile("loaded", ".log");
			file.toFile().deleteOnExit();
			String[] options = { "output=" + file, "output_options=filecount=0", "what=class+load=info",
					"decorators=none" };
			Object answer = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmLog", new Object[] { options },
						new String[] { String[].class.getName() });
			assertThat(String.valueOf(answer)).isBlank();
			return FileChannel.open(file, StandardOpenOption.READ);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
