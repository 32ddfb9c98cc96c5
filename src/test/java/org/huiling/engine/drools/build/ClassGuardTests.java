package org.huiling.engine.drools.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes that no compiler of ours would write are refused by their bytes alone. */
class ClassGuardTests {

	private static final String NAME = "policy/v1/Evil";

	private static List<String> refused(String path, byte[] bytes) {
		List<String> refused = new ArrayList<>();
		ClassGuard.judge(Map.of(path, bytes), refused::add);
		return refused;
	}

	private static List<String> refused(Consumer<MethodVisitor> body) {
		return refused(NAME + ".class", written("java/lang/Object", body));
	}

	private static byte[] written(String parent, Consumer<MethodVisitor> body) {
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, parent, null);
		MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "<clinit>", "()V", null,
				null);
		method.visitCode();
		body.accept(method);
		method.visitInsn(Opcodes.RETURN);
		method.visitMaxs(0, 0);
		method.visitEnd();
		writer.visitEnd();
		return writer.toByteArray();
	}

	private static Handle handle(String owner, String name, String descriptor) {
		return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
	}

	@Test
	void aClassThatDoesNothingPasses() {
		assertThat(refused((method) -> {
		})).isEmpty();
	}

	@Test
	void aStaticInitialiserIsCheckedLikeAnyMethod() {
		assertThat(refused((method) -> {
			method.visitInsn(Opcodes.ICONST_0);
			method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
		})).contains("java.lang.System");
	}

	@Test
	void aMethodHandleInAConstantIsCheckedLikeACall() {
		assertThat(refused((method) -> {
			method.visitLdcInsn(handle("java/lang/System", "exit", "(I)V"));
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.System");
	}

	@Test
	void aDynamicConstantIsRefused() {
		assertThat(refused((method) -> {
			method.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/Object;",
					handle("java/lang/invoke/ConstantBootstraps", "nullConstant", "()Ljava/lang/Object;")));
			method.visitInsn(Opcodes.POP);
		})).isNotEmpty();
	}

	@Test
	void aForeignBootstrapIsRefused() {
		assertThat(refused((method) -> {
			method.visitInvokeDynamicInsn("x", "()Ljava/lang/Object;",
					handle("java/lang/invoke/ObjectMethods", "bootstrap", "()Ljava/lang/Object;"));
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.invoke.ObjectMethods");
	}

	@Test
	void theTargetOfALambdaIsCheckedLikeACall() {
		assertThat(refused((method) -> {
			method.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;",
					handle("java/lang/invoke/LambdaMetafactory", "metafactory", "()V"), Type.getMethodType("()V"),
					handle("java/lang/System", "gc", "()V"), Type.getMethodType("()V"));
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.System");
	}

	@Test
	void aJumpBackIsALoop() {
		assertThat(refused((method) -> {
			Label start = new Label();
			method.visitLabel(start);
			method.visitJumpInsn(Opcodes.GOTO, start);
		})).containsExactly("loop");
	}

	@Test
	void aSwitchThatJumpsBackIsALoop() {
		assertThat(refused((method) -> {
			Label start = new Label();
			Label end = new Label();
			method.visitLabel(start);
			method.visitInsn(Opcodes.ICONST_0);
			method.visitTableSwitchInsn(0, 0, end, start);
			method.visitLabel(end);
		})).containsExactly("loop");
	}

	@Test
	void anExceptionHandlerBeforeWhatItGuardsIsALoop() {
		assertThat(refused((method) -> {
			Label handler = new Label();
			Label start = new Label();
			Label end = new Label();
			method.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
			method.visitInsn(Opcodes.ACONST_NULL);
			method.visitLabel(handler);
			method.visitInsn(Opcodes.POP);
			method.visitLabel(start);
			method.visitInsn(Opcodes.ACONST_NULL);
			method.visitInsn(Opcodes.ATHROW);
			method.visitLabel(end);
		})).contains("loop");
	}

	@Test
	void aMethodThatCallsItselfIsALoop() {
		assertThat(refused((method) -> method.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "<clinit>", "()V", false)))
			.isNotEmpty();
	}

	@Test
	void aForeignParentIsRefused() {
		assertThat(refused(NAME + ".class", written("java/lang/Thread", (method) -> {
		}))).contains("java.lang.Thread");
		assertThat(refused(NAME + ".class", written("java/lang/ClassLoader", (method) -> {
		}))).contains("java.lang.ClassLoader");
	}

	@Test
	void aClassUnderAnothersNameIsRefused() {
		assertThat(refused("policy/v1/Other.class", written("java/lang/Object", (method) -> {
		}))).contains(NAME);
	}

	@Test
	void anArrayOfAForeignTypeIsRefused() {
		assertThat(refused((method) -> {
			method.visitInsn(Opcodes.ICONST_1);
			method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Thread");
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.Thread");
		assertThat(refused((method) -> {
			method.visitInsn(Opcodes.ACONST_NULL);
			method.visitTypeInsn(Opcodes.CHECKCAST, "[[Ljava/lang/Thread;");
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.Thread");
	}

	@Test
	void aForeignFieldIsRefused() {
		assertThat(refused((method) -> {
			method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
			method.visitInsn(Opcodes.POP);
		})).contains("java.lang.System", "java.io.PrintStream");
	}

}
