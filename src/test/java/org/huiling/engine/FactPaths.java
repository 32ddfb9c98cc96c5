package org.huiling.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.facts.ApplicantRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reaches into an applicant record by path, as {@code household.dibao.type} or
 * {@code claims[0].eligibleCost}, and answers with a changed copy.
 */
final class FactPaths {

	private static final Pattern ITEM = Pattern.compile("(\\w+)\\[(\\d+)]");

	private static final ClassValue<Shape> SHAPES = new ClassValue<>() {

		@Override
		protected Shape computeValue(Class<?> type) {
			RecordComponent[] components = type.getRecordComponents();
			Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			try {
				return new Shape(components, type.getDeclaredConstructor(types));
			}
			catch (NoSuchMethodException ex) {
				throw new IllegalStateException(ex);
			}
		}

	};

	/** What a record is made of, looked up once. */
	private record Shape(RecordComponent[] components, Constructor<?> constructor) {
	}

	private FactPaths() {
	}

	/**
	 * A copy with another value at a path; objects on the way to it are made if absent.
	 */
	static ApplicantRecord with(ApplicantRecord record, String path, @Nullable Object value) {
		return (ApplicantRecord) changed(ApplicantRecord.class, record, List.of(path.split("\\.")), value);
	}

	private static Object changed(Class<?> type, @Nullable Object from, List<String> path, @Nullable Object value) {
		Matcher item = ITEM.matcher(path.get(0));
		String name = item.matches() ? item.group(1) : path.get(0);
		RecordComponent[] components = components(type);
		Object[] values = new Object[components.length];
		boolean found = false;
		for (int i = 0; i < components.length; i++) {
			values[i] = (from != null) ? read(components[i], from) : null;
			if (components[i].getName().equals(name)) {
				found = true;
				List<String> rest = path.subList(1, path.size());
				values[i] = item.matches() ? itemChanged(values[i], Integer.parseInt(item.group(2)), rest, value)
						: (rest.isEmpty() ? value : changed(components[i].getType(), values[i], rest, value));
			}
		}
		if (!found) {
			throw new IllegalArgumentException("no " + name + " in " + type.getSimpleName());
		}
		return make(type, values);
	}

	private static Object itemChanged(@Nullable Object list, int index, List<String> rest, @Nullable Object value) {
		if (!(list instanceof List<?> items)) {
			throw new IllegalArgumentException("no list there");
		}
		List<Object> changed = new ArrayList<>(items);
		Object item = changed.get(index);
		changed.set(index, changed(item.getClass(), item, rest, value));
		return changed;
	}

	static RecordComponent[] components(Class<?> type) {
		return SHAPES.get(type).components();
	}

	static Object make(Class<?> type, @Nullable Object[] values) {
		try {
			return SHAPES.get(type).constructor().newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static @Nullable Object read(RecordComponent component, Object from) {
		try {
			return component.getAccessor().invoke(from);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Every path of a record at which something is recorded, objects and lists included.
	 */
	static List<String> recorded(ApplicantRecord record) {
		List<String> paths = new ArrayList<>();
		collect("", record, paths);
		return paths;
	}

	private static void collect(String prefix, Object from, List<String> paths) {
		for (RecordComponent component : from.getClass().getRecordComponents()) {
			Object value = read(component, from);
			if (value == null) {
				continue;
			}
			String path = prefix + component.getName();
			paths.add(path);
			if (value instanceof Record nested) {
				collect(path + ".", nested, paths);
			}
			else if (value instanceof List<?> list) {
				for (int i = 0; i < list.size(); i++) {
					collect(path + "[" + i + "].", list.get(i), paths);
				}
			}
		}
	}

}
