package org.huiling.engine.drools.build;

import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes {@code + - *} of compiled rules exact: beyond what a whole number can hold they
 * end in an {@link ArithmeticException}, where Java's own begin again below zero. The
 * rule then fails by its name, whoever evaluates it, instead of comparing or paying
 * another number. What is divided is rounded down, as derived facts round it.
 */
public final class ExactArithmetic extends ClassVisitor {

	private static final Map<Integer, String> EXACT = Map.of(Opcodes.IADD, "addExact(II)I", Opcodes.ISUB,
			"subtractExact(II)I", Opcodes.IMUL, "multiplyExact(II)I", Opcodes.LADD, "addExact(JJ)J", Opcodes.LSUB,
			"subtractExact(JJ)J", Opcodes.LMUL, "multiplyExact(JJ)J", Opcodes.IDIV, "floorDiv(II)I");

	private ExactArithmetic(ClassVisitor next) {
		super(Opcodes.ASM9, next);
	}

	/** The class with every calculation made exact; the same bytes if it has none. */
	static byte[] in(byte[] bytes) {
		ClassReader reader = new ClassReader(bytes);
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(new ExactArithmetic(writer), 0);
		return writer.toByteArray();
	}

	@Override
	public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
			String[] exceptions) {
		return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {

			@Override
			public void visitInsn(int opcode) {
				String exact = EXACT.get(opcode);
				if (exact == null) {
					super.visitInsn(opcode);
				}
				else {
					int brackets = exact.indexOf('(');
					visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", exact.substring(0, brackets),
							exact.substring(brackets), false);
				}
			}

		};
	}

}
