package org.huiling.engine.drools.build;

import java.util.Map;

import org.huiling.engine.drools.condition.Plan;
import org.huiling.engine.drools.evaluation.PlanWriter;

/** Holds the classes of one version that passed the guard; goes when the version goes. */
public final class RuleClassLoader extends ClassLoader {

	private final Map<String, byte[]> classes;

	public RuleClassLoader(Map<String, byte[]> classes) {
		super("policy", RuleClassLoader.class.getClassLoader());
		this.classes = classes;
	}

	/**
	 * A version's own classes are not asked of the parent, which would remember every
	 * name it was ever asked for.
	 */
	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (!name.startsWith("policy.")) {
			return super.loadClass(name, resolve);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte[] bytes = this.classes.get(name.replace('.', '/') + ".class");
		if (bytes == null) {
			throw new ClassNotFoundException(name);
		}
		return defineClass(name, bytes, 0, bytes.length);
	}

	/**
	 * A plan over the classes held here.
	 * @param bytes the class that {@link PlanWriter} wrote
	 * @return an instance
	 */
	public Plan plan(byte[] bytes) {
		try {
			return (Plan) defineClass(null, bytes, 0, bytes.length).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("the plan cannot be loaded", ex);
		}
	}

}
