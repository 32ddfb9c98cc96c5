package org.huiling.engine.drools;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.drools.model.Binding;
import org.drools.model.Global;
import org.drools.model.Variable;
import org.huiling.facts.Applicant;
import org.huiling.facts.Awards;
import org.huiling.facts.Benefit;
import org.huiling.facts.Claim;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Writes the plan of a version: byte code that asks the compiled conditions one after the
 * other and leaves a rule at the first that fails. It holds no meaning of its own; what
 * it calls has passed the guard.
 */
final class PlanWriter {

	private static final Type PLAN = Type.getType(Plan.class);

	private static final Type FIRINGS = Type.getType(Plan.Firings.class);

	private static final Type[] ARGUMENTS = { Type.getType(Applicant.class), Type.getType(Claim.class),
			Type.getType(Awards.class), FIRINGS };

	private static final String[] THROWS = { Type.getInternalName(Exception.class) };

	private static final Method BEGIN = new Method("begin", Type.getType(Benefit.class), new Type[0]);

	private static final Method END = new Method("end", Type.VOID_TYPE, new Type[] { Type.INT_TYPE });

	private static final int FIRINGS_ARGUMENT = 3;

	private final String name;

	private final List<CompiledRule> rules;

	private final Set<Condition> shared;

	private PlanWriter(String name, List<CompiledRule> rules) {
		this.name = name;
		this.rules = rules;
		this.shared = shared(rules);
	}

	/** What every alternative of every rule asks, of the facts alone, is asked once. */
	private static Set<Condition> shared(List<CompiledRule> rules) {
		Set<Condition> shared = null;
		for (CompiledRule rule : rules) {
			for (Branch branch : rule.branches()) {
				if (shared == null) {
					shared = new LinkedHashSet<>(branch.conditions());
					shared.removeIf((one) -> !(one instanceof Condition.Test test) || test.number() < 0);
				}
				shared.retainAll(branch.conditions());
			}
		}
		return (shared != null) ? shared : Set.of();
	}

	/**
	 * Writes a plan.
	 * @param name the class's name, with slashes
	 * @param rules the rules in order
	 * @return the class file; null if Drools compiled something in a way that is not
	 * covered
	 */
	static byte @Nullable [] write(String name, List<CompiledRule> rules) {
		try {
			return new PlanWriter(name, rules).bytes();
		}
		catch (NotCovered | MethodTooLargeException ex) {
			return null;
		}
	}

	private static final class NotCovered extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotCovered(String what) {
			super(what, null, false, false);
		}

	}

	private byte[] bytes() {
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, this.name, null, "java/lang/Object",
				new String[] { PLAN.getInternalName() });
		constructor(writer);
		run(writer);
		for (int i = 0; i < this.rules.size(); i++) {
			rule(writer, i);
		}
		writer.visitEnd();
		return writer.toByteArray();
	}

	private static void constructor(ClassWriter writer) {
		GeneratorAdapter method = method(writer, Opcodes.ACC_PUBLIC, new Method("<init>", Type.VOID_TYPE, new Type[0]));
		method.loadThis();
		method.invokeConstructor(Type.getType(Object.class), new Method("<init>", Type.VOID_TYPE, new Type[0]));
		method.returnValue();
		method.endMethod();
	}

	private void run(ClassWriter writer) {
		GeneratorAdapter method = method(writer, Opcodes.ACC_PUBLIC, new Method("run", Type.VOID_TYPE, ARGUMENTS));
		Label none = method.newLabel();
		Body body = new Body(method, Map.of());
		this.shared.forEach((test) -> body.unless(test, none));
		for (int i = 0; i < this.rules.size(); i++) {
			method.loadArgs();
			method.invokeStatic(Type.getObjectType(this.name), name(i));
		}
		method.mark(none);
		method.returnValue();
		method.endMethod();
	}

	private static Method name(int rule) {
		return new Method("rule" + rule, Type.VOID_TYPE, ARGUMENTS);
	}

	private static GeneratorAdapter method(ClassWriter writer, int access, Method method) {
		MethodVisitor visitor = writer.visitMethod(access, method.getName(), method.getDescriptor(), null, THROWS);
		GeneratorAdapter adapter = new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
		adapter.visitCode();
		return adapter;
	}

	private void rule(ClassWriter writer, int number) {
		GeneratorAdapter method = method(writer, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name(number));
		CompiledRule rule = this.rules.get(number);
		for (Branch branch : rule.branches()) {
			Label next = method.newLabel();
			Body body = new Body(method, branch.bindings());
			branch.conditions()
				.stream()
				.filter((condition) -> !this.shared.contains(condition))
				.forEach((condition) -> body.unless(condition, next));
			body.fire(rule, number);
			method.mark(next);
		}
		method.returnValue();
		method.endMethod();
	}

	/** Inside a method: conditions as jumps, variables as calls. */
	private static final class Body {

		private final GeneratorAdapter method;

		private final Map<Variable<?>, Binding> bindings;

		Body(GeneratorAdapter method, Map<Variable<?>, Binding> bindings) {
			this.method = method;
			this.bindings = bindings;
		}

		private Body inner(Branch branch) {
			Map<Variable<?>, Binding> all = new HashMap<>(this.bindings);
			all.putAll(branch.bindings());
			return new Body(this.method, all);
		}

		/** Jumps if the condition does not hold. */
		void unless(Condition condition, Label target) {
			if (condition instanceof Condition.Test test) {
				ask(test, target);
				this.method.ifZCmp(GeneratorAdapter.EQ, target);
			}
			else if (condition instanceof Condition.Present present) {
				present(present.type(), target);
			}
			else if (condition instanceof Condition.All all) {
				all.parts().forEach((part) -> unless(part, target));
			}
			else if (condition instanceof Condition.Inner inside) {
				Body body = inner(inside.branch());
				inside.branch().conditions().forEach((part) -> body.unless(part, target));
			}
			else if (condition instanceof Condition.Any any) {
				Label holds = this.method.newLabel();
				any.parts().forEach((part) -> when(part, holds));
				this.method.goTo(target);
				this.method.mark(holds);
			}
			else if (condition instanceof Condition.Not not) {
				when(not.part(), target);
			}
		}

		/** Jumps if the condition holds. */
		private void when(Condition condition, Label target) {
			Label fails = this.method.newLabel();
			unless(condition, fails);
			this.method.goTo(target);
			this.method.mark(fails);
		}

		private void present(Class<?> type, Label target) {
			this.method.loadArg(argument(type));
			this.method.ifNull(target);
		}

		private void ask(Condition.Test test, Label target) {
			Set<Integer> needed = new TreeSet<>();
			test.variables().forEach((variable) -> facts(variable, needed));
			for (int argument : needed) {
				this.method.loadArg(argument);
				this.method.ifNull(target);
			}
			call(test.compiled(), test.variables());
		}

		/** The facts that a variable needs. */
		private void facts(Variable<?> variable, Set<Integer> needed) {
			Binding binding = this.bindings.get(variable);
			if (binding == null) {
				needed.add(argument(variable.getType()));
				return;
			}
			for (Variable<?> input : binding.getInputVariables()) {
				facts(input, needed);
			}
		}

		private static int argument(Class<?> type) {
			for (int i = 0; i < FIRINGS_ARGUMENT; i++) {
				if (ARGUMENTS[i].getClassName().equals(type.getName())) {
					return i;
				}
			}
			throw new NotCovered(type.getName());
		}

		/** Calls a singleton with what its variables stand for. */
		private void call(@Nullable Singleton singleton, List<? extends Variable<?>> variables) {
			if (singleton == null || singleton.method().getParameterCount() != variables.size()) {
				throw new NotCovered("a lambda");
			}
			Type type = Type.getType(singleton.type());
			this.method.getStatic(type, Singleton.CONSTANT, type);
			Class<?>[] parameters = singleton.method().getParameterTypes();
			for (int i = 0; i < parameters.length; i++) {
				load(variables.get(i), Type.getType(parameters[i]));
			}
			this.method.invokeVirtual(type, Method.getMethod(singleton.method()));
		}

		private void load(Variable<?> variable, Type wanted) {
			if (variable instanceof Global) {
				this.method.loadArg(FIRINGS_ARGUMENT);
				this.method.invokeInterface(FIRINGS, BEGIN);
				return;
			}
			Binding binding = this.bindings.get(variable);
			if (binding == null) {
				this.method.loadArg(argument(variable.getType()));
				return;
			}
			Singleton extractor = Singleton.of(binding.getBindingFunction(), "apply");
			call(extractor, List.<Variable<?>>of(binding.getInputVariables()));
			if (extractor != null) {
				cast(Type.getType(extractor.method().getReturnType()), wanted);
			}
		}

		private void cast(Type given, Type wanted) {
			if (given.equals(wanted)) {
				return;
			}
			this.method.box(given);
			this.method.unbox(wanted);
		}

		/** Executes the consequence. */
		void fire(CompiledRule rule, int number) {
			call(Singleton.of(rule.consequence().getBlock(), "execute"),
					List.<Variable<?>>of(rule.consequence().getVariables()));
			this.method.loadArg(FIRINGS_ARGUMENT);
			this.method.push(number);
			this.method.invokeInterface(FIRINGS, END);
		}

	}

}
