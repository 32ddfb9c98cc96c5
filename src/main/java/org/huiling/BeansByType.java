package org.huiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.FactoryBean;

/**
 * Which beans may be of a type: those that are declared as one of its kind, those that
 * have been made and are, and those of which only the bean itself can tell. Whoever asks
 * still has to look at each.
 */
final class BeansByType {

	private final Map<Class<?>, Map<Integer, String>> names = new HashMap<>();

	/** May be of any type. */
	private final Map<Integer, String> open = new HashMap<>();

	/** In the order in which they are asked for. */
	private final Map<String, Integer> places = new HashMap<>();

	private boolean complete;

	/**
	 * Adds a bean, behind those that are there.
	 * @param name its name
	 * @param declared what it is declared as, {@code null} if that says nothing of it
	 */
	synchronized void add(String name, @Nullable Class<?> declared) {
		Integer place = this.places.size();
		this.places.put(name, place);
		if (declared != null) {
			put(place, name, declared);
		}
		else {
			this.open.put(place, name);
		}
	}

	/**
	 * Notes what a bean has turned out to be.
	 * @param name its name; one that was not added is passed over
	 * @param bean the bean
	 */
	synchronized void made(String name, Object bean) {
		Integer place = this.places.get(name);
		if (place == null || this.open.containsKey(place)) {
			return;
		}
		if (bean instanceof FactoryBean) {
			this.open.put(place, name);
		}
		else {
			put(place, name, bean.getClass());
		}
	}

	/** All are added that there are. */
	synchronized void complete() {
		this.complete = true;
	}

	synchronized boolean isComplete() {
		return this.complete;
	}

	/**
	 * The beans that may be of a type.
	 * @param type a class or an interface
	 * @return their names, in the order in which they were added
	 */
	synchronized List<String> maybe(Class<?> type) {
		Map<Integer, String> found = new TreeMap<>(this.open);
		found.putAll(this.names.getOrDefault(type, Map.of()));
		return new ArrayList<>(found.values());
	}

	private void put(Integer place, String name, Class<?> type) {
		for (Class<?> each : typesOf(type)) {
			this.names.computeIfAbsent(each, (key) -> new HashMap<>()).put(place, name);
		}
	}

	private static Set<Class<?>> typesOf(Class<?> type) {
		Set<Class<?>> types = new HashSet<>(Set.of(Object.class));
		for (Class<?> each = type; each != null; each = each.getSuperclass()) {
			collect(each, types);
		}
		return types;
	}

	private static void collect(Class<?> type, Set<Class<?>> types) {
		if (types.add(type)) {
			for (Class<?> each : type.getInterfaces()) {
				collect(each, types);
			}
		}
	}

}
