package org.huiling.engine.drools.condition;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.drools.model.functions.IntrospectableLambda;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What Drools compiles a condition, a binding or a consequence to: an enum of one
 * constant with one typed method.
 *
 * @param type the enum
 * @param method its method
 */
public record Singleton(Class<?> type, Method method) {

	/** The name of its constant. */
	public static final String CONSTANT = "INSTANCE";

	/**
	 * Finds the singleton behind Drools' wrapper.
	 * @param wrapper a predicate, function or block as the model holds it
	 * @param name the typed method: {@code test}, {@code apply} or {@code execute}
	 * @return null if it is compiled otherwise
	 */
	public static @Nullable Singleton of(@Nullable Object wrapper, String name) {
		Object lambda = (wrapper instanceof IntrospectableLambda behind) ? behind.getLambda() : wrapper;
		if (lambda == null || !lambda.getClass().isEnum() || !Modifier.isPublic(lambda.getClass().getModifiers())) {
			return null;
		}
		for (Method method : lambda.getClass().getDeclaredMethods()) {
			if (method.getName().equals(name) && !method.isBridge()) {
				return new Singleton(lambda.getClass(), method);
			}
		}
		return null;
	}

	/** The class as byte code names it. */
	String internalName() {
		return Type.getInternalName(this.type);
	}

}
