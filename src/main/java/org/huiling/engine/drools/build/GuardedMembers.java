package org.huiling.engine.drools.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.drools.language.JavaWords;
import org.objectweb.asm.Type;

/**
 * The members of other classes that compiled rules may touch: those of
 * {@code members.txt}, each by class, name and descriptor, and the words of the
 * vocabulary.
 */
final class GuardedMembers {

	static final GuardedMembers ADMITTED = new GuardedMembers();

	/** Drools has a type for each number of variables. */
	private static final Pattern NUMBERED = Pattern.compile("(Block|Predicate|Function|BetaIndex|_)\\d+(?=[;.()]|$)");

	private static final Pattern VARIABLES = Pattern.compile("(?:Lorg/drools/model/Variable;)+");

	private static final String EXTENDS = "extends ";

	private static final String TYPE = "type ";

	private final Set<String> members = new HashSet<>(JavaWords.members());

	private final Set<String> types = new HashSet<>(JavaWords.types());

	private final Set<String> parents = new HashSet<>();

	private GuardedMembers() {
		try (InputStream file = Objects.requireNonNull(GuardedMembers.class.getResourceAsStream("members.txt"));
				BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
			lines.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(String line) {
		if (line.startsWith(EXTENDS)) {
			this.parents.add(line.substring(EXTENDS.length()));
		}
		else if (line.startsWith(TYPE)) {
			this.types.add(line.substring(TYPE.length()));
		}
		else {
			this.members.add(line);
			String descriptor = line.substring((line.indexOf('(') < 0) ? line.indexOf(' ') + 1 : line.indexOf('('));
			if (descriptor.startsWith("(")) {
				named(Type.getReturnType(descriptor));
				for (Type argument : Type.getArgumentTypes(descriptor)) {
					named(argument);
				}
			}
			else {
				named(Type.getType(descriptor));
			}
			if (line.contains(".<init>(")) {
				this.types.add(line.substring(0, line.indexOf('.')));
			}
		}
	}

	private void named(Type type) {
		Type element = (type.getSort() == Type.ARRAY) ? type.getElementType() : type;
		if (element.getSort() == Type.OBJECT) {
			this.types.add(element.getInternalName());
		}
	}

	/** Whether a method may be called. */
	boolean method(String owner, String name, String descriptor) {
		return this.members.contains(
				VARIABLES.matcher(counted(owner + "." + name + descriptor)).replaceAll("Lorg/drools/model/Variable;"));
	}

	/** Whether a field may be read. */
	boolean field(String owner, String name, String descriptor) {
		return this.members.contains(owner + "." + name + " " + descriptor);
	}

	/** Whether a type may be named, as a literal, in a cast or a signature. */
	boolean type(String name) {
		return this.types.contains(counted(name)) || parent(name);
	}

	/** Whether a class may be extended or implemented. */
	boolean parent(String name) {
		return this.parents.contains(counted(name));
	}

	private static String counted(String text) {
		return text.startsWith("org/drools/") ? NUMBERED.matcher(text).replaceAll("$1#") : text;
	}

}
