package org.huiling.applicant.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.storage.RecordedTime;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A read that fails leaves somebody out: they are not everybody then. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RememberedPeopleIntegrationTests {

	private static final String DISTRICT = "379901";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PersonStore store;

	@Autowired
	ApplicantReaderInForce readings;

	@Autowired
	RecordedTime time;

	private final AtomicBoolean failing = new AtomicBoolean();

	@Test
	void whoeverWasLostByALookThatFailedIsNoticed() {
		People worker = People.as(this.client, People.WORKER);
		String id = worker.begun("{\"birthDate\": \"1933-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		RememberedPeople memory = new RememberedPeople(this.store, this.readings, sometimes(), DataSize.ofMegabytes(1));
		PeopleInMemory.People kept = memory.of(DISTRICT, this.time.settled());
		kept.known(List.of(UUID.fromString(id)));
		kept.completed();
		assertThat(kept.isWhole()).isTrue();
		worker.recorded(id, "{\"validFrom\": \"2013-02-01\", \"facts\": {\"careLevel\": 2}}");
		this.failing.set(true);
		assertThatThrownBy(() -> memory.tend(this.time.settled()))
			.isInstanceOf(DataAccessResourceFailureException.class);
		this.failing.set(false);
		PeopleInMemory.People after = memory.of(DISTRICT, this.time.settled());
		assertThat(after.isWhole()).as("who changed was taken out and not read").isFalse();
		kept.completed();
		assertThat(after.isWhole()).as("whoever began to read before").isFalse();
		after.known(List.of(UUID.fromString(id)));
		after.completed();
		assertThat(after.isWhole()).isTrue();
	}

	/** Fails, while it is to, where somebody looks who of the region changed. */
	private JdbcClient sometimes() {
		return (JdbcClient) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { JdbcClient.class },
				(proxy, method, arguments) -> {
					if (this.failing.get() && String.valueOf(arguments[0]).contains("applicant_seen_in")) {
						throw new DataAccessResourceFailureException("gone");
					}
					try {
						return method.invoke(this.jdbc, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
