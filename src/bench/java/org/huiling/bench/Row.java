package org.huiling.bench;

import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit its unit
 * @param floor the figure it is compared with, of the same unit and run; null for none
 * @param ratio value ÷ floor
 * @param command what was run
 * @param machine where it ran
 */
public record Row(String name, double value, String unit, @Nullable Double floor, @Nullable Double ratio,
		String command, String machine) {

	/**
	 * A figure against its floor.
	 * @param name what was measured
	 * @param value the figure
	 * @param unit its unit
	 * @param floor the floor, or null
	 * @return the row
	 */
	public static Row of(String name, double value, String unit, @Nullable Double floor) {
		return new Row(name, round(value), unit, (floor != null) ? round(floor) : null,
				(floor != null) ? round(value / floor) : null, "mvn -Pbench verify", Machine.description());
	}

	private static double round(double value) {
		return (value >= 100) ? Math.rint(value) : Math.rint(value * 1000) / 1000;
	}

}
