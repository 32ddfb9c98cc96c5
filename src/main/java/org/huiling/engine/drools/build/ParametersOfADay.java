package org.huiling.engine.drools.build;

import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * A version's classes with the parameters of one of its days: they are compiled under
 * names of their own, beside those of its first day, and take their place when the rules
 * of that day are loaded.
 */
public final class ParametersOfADay {

	private static final String DIRECTORY = DroolsBuild.PACKAGE.replace('.', '/') + "/";

	private ParametersOfADay() {
	}

	public static Map<String, byte[]> of(Map<String, byte[]> classes, int day) {
		String own = DIRECTORY + DroolsBuild.parameters(day);
		String first = DIRECTORY + DroolsBuild.parameters(0);
		ClassWriter writer = new ClassWriter(0);
		new ClassReader(classes.get(own + ".class")).accept(new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {

			@Override
			public String map(String internalName) {
				return internalName.equals(own) ? first : internalName;
			}

		}), 0);
		Map<String, byte[]> ofTheDay = new HashMap<>(classes);
		ofTheDay.put(first + ".class", writer.toByteArray());
		return ofTheDay;
	}

}
