package org.huiling.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.huiling.Samples;

/**
 * What the service said when it was recorded, kept as digests in
 * {@code src/test/resources/recorded}: a line for each block of cases, with its digest
 * and two characters for each case, which tell the first case that differs. The texts are
 * not kept: the code of the commit that recorded them writes them again,
 * {@code .ci/recorded} does so.
 * <p>
 * {@code -Dhuiling.recorded.anew=true} records instead of comparing (at full scale only),
 * {@code -Dhuiling.recorded.only=<block>} looks at one block, and
 * {@code -Dhuiling.recorded.texts=<directory>} writes the texts of what is looked at.
 */
public final class Recorded {

	private static final Path LINES = Path.of("src", "test", "resources", "recorded");

	private static final boolean ANEW = Boolean.getBoolean("huiling.recorded.anew");

	private static final String ONLY = System.getProperty("huiling.recorded.only", "");

	private static final String TEXTS = System.getProperty("huiling.recorded.texts", "");

	private static final int SHOWN = 3_000;

	private final String name;

	private final Map<String, String> lines;

	private final Map<String, String> fresh = new ConcurrentHashMap<>();

	private Recorded(String name, Map<String, String> lines) {
		this.name = name;
		this.lines = lines;
	}

	/**
	 * A recording.
	 * @param name the name of its file
	 * @return the recording
	 */
	public static Recorded of(String name) {
		Path file = LINES.resolve(name + ".txt");
		try {
			List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
			return new Recorded(name, all.stream()
				.collect(Collectors.toMap((line) -> line.split(" ", 2)[0], (line) -> line.split(" ", 2)[1])));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The numbers of the blocks to look at in this run: another part of them every day.
	 * @param count how many blocks there are
	 * @return some of 0 to count, exclusive
	 */
	public static IntStream blocks(int count) {
		if (ANEW || !ONLY.isEmpty()) {
			return IntStream.range(0, count);
		}
		int some = Math.min(count, Samples.of(count));
		int first = (int) Math.floorMod(Samples.seed() * some, (long) count);
		return IntStream.range(first, first + some).map((number) -> number % count);
	}

	/**
	 * Whether a block is looked at at all.
	 * @param block its name
	 * @return true unless another one alone is
	 */
	public static boolean asks(String block) {
		return ONLY.isEmpty() || ONLY.equals(block);
	}

	/**
	 * What was recorded of a block.
	 * @param block its name
	 * @return the line of the file
	 */
	public String line(String block) {
		return Objects.requireNonNull(this.lines.get(block), block + " of " + this.name + " was never recorded");
	}

	/**
	 * The names of the blocks.
	 * @return in no order
	 */
	public List<String> names() {
		return List.copyOf(this.lines.keySet());
	}

	/**
	 * Compares a block with what was recorded of it.
	 * @param block its name, without spaces
	 * @param cases a text for each case
	 */
	public void holds(String block, List<String> cases) {
		String line = digest(cases) + " " + cases.stream().map(Recorded::mark).collect(Collectors.joining());
		if (!TEXTS.isEmpty()) {
			write(Path.of(TEXTS), block, cases);
		}
		if (ANEW) {
			this.fresh.put(block, line);
		}
		else if (!line.equals(this.lines.get(block))) {
			throw new AssertionError(difference(block, cases, line));
		}
	}

	/** Keeps what was compared, where that is asked for: after the last block. */
	public void keep() {
		if (!ANEW || this.fresh.isEmpty()) {
			return;
		}
		Map<String, String> kept = new TreeMap<>(ONLY.isEmpty() ? Map.of() : this.lines);
		kept.putAll(this.fresh);
		try {
			Files.createDirectories(LINES);
			Files.write(LINES.resolve(this.name + ".txt"),
					kept.entrySet().stream().map((one) -> one.getKey() + " " + one.getValue()).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String difference(String block, List<String> cases, String line) {
		Path now = write(Path.of("target", "recorded", "now"), block, cases);
		String before = this.lines.getOrDefault(block, "");
		String marks = before.substring(before.indexOf(' ') + 1);
		String marksNow = line.substring(line.indexOf(' ') + 1);
		int first = 0;
		while (2 * first + 2 <= Math.min(marks.length(), marksNow.length())
				&& marks.startsWith(marksNow.substring(2 * first, 2 * first + 2), 2 * first)) {
			first++;
		}
		String shown = (first < cases.size()) ? cases.get(first) : "none by its two characters, or there are fewer";
		return """
				%s, block %s: not what was recorded. The first case that differs is number %d of %d (%d were recorded):
				%s
				As it is now, whole: %s
				As it was:           .ci/recorded %s %s   (writes it beside)
				Meant to be so:      mvn test -Dtest='Recorded*' -Dhuiling.test.scale=1 -Dhuiling.recorded.anew=true"""
			.formatted(this.name, block, first, cases.size(), marks.length() / 2,
					shown.substring(0, Math.min(SHOWN, shown.length())), now, this.name, block);
	}

	private Path write(Path directory, String block, List<String> cases) {
		try {
			Path file = Files.createDirectories(directory.resolve(this.name)).resolve(block.replace('/', '+') + ".txt");
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < cases.size(); i++) {
				text.append("== ").append(i).append('\n').append(cases.get(i)).append('\n');
			}
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(List<String> cases) {
		return HexFormat.of().formatHex(sha256(String.join("\n", cases)), 0, 16);
	}

	/** Twelve bits: one difference in four thousand shows in the block's digest alone. */
	private static String mark(String text) {
		return Base64.getUrlEncoder().encodeToString(sha256(text)).substring(0, 2);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
