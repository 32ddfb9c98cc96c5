package org.huiling.client.example;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.huiling.client.AccountsApi;
import org.huiling.client.ApiClient;
import org.huiling.client.ApiException;
import org.huiling.client.ApplicantsApi;
import org.huiling.client.AssessmentsApi;
import org.huiling.client.DecisionsApi;
import org.huiling.client.FactsApi;
import org.huiling.client.model.Applicant;
import org.huiling.client.model.ApplicantHukou;
import org.huiling.client.model.Assessment;
import org.huiling.client.model.AssessmentRequest;
import org.huiling.client.model.DecideBody;
import org.huiling.client.model.FactView;
import org.huiling.client.model.PersonAnswer;
import org.huiling.client.model.RecordBody;

/**
 * How a program uses the API through the client that openapi-generator makes of its
 * description: signs in, looks a fact up, puts somebody on file, assesses and decides a month, and reads
 * back what is on file.
 */
public final class OneMonth implements Function<Map<String, String>, List<String>> {

	private static final String MONTH = "2013-07";

	/**
	 * Goes through it.
	 * @param at where the service is: url, user, password, program
	 * @return what was seen, line by line
	 */
	@Override
	public List<String> apply(Map<String, String> at) {
		try {
			return seen(signedIn(at.get("url"), at.get("user"), at.get("password")), at.get("program"));
		}
		catch (ApiException ex) {
			throw new IllegalStateException(ex.getCode() + " " + ex.getResponseBody(), ex);
		}
	}

	private static ApiClient signedIn(String url, String user, String password) {
		String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		ApiClient client = new ApiClient();
		client.updateBaseUri(url);
		client.setRequestInterceptor((request) -> request.header("Authorization", "Basic " + basic));
		return client;
	}

	private static List<String> seen(ApiClient client, String program) throws ApiException {
		List<String> seen = new ArrayList<>();
		seen.add("I am " + new AccountsApi(client).whoAmI().getName());

		FactView age = new FactsApi(client).getFact("ageOnLastDay");
		seen.add(age.getLabel().getEn() + ": " + age.getType() + ", used by " + age.getUsedBy().size());

		ApplicantsApi applicants = new ApplicantsApi(client);
		Applicant applicant = new Applicant().name("试例甲")
			.birthDate(LocalDate.of(1933, 2, 15))
			.hukou(new ApplicantHukou().region("379901003").type(ApplicantHukou.TypeEnum.RURAL));
		PersonAnswer person = applicants.createApplicant(applicant, null, "once");
		PersonAnswer again = applicants.createApplicant(applicant, null, "once");
		seen.add("sent twice and done once: " + person.getId().equals(again.getId()));

		AssessmentRequest question = new AssessmentRequest().period(MONTH)
			.applicantId(person.getId().toString())
			.programs(List.of(program));
		for (Assessment answer : new AssessmentsApi(client).assess(question).getAssessments()) {
			seen.add(answer.getProgram() + " " + answer.getOutcome() + " " + answer.getAmount());
		}

		var decided = new DecisionsApi(client).decide(person.getId().toString(),
				new DecideBody().period(MONTH).programs(List.of(program)), null);
		seen.add("decided: " + (decided != null));

		applicants.addRecord(person.getId().toString(),
				new RecordBody().validFrom(LocalDate.of(2013, 8, 1))
					.facts(new Applicant().deathDate(LocalDate.of(2013, 8, 1)))
					.reason("家属来报"),
				null, null);
		PersonAnswer now = applicants.getApplicant(person.getId().toString(), LocalDate.of(2013, 9, 1), null, null,
				null);
		seen.add(now.getFileNumber().equals(person.getFileNumber()) + " " + now.getName() + " " + now.getBirthDate()
				+ " " + now.getDeathDate());
		seen.add("records: " + applicants.listRecords(person.getId().toString(), null, null, null, null).getTotal());

		try {
			applicants.createApplicant(new Applicant().name("试例乙"), null, null);
		}
		catch (ApiException refused) {
			seen.add(refused.getCode() + " " + refused.getResponseBody().contains("\"birthDate\""));
		}
		return seen;
	}

}
