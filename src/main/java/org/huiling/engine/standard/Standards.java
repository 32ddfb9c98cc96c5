package org.huiling.engine.standard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The standards that policies of a jurisdiction may go by: its own, which they call
 * {@code standards.name}, and those of the jurisdictions that enclose it, such as
 * {@code china/standards.name}. Never changes.
 */
public final class Standards {

	/** No standards. */
	public static final Standards NONE = new Standards("", List.of());

	private static final String WORD = "standards.";

	private final String jurisdiction;

	private final Map<String, StandardsFile> files = new TreeMap<>();

	private final Map<Set<String>, String> digests = new ConcurrentHashMap<>();

	/**
	 * The standards that policies of a jurisdiction may go by.
	 * @param jurisdiction the jurisdiction's id
	 * @param files its own and those of enclosing ones
	 */
	public Standards(String jurisdiction, Collection<StandardsFile> files) {
		this.jurisdiction = jurisdiction;
		files.forEach((file) -> this.files.put(file.jurisdiction(), file));
	}

	/**
	 * The standard that a policy names.
	 * @param reference such as {@code standards.dibaoStandard}
	 * @return null if there is none of that name
	 */
	public @Nullable Standard named(String reference) {
		int slash = reference.indexOf('/');
		StandardsFile file = this.files.get((slash < 0) ? this.jurisdiction : reference.substring(0, slash));
		String name = reference.substring(slash + 1);
		return (file != null && name.startsWith(WORD)) ? file.standards().get(name.substring(WORD.length())) : null;
	}

	/**
	 * Every name that a policy may write.
	 * @return its own jurisdiction's first
	 */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		StandardsFile own = this.files.get(this.jurisdiction);
		if (own != null) {
			own.standards().keySet().forEach((name) -> names.add(WORD + name));
		}
		this.files.forEach((owner, file) -> {
			if (!owner.equals(this.jurisdiction)) {
				file.standards().keySet().forEach((name) -> names.add(owner + "/" + WORD + name));
			}
		});
		return names;
	}

	/**
	 * The files that they stand in.
	 * @return by jurisdiction
	 */
	public Collection<StandardsFile> files() {
		return List.copyOf(this.files.values());
	}

	/**
	 * The same with another file in the place of one of them, or beside them.
	 * @param file the other file
	 * @return the standards
	 */
	public Standards with(StandardsFile file) {
		Map<String, StandardsFile> changed = new TreeMap<>(this.files);
		changed.put(file.jurisdiction(), file);
		return new Standards(this.jurisdiction, changed.values());
	}

	/**
	 * What tells whether some standards are the same as others of those names.
	 * @param references names as policies write them
	 * @return empty if there are none
	 */
	public String digest(Set<String> references) {
		return references.isEmpty() ? "" : this.digests.computeIfAbsent(Set.copyOf(references), (all) -> {
			StringBuilder text = new StringBuilder();
			new TreeSet<>(all)
				.forEach((reference) -> text.append(reference).append(' ').append(named(reference)).append('\n'));
			return sha256(text.toString());
		});
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
