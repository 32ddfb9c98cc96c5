package org.huiling.engine.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads the compiled classes of a version as bytes, before any of them is loaded, and
 * finds everything that they must not do: touch a class outside the allow-list, or loop.
 */
final class ClassGuard {

	/**
	 * Part of the key under which compiled classes are kept: raise it with every change
	 * here.
	 */
	static final String VERSION = "5";

	private static final Set<String> PACKAGES = Set.of("org/huiling/facts/", "org/drools/model/",
			"org/drools/modelcompiler/dsl/", "org/drools/modelcompiler/util/EvaluationUtil");

	private static final Set<String> CLASSES = Set.of("java/lang/Object", "java/lang/String", "java/lang/Integer",
			"java/lang/Long", "java/lang/Short", "java/lang/Byte", "java/lang/Character", "java/lang/Boolean",
			"java/lang/Number", "java/lang/Enum", "java/lang/Comparable", "java/lang/Exception",
			"java/lang/CharSequence", "java/math/BigDecimal", "java/math/BigInteger", "java/math/RoundingMode",
			"java/time/LocalDate", "java/time/chrono/ChronoLocalDate", "java/util/List", "java/util/Map",
			"java/util/Map$Entry", "java/util/Set", "java/util/Collection", "java/util/Collections",
			"java/util/ArrayList", "java/util/Arrays", "java/time/format/DateTimeFormatter",
			"java/time/format/DateTimeFormatterBuilder", "java/util/Locale");

	/**
	 * Single members of classes that are otherwise out of bounds; generated code needs
	 * them.
	 */
	private static final Set<String> MEMBERS = Set.of("java/lang/System.arraycopy",
			"org/drools/util/DateUtils.getDateFormatMask", "java/lang/RuntimeException.<init>");

	/** May be named, for example as a literal, but not called. */
	private static final Set<String> TYPES = Set.of("java/lang/Class", "java/lang/RuntimeException");

	private static final Set<String> FORBIDDEN_MEMBERS = Set.of("java/lang/String.concat", "java/lang/String.join",
			"java/lang/String.repeat", "java/lang/String.matches", "java/lang/String.replaceAll",
			"java/lang/String.replaceFirst", "java/lang/String.split", "java/lang/String.format",
			"java/lang/Object.getClass", "java/lang/Object.wait", "java/lang/Object.notify",
			"java/lang/Object.notifyAll", "java/time/LocalDate.now", "java/util/Collections.nCopies",
			"java/lang/Integer.getInteger", "java/lang/Long.getLong", "java/lang/Boolean.getBoolean");

	/**
	 * Generated code joins strings; a size limit on the files bounds what a rule joins.
	 */
	private static final Set<String> BOOTSTRAPS = Set.of("java/lang/invoke/LambdaMetafactory",
			"java/lang/invoke/StringConcatFactory");

	/** Rules count in money and ratios; a big number's arithmetic may fill the memory. */
	private static final Set<String> BIG_NUMBERS = Set.of("java/math/BigDecimal", "java/math/BigInteger");

	private static final Set<String> OF_BIG_NUMBERS = Set.of("<init>", "valueOf", "compareTo", "equals", "hashCode",
			"signum", "ZERO", "ONE", "TEN");

	private final Set<String> own;

	private final Consumer<String> refused;

	private final CallGraph calls = new CallGraph();

	private ClassGuard(Set<String> own, Consumer<String> refused) {
		this.own = own;
		this.refused = refused;
	}

	/**
	 * Judges classes.
	 * @param classes class files by path
	 * @param refused takes the name of each class or member that must not be used, or
	 * {@code loop}
	 */
	static void judge(Map<String, byte[]> classes, Consumer<String> refused) {
		Set<String> own = new HashSet<>();
		classes.keySet().forEach((path) -> own.add(path.substring(0, path.length() - ".class".length())));
		ClassGuard guard = new ClassGuard(own, refused);
		classes.forEach((path, bytes) -> {
			ClassReader reader = new ClassReader(bytes);
			if (!path.equals(reader.getClassName() + ".class")) {
				refused.accept(reader.getClassName());
			}
			reader.accept(guard.new Classes(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		});
		if (guard.calls.hasCycle()) {
			refused.accept("recursion");
		}
	}

	private void type(Type type) {
		if (type.getSort() == Type.ARRAY) {
			type(type.getElementType());
		}
		else if (type.getSort() == Type.OBJECT) {
			owner(type.getInternalName());
		}
	}

	private void owner(String name) {
		if (name.startsWith("[")) {
			type(Type.getType(name));
		}
		else if (!allowed(name) && !TYPES.contains(name)) {
			this.refused.accept(name.replace('/', '.'));
		}
	}

	private boolean allowed(String name) {
		return this.own.contains(name) || CLASSES.contains(name) || PACKAGES.stream().anyMatch(name::startsWith);
	}

	private void member(String owner, String name, String descriptor) {
		String member = owner + "." + name;
		if (MEMBERS.contains(member)) {
			return;
		}
		owner(owner);
		boolean sums = BIG_NUMBERS.contains(owner) && !OF_BIG_NUMBERS.contains(name);
		if (sums || FORBIDDEN_MEMBERS.contains(member) || TYPES.contains(owner)) {
			this.refused.accept(member.replace('/', '.'));
		}
		descriptor(descriptor);
	}

	private void descriptor(String descriptor) {
		if (descriptor.startsWith("(")) {
			Type method = Type.getMethodType(descriptor);
			type(method.getReturnType());
			for (Type argument : method.getArgumentTypes()) {
				type(argument);
			}
		}
		else {
			type(Type.getType(descriptor));
		}
	}

	private void constant(Object value) {
		if (value instanceof Type type) {
			if (type.getSort() == Type.METHOD) {
				descriptor(type.getDescriptor());
			}
			else {
				type(type);
			}
		}
		else if (value instanceof Handle handle) {
			member(handle.getOwner(), handle.getName(), handle.getDesc());
		}
		else if (value instanceof ConstantDynamic) {
			this.refused.accept("dynamic constant");
		}
	}

	private final class Classes extends ClassVisitor {

		private String className = "";

		Classes() {
			super(Opcodes.ASM9);
		}

		@Override
		public void visit(int version, int access, String name, String signature, String superName,
				String[] interfaces) {
			this.className = name;
			owner(superName);
			for (String one : interfaces) {
				owner(one);
			}
		}

		@Override
		public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
			descriptor(descriptor);
			return super.visitField(access, name, descriptor, signature, value);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
				String[] exceptions) {
			descriptor(descriptor);
			if ((access & Opcodes.ACC_NATIVE) != 0) {
				ClassGuard.this.refused.accept("native " + name);
			}
			return new Code(this.className + "." + name + descriptor);
		}

	}

	private final class Code extends MethodVisitor {

		private final String method;

		private final Set<Label> seen = new HashSet<>();

		private final Map<Label, Label> handlers = new HashMap<>();

		private final List<Label> order = new ArrayList<>();

		Code(String method) {
			super(Opcodes.ASM9);
			this.method = method;
		}

		@Override
		public void visitLabel(Label label) {
			this.seen.add(label);
			this.order.add(label);
		}

		/** A handler that stands before what it guards is a jump back. */
		@Override
		public void visitEnd() {
			this.handlers.forEach((start, handler) -> {
				if (this.order.indexOf(handler) <= this.order.indexOf(start)) {
					ClassGuard.this.refused.accept("loop");
				}
			});
		}

		@Override
		public void visitJumpInsn(int opcode, Label label) {
			if (this.seen.contains(label)) {
				ClassGuard.this.refused.accept("loop");
			}
		}

		@Override
		public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
			visitLookupSwitchInsn(otherwise, new int[0], labels);
		}

		@Override
		public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
			visitJumpInsn(Opcodes.GOTO, otherwise);
			for (Label label : labels) {
				visitJumpInsn(Opcodes.GOTO, label);
			}
		}

		@Override
		public void visitTypeInsn(int opcode, String type) {
			owner(type);
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
			member(owner, name, descriptor);
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			member(owner, name, descriptor);
			if (ClassGuard.this.own.contains(owner)) {
				ClassGuard.this.calls.add(this.method, owner + "." + name + descriptor);
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
			if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
				ClassGuard.this.refused.accept(bootstrap.getOwner().replace('/', '.'));
			}
			descriptor(descriptor);
			for (Object argument : arguments) {
				constant(argument);
			}
		}

		@Override
		public void visitLdcInsn(Object value) {
			constant(value);
		}

		@Override
		public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
			descriptor(descriptor);
		}

		@Override
		public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
			this.handlers.put(start, handler);
			if (type != null) {
				owner(type);
			}
		}

	}

}
