package org.huiling.engine.drools.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.drools.model.Binding;
import org.drools.model.Global;
import org.drools.model.Variable;
import org.huiling.engine.drools.build.DroolsBuild;
import org.huiling.engine.drools.condition.Branch;
import org.huiling.engine.drools.condition.Condition;
import org.huiling.engine.drools.condition.Plan;
import org.huiling.engine.drools.condition.Singleton;
import org.huiling.facts.Awards;
import org.huiling.facts.Benefit;
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
 * other and leaves a rule at the first that fails. Neighbouring rules that begin alike
 * ask what they share once, as somebody would who writes nested conditions by hand. It
 * holds no meaning of its own; what it calls has passed the guard.
 */
public final class PlanWriter {

	private static final Type PLAN = Type.getType(Plan.class);

	private static final Type FIRINGS = Type.getType(Plan.Firings.class);

	private static final Type LISTS = Type.getType(Plan.Lists.class);

	private static final Type OBJECT = Type.getType(Object.class);

	private static final String SEEN = "L" + DroolsBuild.PACKAGE.replace('.', '/') + "/";

	/** As a plan is given them. */
	private static final Type[] GIVEN = { OBJECT, OBJECT, Type.getType(Awards.class), FIRINGS, LISTS };

	private static final String[] THROWS = { Type.getInternalName(Exception.class) };

	private static final Method BEGIN = new Method("begin", Type.getType(Benefit.class), new Type[0]);

	private static final Method END = new Method("end", Type.VOID_TYPE, new Type[] { Type.INT_TYPE });

	private static final Method ITEMS = new Method("items", Type.getType(Object[].class),
			new Type[] { Type.getType(String.class) });

	private static final int FIRINGS_ARGUMENT = 3;

	private static final int LISTS_ARGUMENT = 4;

	private static final int MOST_IN_A_METHOD = 24;

	private static final int MANY = 8;

	private final String name;

	private final List<CompiledRule> rules;

	/** What a plan is given, as the version's rules see it. */
	private final Type[] seen;

	private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

	/** Methods that are called and not written yet. */
	private final Deque<Runnable> toWrite = new ArrayDeque<>();

	/**
	 * What is asked of the items of a list has a method; rules that ask alike share it.
	 */
	private final Map<Condition.AnyItem, Method> overItems = new HashMap<>();

	private int methods;

	private PlanWriter(String name, String subject, String claim, List<CompiledRule> rules) {
		this.seen = new Type[] { Type.getType(SEEN + subject + ";"), Type.getType(SEEN + claim + ";"),
				Type.getType(Awards.class), FIRINGS, LISTS };
		this.name = name;
		this.rules = rules;
	}

	/**
	 * One way in which a rule can hold.
	 *
	 * @param rule the rule's place
	 * @param conditions all must hold; what many rules ask comes first
	 */
	private record Way(int rule, Branch branch, List<Condition> conditions) {

		boolean asks(Condition condition, int depth) {
			return this.conditions.size() > depth && this.conditions.get(depth).equals(condition);
		}

	}

	private List<Way> ways() {
		Map<Condition, Integer> asked = new HashMap<>();
		this.rules.forEach((rule) -> rule.branches()
			.forEach((branch) -> Set.copyOf(branch.conditions()).forEach((one) -> asked.merge(one, 1, Integer::sum))));
		List<Way> ways = new ArrayList<>();
		for (int i = 0; i < this.rules.size(); i++) {
			for (Branch branch : this.rules.get(i).branches()) {
				List<Condition> conditions = new ArrayList<>(branch.conditions());
				conditions.sort(Comparator.comparing(asked::get, Comparator.reverseOrder()));
				ways.add(new Way(i, branch, conditions));
			}
		}
		return ways;
	}

	/**
	 * Writes a plan.
	 * @param name the class's name, with slashes
	 * @param subject what rules call whom they are about
	 * @param claim what rules call a claim
	 * @param rules the rules in order
	 * @return the class file; null if Drools compiled something in a way that is not
	 * covered
	 */
	public static byte @Nullable [] write(String name, String subject, String claim, List<CompiledRule> rules) {
		try {
			return new PlanWriter(name, subject, claim, rules).bytes();
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
		this.writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, this.name, null, "java/lang/Object",
				new String[] { PLAN.getInternalName() });
		constructor();
		run();
		while (!this.toWrite.isEmpty()) {
			this.toWrite.remove().run();
		}
		this.writer.visitEnd();
		return this.writer.toByteArray();
	}

	private void constructor() {
		GeneratorAdapter method = begin(Opcodes.ACC_PUBLIC, new Method("<init>", Type.VOID_TYPE, new Type[0]));
		method.loadThis();
		method.invokeConstructor(Type.getType(Object.class), new Method("<init>", Type.VOID_TYPE, new Type[0]));
		method.returnValue();
		method.endMethod();
	}

	private void run() {
		GeneratorAdapter method = begin(Opcodes.ACC_PUBLIC, new Method("run", Type.VOID_TYPE, GIVEN));
		for (int i = 0; i < this.seen.length; i++) {
			method.loadArg(i);
			method.checkCast(this.seen[i]);
		}
		Method all = new Method("rules", Type.VOID_TYPE, this.seen);
		method.invokeStatic(Type.getObjectType(this.name), all);
		method.returnValue();
		method.endMethod();
		List<Way> ways = ways();
		this.toWrite.add(() -> method(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, all, ways, 0));
	}

	private GeneratorAdapter begin(int access, Method method) {
		MethodVisitor visitor = this.writer.visitMethod(access, method.getName(), method.getDescriptor(), null, THROWS);
		GeneratorAdapter adapter = new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
		adapter.visitCode();
		return adapter;
	}

	/** Rules that begin with the same conditions ask them once. */
	private void method(int access, Method name, List<Way> ways, int depth) {
		GeneratorAdapter method = begin(access, name);
		boolean alike = ways.stream()
			.allMatch((way) -> way.conditions().size() > depth && way.asks(ways.get(0).conditions().get(depth), depth));
		if (alike || ways.size() <= MOST_IN_A_METHOD) {
			ask(method, ways, depth);
		}
		else {
			for (int from = 0; from < ways.size(); from += MOST_IN_A_METHOD) {
				call(method, ways.subList(from, Math.min(from + MOST_IN_A_METHOD, ways.size())), depth);
			}
		}
		method.returnValue();
		method.endMethod();
	}

	/** In a method of its own: the JIT compiles small ones. */
	private void call(GeneratorAdapter method, List<Way> ways, int depth) {
		Method some = new Method("rules" + this.methods++, Type.VOID_TYPE, this.seen);
		method.loadArgs();
		method.invokeStatic(Type.getObjectType(this.name), some);
		this.toWrite.add(() -> method(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, some, ways, depth));
	}

	private void ask(GeneratorAdapter method, List<Way> ways, int depth) {
		int from = 0;
		while (from < ways.size()) {
			Way way = ways.get(from);
			Body body = new Body(method, way.branch().bindings(), null);
			if (way.conditions().size() == depth) {
				body.fire(this.rules.get(way.rule()), way.rule());
				from++;
				continue;
			}
			Condition condition = way.conditions().get(depth);
			int to = from + 1;
			while (to < ways.size() && ways.get(to).asks(condition, depth)) {
				to++;
			}
			Label next = method.newLabel();
			body.unless(condition, next);
			if (to - from > MANY) {
				call(method, ways.subList(from, to), depth + 1);
			}
			else {
				ask(method, ways.subList(from, to), depth + 1);
			}
			method.mark(next);
			from = to;
		}
	}

	/** Whether some conditions hold of an item of a list. */
	private Method overItems(Condition.AnyItem any) {
		return this.overItems.computeIfAbsent(any, (condition) -> {
			int number = this.methods++;
			Method each = new Method("item" + number, Type.BOOLEAN_TYPE,
					new Type[] { Type.getType("L" + condition.type().getName().replace('.', '/') + ";") });
			Method all = new Method("items" + number, Type.BOOLEAN_TYPE, new Type[] { LISTS });
			this.toWrite.add(() -> item(each, condition));
			this.toWrite.add(() -> items(all, each, condition.pattern()));
			return all;
		});
	}

	private void item(Method name, Condition.AnyItem any) {
		GeneratorAdapter method = begin(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name);
		Label fails = method.newLabel();
		Body body = new Body(method, Map.of(), any.type());
		any.conditions().forEach((condition) -> body.unless(condition, fails));
		method.push(true);
		method.returnValue();
		method.mark(fails);
		method.push(false);
		method.returnValue();
		method.endMethod();
	}

	private void items(Method name, Method each, String pattern) {
		GeneratorAdapter method = begin(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name);
		int items = method.newLocal(Type.getType(Object[].class));
		int at = method.newLocal(Type.INT_TYPE);
		method.loadArg(0);
		method.push(pattern);
		method.invokeInterface(LISTS, ITEMS);
		method.storeLocal(items);
		method.push(0);
		method.storeLocal(at);
		Label next = method.mark();
		Label none = method.newLabel();
		Label further = method.newLabel();
		method.loadLocal(at);
		method.loadLocal(items);
		method.arrayLength();
		method.ifICmp(GeneratorAdapter.GE, none);
		method.loadLocal(items);
		method.loadLocal(at);
		method.arrayLoad(OBJECT);
		method.checkCast(each.getArgumentTypes()[0]);
		method.invokeStatic(Type.getObjectType(this.name), each);
		method.ifZCmp(GeneratorAdapter.EQ, further);
		method.push(true);
		method.returnValue();
		method.mark(further);
		method.iinc(at, 1);
		method.goTo(next);
		method.mark(none);
		method.push(false);
		method.returnValue();
		method.endMethod();
	}

	/** Inside a method: conditions as jumps, variables as calls. */
	private final class Body {

		private final GeneratorAdapter method;

		private final Map<Variable<?>, Binding> bindings;

		/** The class of the item that the method is about, null outside of lists. */
		private final @Nullable Class<?> item;

		Body(GeneratorAdapter method, Map<Variable<?>, Binding> bindings, @Nullable Class<?> item) {
			this.method = method;
			this.bindings = bindings;
			this.item = item;
		}

		private Body inner(Branch branch) {
			Map<Variable<?>, Binding> all = new HashMap<>(this.bindings);
			all.putAll(branch.bindings());
			return new Body(this.method, all, this.item);
		}

		/** Jumps if the condition does not hold. */
		void unless(Condition condition, Label target) {
			if (condition instanceof Condition.Test test) {
				ask(test, target);
				this.method.ifZCmp(GeneratorAdapter.EQ, target);
			}
			else if (condition instanceof Condition.AnyItem any) {
				this.method.loadArg(LISTS_ARGUMENT);
				this.method.invokeStatic(Type.getObjectType(PlanWriter.this.name), overItems(any));
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

		private int argument(Class<?> type) {
			if (this.item != null) {
				return item(this.item, type);
			}
			for (int i = 0; i < FIRINGS_ARGUMENT; i++) {
				if (PlanWriter.this.seen[i].getClassName().equals(type.getName())) {
					return i;
				}
			}
			throw new NotCovered(type.getName());
		}

		/** A method about an item is given the item and nothing else. */
		private static int item(Class<?> item, Class<?> type) {
			if (item.equals(type)) {
				return 0;
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
