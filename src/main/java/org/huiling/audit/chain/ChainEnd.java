package org.huiling.audit.chain;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The end of the chain.
 *
 * @param last the number of the last row, 0 if there is none
 * @param hash its hash in hexadecimal digits, empty if there is none
 * @param seal the keyed hash of both likewise, empty if there is none
 */
public record ChainEnd(long last, String hash, String seal) {

	/** As stored; none if somebody took it away. */
	public static List<ChainEnd> in(JdbcClient jdbc) {
		return jdbc.sql("select last, encode(hash, 'hex') as hash, encode(seal, 'hex') as seal from audit_head")
			.query((row, number) -> new ChainEnd(row.getLong("last"), row.getString("hash"), row.getString("seal")))
			.list();
	}

}
