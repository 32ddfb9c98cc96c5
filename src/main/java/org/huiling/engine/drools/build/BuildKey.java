package org.huiling.engine.drools.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.drools.model.Model;
import org.huiling.engine.table.RuleTable;
import org.huiling.facts.Awards;
import org.huiling.facts.Bands;
import org.huiling.facts.Benefit;
import org.huiling.facts.Code;
import org.huiling.facts.Functions;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Regions;
import org.huiling.facts.Rounding;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;
import org.huiling.facts.Thing;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.ItemFacts;
import org.huiling.facts.words.PersonFacts;

/**
 * Under what compiled classes are kept: the version's digest with everything that had a
 * hand in compiling it. Any change of these compiles anew.
 */
public final class BuildKey {

	private static final String MAKERS = "drools " + drools() + ", java " + Runtime.version().feature() + ", compiler "
			+ DroolsBuild.COMPILER + ", guard " + ClassGuard.VERSION + ", tables " + RuleTable.VERSION + ", bundle 5"
			+ ", vocabulary " + Integer.toHexString(vocabulary());

	private BuildKey() {
	}

	/**
	 * The key.
	 * @param digest of the version
	 * @param words the words and codes that its rules use, with what they give
	 */
	public static String of(String digest, List<String> words) {
		return digest + ", words " + sha256(String.join("\n", words)) + ", " + MAKERS;
	}

	/** Fact files are other people's texts: no two sets of words may share a key. */
	private static String sha256(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String drools() {
		return Objects.requireNonNullElse(Model.class.getPackage().getImplementationVersion(), "unknown");
	}

	/** What compiled rules link to. */
	private static int vocabulary() {
		TreeSet<String> methods = new TreeSet<>();
		for (Class<?> type : List.of(Awards.class, Bands.class, Benefit.class, ClaimFacts.class, Code.class,
				CoreWords.class, Functions.class, ItemFacts.class, Money.class, PersonFacts.class, Ratio.class,
				Regions.class, Rounding.class, Segments.class, Table.class, Thing.class)) {
			Arrays.stream(type.getMethods()).forEach((method) -> methods.add(method.toString()));
		}
		return methods.hashCode();
	}

}
