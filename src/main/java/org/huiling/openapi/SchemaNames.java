package org.huiling.openapi;

import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JavaType;

/**
 * What schemas are called: as their class, one inside another with the other's name
 * before its own, so that {@code DraftView.Item} and another {@code Item} are two.
 */
final class SchemaNames {

	private SchemaNames() {
	}

	/**
	 * The name of a type's schema.
	 * @param type a class, with the types that it is made of
	 * @return such as {@code ListingDraftViewItem}
	 */
	static String of(JavaType type) {
		return of(type.getRawClass())
				+ type.getBindings().getTypeParameters().stream().map(SchemaNames::of).collect(Collectors.joining());
	}

	private static String of(Class<?> type) {
		Class<?> outer = type.getDeclaringClass();
		return ((outer != null) ? of(outer) : "") + type.getSimpleName();
	}

}
