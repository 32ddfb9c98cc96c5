package org.huiling.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever a slip of the hand does to a shipped version, the check says it in words. */
class MutatedRulesTests {

	private static final int MUTANTS = Samples.of(20);

	private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_$]+|\\S");

	static Stream<Path> versions() throws IOException {
		try (Stream<Path> paths = Files.walk(Path.of("rules"), 4)) {
			return paths.filter((one) -> one.endsWith("policy.yaml")).map(Path::getParent).sorted().toList().stream();
		}
	}

	private static String mutant(String text, Random random) {
		if (random.nextInt(4) == 0) {
			List<String> lines = new ArrayList<>(text.lines().toList());
			int at = random.nextInt(lines.size());
			switch (random.nextInt(3)) {
				case 0 -> lines.remove(at);
				case 1 -> lines.add(at, lines.get(at));
				default -> lines.add(at, lines.remove(random.nextInt(lines.size())));
			}
			return String.join("\n", lines) + "\n";
		}
		List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
		MatchResult token = tokens.get(random.nextInt(tokens.size()));
		String instead = switch (random.nextInt(4)) {
			case 0 -> "";
			case 1 -> token.group() + " " + token.group();
			case 2 -> tokens.get(random.nextInt(tokens.size())).group();
			default -> List.of("(", ")", "\"", "{", "||", "$x", "-1", "P.", "'", "\\", ";", "99999999999", "@")
				.get(random.nextInt(13));
		};
		return text.substring(0, token.start()) + instead + text.substring(token.end());
	}

	@ParameterizedTest
	@MethodSource("versions")
	void aSlipOfTheHandIsToldInWords(Path path) throws IOException {
		VersionDirectory good = VersionDirectory.read(path);
		List<String> files = List.copyOf(good.files().files().keySet());
		Random random = new Random(Samples.seed() + path.toString().hashCode());
		for (int i = 0; i < MUTANTS; i++) {
			String file = files.get(random.nextInt(files.size()));
			String changed = mutant(new String(good.files().files().get(file), StandardCharsets.UTF_8), random);
			Map<String, byte[]> mutated = new TreeMap<>(good.files().files());
			mutated.put(file, changed.getBytes(StandardCharsets.UTF_8));
			VersionDirectory version = new VersionDirectory(good.jurisdiction(), good.program(), new PolicyFiles(
					good.files().jurisdiction(), good.files().program(), good.files().version(), mutated));
			CheckReport report = assertTimeoutPreemptively(Duration.ofSeconds(60),
					() -> new PolicyCompiler().check(version), () -> file + "\n" + changed);
			assertThat(report.problems()).as(file + "\n" + changed).allSatisfy(DefectTableTests::saysNothingInternal);
		}
	}

}
