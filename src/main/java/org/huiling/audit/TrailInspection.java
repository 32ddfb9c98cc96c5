package org.huiling.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKeys;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the end of the audit trail is sealed with the configured key, for whoever looks
 * without starting the service. The whole chain is verified by the running service.
 *
 * @param isSound whether it is
 * @param said where the trail ends, or what is wrong
 */
public record TrailInspection(boolean isSound, String said) {

	/**
	 * Looks; makes no key.
	 * @param settings of the service
	 * @param jdbc the database, with the schema of the service
	 * @return what was found
	 */
	public static TrailInspection of(Environment settings, JdbcClient jdbc) {
		ChainEnd end = jdbc.sql("select last, hash, seal from audit_head")
			.query((row, number) -> new ChainEnd(row.getLong("last"), HexFormat.of().formatHex(row.getBytes("hash")),
					HexFormat.of().formatHex(row.getBytes("seal"))))
			.single();
		try {
			String configured = settings.getProperty("huiling.audit-key", "");
			Path file = Path.of(settings.getProperty("huiling.data", "data")).resolve("audit.key");
			if (configured.isBlank() && !Files.exists(file)) {
				return new TrailInspection(end.last() == 0,
						(end.last() == 0) ? "nothing is recorded yet" : "there is no audit key: " + file);
			}
			ChainKeys keys = ChainKeys.of(settings);
			if (keys.areToBeTurned(end)) {
				return new TrailInspection(false, "the audit key is new, and the trail ends under the one before it:"
						+ " run turn-keys with every instance stopped, unless it was turned to this key before: then the trail was"
						+ " set back");
			}
			boolean sealed = end.last() == 0 || keys.current().seals(end);
			return new TrailInspection(sealed, sealed ? "ends with event " + end.last() + ", sealed with the audit key"
					: "the end of the trail, event " + end.last() + ", is not sealed with the audit key");
		}
		catch (IOException | IllegalStateException ex) {
			return new TrailInspection(false, String.valueOf(ex.getMessage()));
		}
	}

}
