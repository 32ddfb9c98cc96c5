package org.huiling.audit;

import java.util.Map;

import org.huiling.HuilingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The trail's end is logged, so that a copy of the log tells a trail that was rewritten.
 */
@HuilingTest
@ExtendWith(OutputCaptureExtension.class)
class HeadLogIntegrationTests {

	@Autowired
	HeadLog log;

	@Autowired
	AuditTrail trail;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theLastEventAndItsHashAreLogged(CapturedOutput output) throws InterruptedException {
		this.transaction.executeWithoutResult((status) -> this.trail.record(AuditAction.SIGN_IN, "x", Map.of()));
		String last = this.jdbc.sql("select id || ' ' || encode(hash, 'hex') from audit_event order by id desc limit 1")
			.query(String.class)
			.single();
		this.log.stop();
		this.log.start();
		for (int i = 0; i < 100 && !output.getOut().contains(last); i++) {
			Thread.sleep(50);
		}
		assertThat(output.getOut()).contains("the audit trail ends with event " + last);
		assertThat(last).matches("\\d+ [0-9a-f]{64}");
	}

}
