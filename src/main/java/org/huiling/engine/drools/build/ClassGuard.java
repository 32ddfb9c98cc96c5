package org.huiling.engine.drools.build;

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
 * finds everything that they must not do: touch a member outside of the list, change what
 * outlives an evaluation, loop, or make something large.
 */
public final class ClassGuard {

	/**
	 * Part of the key under which compiled classes are kept: raise it with every change
	 * here.
	 */
	static final String VERSION = "7";

	private static final GuardedMembers MEMBERS = GuardedMembers.ADMITTED;

	/** Generated code joins one name to a fixed text, and that is all it joins. */
	private static final String JOINS = "java/lang/invoke/StringConcatFactory.makeConcatWithConstants"
			+ "(Ljava/lang/String;)Ljava/lang/String;";

	/** The longest array that a rule makes: the arguments of a call. */
	private static final int LONGEST_ARRAY = 4_096;

	private static final String STATIC_INITIALISER = "<clinit>";

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
	public static void judge(Map<String, byte[]> classes, Consumer<String> refused) {
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
		else if (!this.own.contains(name) && !MEMBERS.type(name)) {
			this.refused.accept(name.replace('/', '.'));
		}
	}

	private void method(String owner, String name, String descriptor) {
		if (!this.own.contains(owner) && !MEMBERS.method(owner, name, descriptor)) {
			refuse(owner, name);
		}
		descriptor(descriptor);
	}

	private void field(String owner, String name, String descriptor) {
		if (!this.own.contains(owner) && !MEMBERS.field(owner, name, descriptor)) {
			refuse(owner, name);
		}
		descriptor(descriptor);
	}

	/** By its class, if that is not even to be named. */
	private void refuse(String owner, String name) {
		String shown = (owner.startsWith("[") || MEMBERS.type(owner)) ? owner + "." + name : owner;
		this.refused.accept(shown.replace('/', '.'));
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
			owner(handle.getOwner());
			this.refused.accept("handle " + handle.getName());
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
			parent(superName);
			for (String one : interfaces) {
				parent(one);
			}
		}

		private void parent(String name) {
			if (!ClassGuard.this.own.contains(name) && !MEMBERS.parent(name)) {
				ClassGuard.this.refused.accept(name.replace('/', '.'));
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
			if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
				ClassGuard.this.refused.accept("native or synchronized " + name);
			}
			return new Code(this.className, name, descriptor);
		}

	}

	private final class Code extends MethodVisitor {

		private final String owner;

		private final String name;

		private final String method;

		private final Set<Label> seen = new HashSet<>();

		private final Map<Label, Label> handlers = new HashMap<>();

		private final List<Label> order = new ArrayList<>();

		/** The number that was put on the stack last, −1 if something else came after. */
		private int number = -1;

		Code(String owner, String name, String descriptor) {
			super(Opcodes.ASM9);
			this.owner = owner;
			this.name = name;
			this.method = owner + "." + name + descriptor;
		}

		@Override
		public void visitInsn(int opcode) {
			boolean small = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
			this.number = small ? opcode - Opcodes.ICONST_0 : -1;
			if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
				ClassGuard.this.refused.accept("synchronized");
			}
		}

		@Override
		public void visitIntInsn(int opcode, int operand) {
			this.number = (opcode == Opcodes.NEWARRAY) ? -1 : operand;
			if (opcode == Opcodes.NEWARRAY) {
				ClassGuard.this.refused.accept("array");
			}
		}

		@Override
		public void visitVarInsn(int opcode, int index) {
			this.number = -1;
		}

		@Override
		public void visitIincInsn(int index, int increment) {
			this.number = -1;
		}

		@Override
		public void visitLabel(Label label) {
			this.number = -1;
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
			this.number = -1;
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
			if (opcode == Opcodes.ANEWARRAY && !isCopyOfConstants(type)
					&& (this.number < 0 || this.number > LONGEST_ARRAY)) {
				ClassGuard.this.refused.accept("array");
			}
			this.number = -1;
		}

		/** {@code values()} of an enumeration copies its constants. */
		private boolean isCopyOfConstants(String type) {
			return this.method.equals(this.owner + ".values()[L" + this.owner + ";") && type.equals(this.owner);
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
			this.number = -1;
			boolean initial = (opcode == Opcodes.PUTSTATIC) ? this.name.equals(STATIC_INITIALISER)
					: this.name.equals("<init>");
			if ((opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD) && !(initial && owner.equals(this.owner))) {
				ClassGuard.this.refused.accept((owner + "." + name + " =").replace('/', '.'));
			}
			field(owner, name, descriptor);
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			this.number = -1;
			method(owner, name, descriptor);
			if (ClassGuard.this.own.contains(owner)) {
				ClassGuard.this.calls.add(this.method, owner + "." + name + descriptor);
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
			this.number = -1;
			if (!JOINS.equals(bootstrap.getOwner() + "." + name + descriptor)) {
				ClassGuard.this.refused.accept(bootstrap.getOwner().replace('/', '.'));
			}
			descriptor(descriptor);
			for (Object argument : arguments) {
				constant(argument);
			}
		}

		@Override
		public void visitLdcInsn(Object value) {
			this.number = (value instanceof Integer number) ? number : -1;
			constant(value);
		}

		@Override
		public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
			descriptor(descriptor);
			ClassGuard.this.refused.accept("array");
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
