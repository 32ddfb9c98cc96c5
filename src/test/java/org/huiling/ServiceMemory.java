package org.huiling;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;

/**
 * What objects of the service keep: found by looking through them and what they hold, not
 * listed, so that no new field is forgotten. Looked into are the service's own classes,
 * Spring Security's, and the containers of Java and Caffeine; values of other libraries
 * are held, and are not looked into.
 */
final class ServiceMemory {

	private static final List<String> LOOKED_INTO = List.of("org.huiling.", "org.springframework.security.",
			"org.springframework.web.filter.", "org.springframework.boot.web.servlet.");

	private final Map<Class<?>, List<Field>> fields = new HashMap<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Object> toSee = new ArrayDeque<>();

	private final List<Runnable> kept = new ArrayList<>();

	private final Set<String> notLookedInto = new TreeSet<>();

	private ServiceMemory() {
	}

	/**
	 * Remembers what objects keep now, and all that are reached from them.
	 * @param objects the beans of a service in which nothing is under way
	 * @return their memory
	 */
	static ServiceMemory of(Collection<?> objects) {
		ServiceMemory memory = new ServiceMemory();
		objects.forEach(memory::meet);
		while (!memory.toSee.isEmpty()) {
			memory.see(memory.toSee.pop());
		}
		memory.seen.clear();
		memory.fields.clear();
		return memory;
	}

	/** Puts everything back. */
	void restore() {
		this.kept.forEach(Runnable::run);
	}

	/**
	 * The classes of what is held and not looked into.
	 * @return their names
	 */
	Set<String> notLookedInto() {
		return Collections.unmodifiableSet(this.notLookedInto);
	}

	static boolean isLookedInto(Object object) {
		return LOOKED_INTO.stream().anyMatch(object.getClass().getName()::startsWith);
	}

	private void meet(@Nullable Object object) {
		if (object == null) {
			return;
		}
		Object target = AopProxyUtils.getSingletonTarget(object);
		Object met = (target != null) ? target : object;
		if (this.seen.add(met)) {
			this.toSee.push(met);
		}
	}

	private void see(Object object) {
		if (object instanceof Enum || object instanceof Class) {
			return;
		}
		if (object instanceof Cache<?, ?> cache) {
			keep(cache.asMap());
		}
		else if (object instanceof Map<?, ?> map) {
			keep(map);
		}
		else if (object instanceof Collection<?> collection) {
			keep(collection);
		}
		else if (object.getClass().isArray()) {
			keepArray(object);
		}
		else if (object instanceof Optional<?> optional) {
			meet(optional.orElse(null));
		}
		else if (isLookedInto(object)) {
			keepFields(object);
		}
		else if (!keepAtomic(object)) {
			this.notLookedInto.add(object.getClass().getName());
		}
	}

	private <K, V> void keep(Map<K, V> map) {
		List<K> keys = new ArrayList<>();
		List<V> values = new ArrayList<>();
		map.forEach((key, value) -> {
			keys.add(key);
			values.add(value);
			meet(key);
			meet(value);
		});
		this.kept.add(() -> {
			List<K> nowKeys = new ArrayList<>();
			List<V> nowValues = new ArrayList<>();
			map.forEach((key, value) -> {
				nowKeys.add(key);
				nowValues.add(value);
			});
			if (!same(keys, nowKeys) || !same(values, nowValues)) {
				map.clear();
				for (int i = 0; i < keys.size(); i++) {
					map.put(keys.get(i), values.get(i));
				}
			}
		});
	}

	private <E> void keep(Collection<E> collection) {
		List<E> elements = new ArrayList<>(collection);
		elements.forEach(this::meet);
		this.kept.add(() -> {
			if (!same(elements, new ArrayList<>(collection))) {
				collection.clear();
				collection.addAll(elements);
			}
		});
	}

	private void keepArray(Object array) {
		int length = Array.getLength(array);
		Object copy = Array.newInstance(array.getClass().getComponentType(), length);
		System.arraycopy(array, 0, copy, 0, length);
		if (array instanceof Object[] objects) {
			Arrays.stream(objects).forEach(this::meet);
		}
		this.kept.add(() -> System.arraycopy(copy, 0, array, 0, length));
	}

	private boolean keepAtomic(Object object) {
		if (object instanceof AtomicReference<?> reference) {
			keepReference(reference);
		}
		else if (object instanceof AtomicInteger number) {
			int value = number.get();
			this.kept.add(() -> number.set(value));
		}
		else if (object instanceof AtomicLong number) {
			long value = number.get();
			this.kept.add(() -> number.set(value));
		}
		else if (object instanceof AtomicBoolean flag) {
			boolean value = flag.get();
			this.kept.add(() -> flag.set(value));
		}
		else if (object instanceof LongAdder adder) {
			long value = adder.sum();
			this.kept.add(() -> {
				adder.reset();
				adder.add(value);
			});
		}
		else {
			return false;
		}
		return true;
	}

	private <T> void keepReference(AtomicReference<T> reference) {
		T value = reference.get();
		meet(value);
		this.kept.add(() -> reference.set(value));
	}

	private void keepFields(Object object) {
		for (Field field : this.fields.computeIfAbsent(object.getClass(), ServiceMemory::fields)) {
			Object value = get(field, object);
			if (!field.getType().isPrimitive()) {
				meet(value);
			}
			if (!Modifier.isFinal(field.getModifiers())) {
				this.kept.add(() -> set(field, object, value));
			}
		}
	}

	/** Without those that are set once and refer to nothing. */
	private static List<Field> fields(Class<?> type) {
		return Stream.<Class<?>>iterate(type, (each) -> each != null, Class::getSuperclass)
			.filter((each) -> LOOKED_INTO.stream().anyMatch(each.getName()::startsWith))
			.flatMap((each) -> Arrays.stream(each.getDeclaredFields()))
			.filter((field) -> !Modifier.isStatic(field.getModifiers()))
			.filter((field) -> !(Modifier.isFinal(field.getModifiers())
					&& (field.getType().isPrimitive() || field.getType() == String.class)))
			.peek((field) -> field.setAccessible(true))
			.toList();
	}

	private static @Nullable Object get(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void set(Field field, Object object, @Nullable Object value) {
		try {
			field.set(object, value);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean same(List<?> some, List<?> others) {
		if (some.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < some.size(); i++) {
			if (some.get(i) != others.get(i)) {
				return false;
			}
		}
		return true;
	}

}
