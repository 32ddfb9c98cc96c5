package org.huiling.protection;

import java.util.TreeSet;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the keys that are configured are those that a database was written with, for
 * whoever looks without starting the service.
 *
 * @param isSound whether they are
 * @param said which keys there are by their ids, or what is wrong
 * @param advice what to do; empty if they are
 */
public record KeyInspection(boolean isSound, String said, String advice) {

	/**
	 * Looks; makes no key and notes none.
	 * @param settings of the service
	 * @param jdbc the database, with the schema of the service
	 * @return what was found
	 */
	public static KeyInspection of(Environment settings, JdbcClient jdbc) {
		try {
			KeyRing ring = ring(settings);
			new KeyCheck(jdbc).require(ring);
			return new KeyInspection(true,
					"current " + ring.current() + ", of " + new TreeSet<>(ring.encryption().keySet()), "");
		}
		catch (KeyTrouble ex) {
			return new KeyInspection(false, String.valueOf(ex.getMessage()), ex.action());
		}
	}

	/** The keys that are configured; none is made. */
	static KeyRing ring(Environment settings) {
		KeySettings keys = Binder.get(settings)
			.bind("huiling.keys", KeySettings.class)
			.orElseGet(() -> new KeySettings(null, false, null, null, null, null));
		if (keys.file() != null && !keys.areInline()) {
			keys = new KeyFile(keys.file()).read(false);
		}
		return KeyRing.of(keys);
	}

}
