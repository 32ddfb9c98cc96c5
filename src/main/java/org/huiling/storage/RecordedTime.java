package org.huiling.storage;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The instants at which things are recorded, in the order of commits: what is known at a
 * past instant never changes. By the clock of the database, in microseconds, which never
 * goes back between two records.
 */
@Component
public class RecordedTime {

	private final JdbcClient jdbc;

	RecordedTime(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The instant of what the current transaction records. Other transactions that record
	 * wait until this one ends, so it is asked for last: after every row is locked and
	 * every unique key is written.
	 * @return later than every stamp before it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Instant stamp() {
		return instant("select recorded_stamp()");
	}

	/**
	 * Now, as an instant whose answer is final: everything recorded up to it is
	 * committed, whatever comes is recorded after it. Waits for those who are recording,
	 * and keeps nobody waiting afterwards: a transaction may ask and record later. Who
	 * may not be overtaken between looking and recording asks for a {@link #stamp()}.
	 * @return the instant
	 */
	@Transactional
	public Instant settled() {
		return instant("select recorded_settled()");
	}

	private Instant instant(String query) {
		return this.jdbc.sql(query).query(OffsetDateTime.class).single().toInstant();
	}

}
