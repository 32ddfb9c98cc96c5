package org.huiling.protection;

import java.util.List;

import org.huiling.protection.SealedRows.SealedColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After the ring of keys was turned, seals everything anew with the current key, beside
 * the service's other work; then the older keys may be taken out of the configuration.
 */
@Component
class Resealing {

	private static final Logger logger = LoggerFactory.getLogger(Resealing.class);

	private static final int BATCH = 500;

	private static final long PAUSE = 200;

	private final ObjectProvider<SealedRows> rows;

	private final Seal seal;

	private final Keys keys;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Resealing(ObjectProvider<SealedRows> rows, Seal seal, Keys keys, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.rows = rows;
		this.seal = seal;
		this.keys = keys;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener(ApplicationReadyEvent.class)
	void afterATurn() {
		if (this.keys.areTurned()) {
			Thread thread = new Thread(this::run, "resealing");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/** Seals what is left, in transactions of some hundred rows. */
	void run() {
		boolean all = true;
		for (SealedRows each : this.rows) {
			SealedColumn column = each.sealedColumn();
			try {
				all &= run(column);
			}
			catch (SealBroken | DataAccessException ex) {
				all = false;
				logger.error("What is kept of {} could not all be sealed anew: older keys are needed still."
						+ " The next start tries again.", column.table(), ex);
			}
		}
		if (all) {
			this.keys.retireOthers();
			logger.info("Everything is sealed with the key {}; older keys are not needed any more once every"
					+ " instance has it as current", this.keys.current());
		}
	}

	/** Whether nothing is left. */
	private boolean run(SealedColumn column) {
		int sealed = 0;
		while (isLeft(column)) {
			int batch = batch(column);
			sealed += batch;
			if (batch == 0 && !waited()) {
				return false;
			}
		}
		logger.info("{} blobs of {} sealed anew with the key {}", sealed, column.table(), this.keys.current());
		return true;
	}

	/** Everything that is left is locked by others. */
	private static boolean waited() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean isLeft(SealedColumn column) {
		byte[] prefix = this.seal.currentPrefix();
		return this.jdbc.sql("select exists (select from " + column.table() + old(column) + ")")
			.params(prefix.length, prefix)
			.query(Boolean.class)
			.single();
	}

	private int batch(SealedColumn column) {
		Integer done = this.transaction.execute((status) -> {
			byte[] prefix = this.seal.currentPrefix();
			List<Object[]> found = this.jdbc
				.sql("select ctid::text as row, " + column.name() + " as blob, " + column.place() + " as place from "
						+ column.table() + old(column) + " limit ? for update skip locked")
				.params(prefix.length, prefix, BATCH)
				.query((row,
						number) -> new Object[] { anew(row.getBytes("blob"), row.getString("place")),
								row.getString("row") })
				.list();
			found.forEach((row) -> this.jdbc
				.sql("update " + column.table() + " set " + column.name() + " = ? where ctid = cast(? as tid)")
				.params(row)
				.update());
			return found.size();
		});
		return (done != null) ? done : 0;
	}

	private static String old(SealedColumn column) {
		return " where " + column.name() + " is not null and substring(" + column.name() + " from 1 for ?) <> ?";
	}

	private byte[] anew(byte[] sealed, String place) {
		return this.seal.seal(this.seal.open(sealed, place), place);
	}

}
