package org.huiling.account.access;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.Role;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every end point that there is, called as nobody and as every role. Who adds one adds a
 * line here, and one to {@link AccessTable}.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class AccessTableIntegrationTests {

	private static final String EXPECTED = """
			GET /v3/api-docs                                                       anybody
			GET /v3/api-docs.yaml                                                  anybody
			GET /v3/api-docs/swagger-config                                        anybody
			GET /swagger-ui.html                                                   anybody
			GET /actuator                                                          ADMIN AUDITOR
			GET /actuator/health                                                   anybody
			GET /actuator/health/**                                                anybody
			GET /actuator/prometheus                                               ADMIN AUDITOR
			GET /api/v1/open/policies                                              anybody
			GET /api/v1/open/policies/{jurisdiction}/{program}                     anybody
			GET /api/v1/jurisdictions                                              everybody
			GET /api/v1/programs                                                   everybody
			GET /api/v1/policies                                                   everybody
			GET /api/v1/policies/{jurisdiction}/{program}/{version}                everybody
			GET /api/v1/policies/{jurisdiction}/{program}/{version}/files/{*path}  everybody
			POST /api/v1/policies/{jurisdiction}/{program}/{version}/withdraw      POLICY_APPROVER
			PUT /api/v1/jurisdictions/{jurisdiction}/programs/{program}            POLICY_EDITOR POLICY_APPROVER
			POST /api/v1/jurisdictions/{jurisdiction}/programs                     POLICY_EDITOR POLICY_APPROVER
			POST /api/v1/jurisdictions                                             POLICY_EDITOR POLICY_APPROVER
			GET /api/v1/drafts/{id}/diff                                           POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /api/v1/policies/{jurisdiction}/{program}/{version}/export         everybody
			GET /api/v1/policies/{jurisdiction}/{program}/{version}/diff           everybody
			GET /api/v1/facts                                                      everybody
			GET /api/v1/facts/{path}                                               everybody
			GET /api/v1/facts/files/{name}                                         everybody
			GET /api/v1/facts/export                                               everybody
			GET /api/v1/standards                                                  everybody
			GET /api/v1/standards/{jurisdiction}/file                              everybody
			GET /api/v1/drafts                                                     POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /api/v1/drafts                                                    POLICY_EDITOR
			GET /api/v1/drafts/{id}                                                POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /api/v1/drafts/{id}/files/{*path}                                  POLICY_EDITOR POLICY_APPROVER AUDITOR
			PUT /api/v1/drafts/{id}/files/{*path}                                  POLICY_EDITOR
			DELETE /api/v1/drafts/{id}/files/{*path}                               POLICY_EDITOR
			PUT /api/v1/drafts/{id}/needs                                          POLICY_EDITOR
			POST /api/v1/drafts/{id}/check                                         POLICY_EDITOR POLICY_APPROVER
			POST /api/v1/drafts/{id}/submit                                        POLICY_EDITOR
			POST /api/v1/drafts/{id}/discard                                       POLICY_EDITOR POLICY_APPROVER
			POST /api/v1/drafts/{id}/approve                                       POLICY_APPROVER
			POST /api/v1/drafts/{id}/reject                                        POLICY_APPROVER
			POST /api/v1/drafts/{id}/publish                                       POLICY_APPROVER
			POST /api/v1/assessments                                               CASE_WORKER
			GET /api/v1/applicants                                                 CASE_WORKER AUDITOR
			POST /api/v1/applicants                                                CASE_WORKER
			POST /api/v1/applicants/import                                         CASE_WORKER
			GET /api/v1/applicants/import/template                                 CASE_WORKER
			GET /api/v1/applicants/import/{id}/refused                             CASE_WORKER
			GET /api/v1/applicants/import/{id}/changes                             CASE_WORKER
			GET /api/v1/applicants/{id}                                            CASE_WORKER AUDITOR
			DELETE /api/v1/applicants/{id}                                         CASE_WORKER
			GET /api/v1/applicants/{id}/records                                    CASE_WORKER AUDITOR
			PUT /api/v1/applicants/{id}/records                                    CASE_WORKER
			GET /api/v1/applicants/{id}/access                                     CASE_WORKER AUDITOR
			GET /api/v1/applicants/{id}/export                                     CASE_WORKER AUDITOR
			POST /api/v1/applicants/{id}/merge                                     CASE_WORKER
			POST /api/v1/applicants/{id}/decisions                                 CASE_WORKER
			GET /api/v1/applicants/{id}/decisions                                  CASE_WORKER AUDITOR
			GET /api/v1/decisions                                                  CASE_WORKER BATCH_OPERATOR POLICY_APPROVER AUDITOR
			GET /api/v1/decisions/{id}                                             CASE_WORKER AUDITOR
			GET /api/v1/decisions/{id}/notice                                      CASE_WORKER AUDITOR
			POST /api/v1/decisions/{id}/replay                                     CASE_WORKER AUDITOR
			POST /api/v1/decisions/{id}/revoke                                     CASE_WORKER
			POST /api/v1/decisions/{id}/objections                                 CASE_WORKER
			POST /api/v1/decisions/{id}/objections/{objection}/outcome             CASE_WORKER
			GET /api/v1/recalculations                                             BATCH_OPERATOR AUDITOR
			POST /api/v1/recalculations                                            BATCH_OPERATOR
			GET /api/v1/recalculations/{id}                                        BATCH_OPERATOR AUDITOR
			GET /api/v1/recalculations/{id}/changes                                BATCH_OPERATOR AUDITOR
			GET /api/v1/recalculations/{id}/failures                               BATCH_OPERATOR AUDITOR
			GET /api/v1/recalculations/{id}/notices                                BATCH_OPERATOR AUDITOR
			GET /api/v1/recalculations/{id}/report                                 BATCH_OPERATOR AUDITOR
			GET /api/v1/recalculations/{id}/undecided                              BATCH_OPERATOR AUDITOR
			POST /api/v1/recalculations/{id}/restart                               BATCH_OPERATOR
			POST /api/v1/recalculations/{id}/stop                                  BATCH_OPERATOR
			POST /api/v1/rosters                                                   BATCH_OPERATOR
			GET /api/v1/rosters                                                    BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/{id}                                               BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/forecast                                           BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/jurisdictions/{jurisdiction}/payment-rules                 POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			PUT /api/v1/jurisdictions/{jurisdiction}/payment-rules                 POLICY_EDITOR POLICY_APPROVER
			PUT /api/v1/jurisdictions/{jurisdiction}                               POLICY_EDITOR POLICY_APPROVER
			GET /api/v1/rosters/{id}/lines                                         BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/{id}/transfers                                     BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/{id}/open                                          BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/{id}/in-kind                                       BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/rosters/{id}/flags                                         BATCH_OPERATOR PAYMASTER AUDITOR
			POST /api/v1/rosters/{id}/approve                                      PAYMASTER
			POST /api/v1/rosters/{id}/discard                                      BATCH_OPERATOR PAYMASTER
			POST /api/v1/rosters/{id}/results                                      PAYMASTER
			POST /api/v1/rosters/{id}/lines/{line}/contra                          PAYMASTER
			POST /api/v1/settlements                                               PAYMASTER
			POST /api/v1/settlements/{id}/contra                                   PAYMASTER
			GET /api/v1/applicants/{id}/settlements                                CASE_WORKER PAYMASTER AUDITOR
			GET /api/v1/applicants/{id}/notes                                      CASE_WORKER AUDITOR
			POST /api/v1/applicants/{id}/notes                                     CASE_WORKER
			POST /api/v1/applicants/{id}/notes/{note}/strike                       CASE_WORKER
			POST /api/v1/applicants/{id}/payment-holds                             CASE_WORKER BATCH_OPERATOR
			GET /api/v1/applicants/{id}/payment-holds                              CASE_WORKER BATCH_OPERATOR PAYMASTER AUDITOR
			POST /api/v1/applicants/{id}/payment-holds/{hold}/release              CASE_WORKER BATCH_OPERATOR
			POST /api/v1/cross-checks                                              CASE_WORKER
			GET /api/v1/cross-checks                                               CASE_WORKER AUDITOR
			GET /api/v1/cross-checks/{id}                                          CASE_WORKER AUDITOR
			GET /api/v1/cross-checks/{id}/lines                                    CASE_WORKER AUDITOR
			POST /api/v1/cross-checks/{id}/stop                                    CASE_WORKER
			POST /api/v1/cross-checks/{id}/restart                                 CASE_WORKER
			POST /api/v1/projections                                               POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			GET /api/v1/projections                                                CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR AUDITOR
			GET /api/v1/projections/{id}                                           CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR AUDITOR
			GET /api/v1/projections/{id}/people                                    CASE_WORKER AUDITOR
			POST /api/v1/projections/{id}/stop                                     POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			POST /api/v1/projections/{id}/restart                                  POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			GET /api/v1/tasks                                                      CASE_WORKER AUDITOR
			GET /api/v1/tasks/report                                               CASE_WORKER BATCH_OPERATOR AUDITOR
			POST /api/v1/tasks/{id}/accept                                         CASE_WORKER
			POST /api/v1/tasks/{id}/dismiss                                        CASE_WORKER
			PATCH /api/v1/tasks/{id}                                               CASE_WORKER
			GET /api/v1/public-lists                                               CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /api/v1/applicants/{id}/public-list                                CASE_WORKER AUDITOR
			PUT /api/v1/applicants/{id}/public-list                                CASE_WORKER
			GET /api/v1/accounts                                                   ADMIN AUDITOR
			POST /api/v1/accounts                                                  ADMIN
			GET /api/v1/accounts/{name}                                            ADMIN AUDITOR
			PATCH /api/v1/accounts/{name}                                          ADMIN
			GET /api/v1/accounts/me                                                everybody
			PUT /api/v1/accounts/me/password                                       everybody
			GET /api/v1/proposals                                                  POLICY_EDITOR POLICY_APPROVER PAYMASTER AUDITOR
			GET /api/v1/proposals/{id}                                             POLICY_EDITOR POLICY_APPROVER PAYMASTER AUDITOR
			POST /api/v1/proposals/{id}/confirm                                    POLICY_APPROVER PAYMASTER
			POST /api/v1/proposals/{id}/reject                                     POLICY_APPROVER PAYMASTER
			POST /api/v1/proposals/{id}/withdraw                                   POLICY_EDITOR POLICY_APPROVER PAYMASTER
			GET /api/v1/events                                                     CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			GET /api/v1/audit-events                                               AUDITOR
			GET /api/v1/audit-events/verification                                  AUDITOR
			GET /                                                                  everybody
			GET /login                                                             anybody
			GET /signed-in                                                         everybody
			GET /help                                                              everybody
			GET /help/{desk}                                                       everybody
			POST /language                                                         anybody
			POST /tour/end                                                         everybody
			GET /check                                                             CASE_WORKER
			POST /check                                                            CASE_WORKER
			GET /people                                                            CASE_WORKER AUDITOR
			POST /people                                                           CASE_WORKER AUDITOR
			GET /people/{id}                                                       CASE_WORKER AUDITOR
			GET /people/{id}/access/csv                                            CASE_WORKER AUDITOR
			GET /people/{id}/access                                                CASE_WORKER AUDITOR
			GET /people/{id}/export                                                CASE_WORKER AUDITOR
			POST /people/{id}/assessment                                           CASE_WORKER
			POST /people/{id}/decisions                                            CASE_WORKER
			POST /people/{id}/decisions/effect                                     CASE_WORKER
			GET /people/{id}/change                                                CASE_WORKER
			POST /people/{id}/change                                               CASE_WORKER
			GET /people/{id}/facts/{part}                                          CASE_WORKER
			POST /people/{id}/facts/{part}                                         CASE_WORKER
			POST /people/new/answers                                               CASE_WORKER
			GET /people/{id}/missing                                               CASE_WORKER
			GET /people/{id}/identity                                              CASE_WORKER
			POST /people/{id}/identity                                             CASE_WORKER
			GET /people/{id}/merge                                                 CASE_WORKER
			POST /people/{id}/merge                                                CASE_WORKER
			POST /people/{id}/resident-id                                          CASE_WORKER
			GET /people/{id}/public-list                                           CASE_WORKER AUDITOR
			POST /people/{id}/public-list                                          CASE_WORKER
			GET /public-lists                                                      CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /public-lists/print                                                CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /public-lists/csv                                                  CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /people/{id}/what-if                                               CASE_WORKER
			POST /people/{id}/what-if                                              CASE_WORKER
			GET /people/{id}/payments                                              CASE_WORKER PAYMASTER AUDITOR
			GET /people/{id}/notes                                                 CASE_WORKER AUDITOR
			POST /people/{id}/notes                                                CASE_WORKER
			POST /people/{id}/notes/{note}/strike                                  CASE_WORKER
			POST /people/{id}/holds                                                CASE_WORKER
			POST /people/{id}/holds/{hold}/release                                 CASE_WORKER
			GET /decisions/{id}/notice                                             CASE_WORKER AUDITOR
			GET /decisions/{id}                                                    CASE_WORKER AUDITOR
			POST /decisions/{id}/replay                                            CASE_WORKER AUDITOR
			POST /decisions/{id}/revoke                                            CASE_WORKER
			POST /decisions/{id}/objections                                        CASE_WORKER
			POST /decisions/{id}/objections/{objection}/outcome                    CASE_WORKER
			GET /people/new                                                        CASE_WORKER
			POST /people/new                                                       CASE_WORKER
			GET /month                                                             CASE_WORKER
			GET /tasks                                                             CASE_WORKER AUDITOR
			GET /tasks/report                                                      CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /tasks/report/csv                                                  CASE_WORKER BATCH_OPERATOR AUDITOR
			GET /tasks/{id}                                                        CASE_WORKER AUDITOR
			POST /tasks/{id}/accept                                                CASE_WORKER
			POST /tasks/{id}/dismiss                                               CASE_WORKER
			POST /tasks/{id}/plan                                                  CASE_WORKER
			GET /cross-checks                                                      CASE_WORKER AUDITOR
			POST /cross-checks                                                     CASE_WORKER
			GET /cross-checks/{id}                                                 CASE_WORKER AUDITOR
			GET /people/import                                                     CASE_WORKER
			POST /people/import                                                    CASE_WORKER
			GET /people/import/template                                            CASE_WORKER
			GET /people/import/{id}/refused                                        CASE_WORKER
			GET /password                                                          everybody
			POST /password                                                         everybody
			GET /policies                                                          CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			GET /policies/{jurisdiction}/{program}/{version}                       CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			GET /policies/{jurisdiction}/{program}/{version}/diff                  CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			GET /policies/{jurisdiction}/{program}/{version}/export                CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			POST /policies/{jurisdiction}/{program}/{version}/withdraw             POLICY_APPROVER
			GET /facts                                                             everybody
			GET /facts/{path}                                                      everybody
			GET /standards                                                         everybody
			GET /drafts                                                            POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/new                                                        POLICY_EDITOR
			GET /drafts/new-facts                                                  POLICY_EDITOR
			GET /drafts/new-standards                                              POLICY_EDITOR
			POST /drafts                                                           POLICY_EDITOR
			POST /drafts/facts                                                     POLICY_EDITOR
			POST /drafts/standards                                                 POLICY_EDITOR
			GET /drafts/{id}                                                       POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/report                                                POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/first-answer                                          POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/problems                                              POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/facts                                                 POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/facts                                                POLICY_EDITOR
			POST /drafts/{id}/derived                                              POLICY_EDITOR
			POST /drafts/{id}/needs                                                POLICY_EDITOR
			GET /drafts/{id}/parameters                                            POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/parameters                                           POLICY_EDITOR
			GET /drafts/{id}/files                                                 POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/files                                                POLICY_EDITOR
			POST /drafts/{id}/files/delete                                         POLICY_EDITOR
			POST /drafts/{id}/look                                                 POLICY_EDITOR POLICY_APPROVER
			POST /drafts/{id}/grid                                                 POLICY_EDITOR
			POST /drafts/{id}/grid/look                                            POLICY_EDITOR
			GET /drafts/{id}/files/content                                         POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/files/content                                        POLICY_EDITOR
			GET /drafts/{id}/try                                                   POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/try                                                  POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/diff                                                  POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/examples/accept                                      POLICY_EDITOR
			POST /drafts/{id}/examples/move                                        POLICY_EDITOR
			GET /drafts/{id}/history                                               POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/history/{change}/undo                                POLICY_EDITOR
			POST /drafts/{id}/try/form                                             POLICY_EDITOR POLICY_APPROVER AUDITOR
			GET /drafts/{id}/people                                                POLICY_EDITOR POLICY_APPROVER AUDITOR
			POST /drafts/{id}/people                                               POLICY_EDITOR
			POST /drafts/{id}/people/{person}/forget                               POLICY_EDITOR
			POST /drafts/{id}/submit                                               POLICY_EDITOR
			POST /drafts/{id}/discard                                              POLICY_EDITOR POLICY_APPROVER
			POST /drafts/{id}/approve                                              POLICY_APPROVER
			POST /drafts/{id}/reject                                               POLICY_APPROVER
			POST /drafts/{id}/publish                                              POLICY_APPROVER
			GET /proposals                                                         POLICY_EDITOR POLICY_APPROVER PAYMASTER AUDITOR
			GET /proposals/new-jurisdiction                                        POLICY_EDITOR POLICY_APPROVER
			POST /proposals/jurisdictions                                          POLICY_EDITOR POLICY_APPROVER
			GET /proposals/new-program                                             POLICY_EDITOR POLICY_APPROVER
			POST /proposals/programs                                               POLICY_EDITOR POLICY_APPROVER
			POST /payment-rules                                                    POLICY_EDITOR POLICY_APPROVER
			GET /payment-rules                                                     POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR PAYMASTER AUDITOR
			POST /proposals/{id}/confirm                                           POLICY_APPROVER PAYMASTER
			POST /proposals/{id}/reject                                            POLICY_APPROVER PAYMASTER
			POST /proposals/{id}/withdraw                                          POLICY_EDITOR POLICY_APPROVER PAYMASTER
			GET /projections                                                       CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR AUDITOR
			POST /projections                                                      POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			GET /projections/{id}                                                  CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR AUDITOR
			GET /projections/{id}/progress                                         CASE_WORKER POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR AUDITOR
			POST /projections/{id}/stop                                            POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			POST /projections/{id}/restart                                         POLICY_EDITOR POLICY_APPROVER BATCH_OPERATOR
			GET /runs                                                              BATCH_OPERATOR AUDITOR
			POST /runs                                                             BATCH_OPERATOR
			POST /runs/commit                                                      BATCH_OPERATOR
			GET /runs/{id}                                                         BATCH_OPERATOR AUDITOR
			GET /runs/{id}/progress                                                BATCH_OPERATOR AUDITOR
			GET /runs/{id}/changes                                                 BATCH_OPERATOR AUDITOR
			GET /runs/{id}/changes/csv                                             BATCH_OPERATOR AUDITOR
			GET /runs/{id}/changes/xlsx                                            BATCH_OPERATOR AUDITOR
			GET /runs/{id}/undecided                                               BATCH_OPERATOR AUDITOR
			GET /runs/{id}/undecided/csv                                           BATCH_OPERATOR AUDITOR
			GET /runs/{id}/undecided/xlsx                                          BATCH_OPERATOR AUDITOR
			GET /runs/{id}/failures                                                BATCH_OPERATOR AUDITOR
			GET /runs/{id}/failures/csv                                            BATCH_OPERATOR AUDITOR
			GET /runs/{id}/failures/xlsx                                           BATCH_OPERATOR AUDITOR
			GET /runs/{id}/notices                                                 BATCH_OPERATOR AUDITOR
			POST /runs/{id}/stop                                                   BATCH_OPERATOR
			POST /runs/{id}/restart                                                BATCH_OPERATOR
			GET /rosters                                                           BATCH_OPERATOR PAYMASTER AUDITOR
			POST /rosters                                                          BATCH_OPERATOR
			POST /rosters/forecast                                                 BATCH_OPERATOR PAYMASTER
			GET /rosters/{id}                                                      BATCH_OPERATOR PAYMASTER AUDITOR
			POST /rosters/{id}/lines                                               BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/flags                                                BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/open                                                 BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/transfers                                            BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/csv                                                  BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/xlsx                                                 BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/transfers/csv                                        BATCH_OPERATOR PAYMASTER AUDITOR
			GET /rosters/{id}/transfers/xlsx                                       BATCH_OPERATOR PAYMASTER AUDITOR
			POST /rosters/{id}/approve                                             PAYMASTER
			POST /rosters/{id}/discard                                             BATCH_OPERATOR PAYMASTER
			POST /rosters/{id}/results                                             PAYMASTER
			POST /rosters/{id}/results/refused                                     PAYMASTER
			POST /rosters/{id}/lines/{line}/contra                                 PAYMASTER
			POST /rosters/{id}/lines/{line}/result                                 PAYMASTER
			POST /settlements                                                      PAYMASTER
			POST /settlements/{id}/contra                                          PAYMASTER
			GET /audit                                                             AUDITOR
			GET /audit/csv                                                         AUDITOR
			POST /audit/verification                                               AUDITOR
			GET /sessions                                                          everybody
			GET /sessions/all                                                      ADMIN AUDITOR
			POST /sessions/end                                                     everybody
			POST /sessions/{id}/end                                                everybody
			GET /accounts                                                          ADMIN AUDITOR
			GET /accounts/new                                                      ADMIN
			POST /accounts                                                         ADMIN
			GET /accounts/{name}                                                   ADMIN
			POST /accounts/{name}                                                  ADMIN
			""";

	private static final List<String> PROGRAMS = List.of("/api/", "/actuator", "/v3/", "/swagger-ui");

	private static final Set<String> REFUSED = Set.of("401", "403");

	private final Map<String, PageClient> sessions = new HashMap<>();

	@Autowired
	RestTestClient client;

	@LocalServerPort
	int port;

	@Autowired
	TestAccounts accounts;

	@Autowired
	ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

	@Test
	void everyEndPointStandsInTheTable() {
		assertThat(endPoints()).containsExactlyInAnyOrderElementsOf(expected().keySet());
	}

	@Test
	void publishedRulesAreNowhereWhereTheServiceIsNotSetToShowThem() {
		for (String path : List.of("/api/v1/open/policies", "/api/v1/open/policies/model-district/stacking")) {
			this.client.get().uri(path).exchange().expectStatus().isNotFound();
		}
	}

	@Test
	void everyEndPointIsOpenToWhoMayCallItAndNobodyElse() {
		for (Role role : Role.values()) {
			this.accounts.add("only-" + role.ordinal(), List.of("379901"), role.name());
		}
		this.accounts.add("no-role", List.of(""));
		Map<String, Set<String>> open = new TreeMap<>();
		endPoints().forEach((endPoint) -> open.put(endPoint, openTo(endPoint)));
		assertThat(open).isEqualTo(expected());
	}

	private static Map<String, Set<String>> expected() {
		Map<String, Set<String>> expected = new TreeMap<>();
		EXPECTED.lines().map((line) -> line.split(" +", 3)).forEach((line) -> {
			Set<String> open = new TreeSet<>(Arrays.asList(line[2].split(" ")));
			if (open.removeAll(Set.of("anybody", "everybody"))) {
				Stream.of(Role.values()).map(Role::name).forEach(open::add);
				open.add("no role");
			}
			if (line[2].equals("anybody")) {
				open.add("not signed in");
			}
			expected.put(line[0] + " " + line[1], open);
		});
		return expected;
	}

	private Set<String> endPoints() {
		return this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(AccessTableIntegrationTests::endPoints)
			.filter((endPoint) -> !endPoint.endsWith(" /error") && !endPoint.contains(" /bench/"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> endPoints(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
			.flatMap((method) -> mapping.getPatternValues().stream().map((path) -> method + " " + path));
	}

	private Set<String> openTo(String endPoint) {
		Set<String> open = new TreeSet<>();
		if (isOpen(endPoint, null)) {
			open.add("not signed in");
		}
		if (isOpen(endPoint, "no-role")) {
			open.add("no role");
		}
		Stream.of(Role.values())
			.filter((role) -> isOpen(endPoint, "only-" + role.ordinal()))
			.map(Role::name)
			.forEach(open::add);
		return open;
	}

	/** Called with nothing in it: what is let through fails for other reasons. */
	private boolean isOpen(String endPoint, String account) {
		String[] parts = endPoint.split(" ");
		String path = parts[1].replaceAll("/\\{\\*\\w+}", "/x").replaceAll("\\{\\w+}", "x").replace("/**", "/x");
		if (PROGRAMS.stream().noneMatch(path::startsWith)) {
			return isPageOpen(parts[0], path, account);
		}
		int status = this.client.mutate().defaultHeaders((headers) -> {
			headers.remove(HttpHeaders.AUTHORIZATION);
			if (account != null) {
				headers.set(HttpHeaders.AUTHORIZATION, TestAccounts.basic(account));
			}
		})
			.build()
			.method(HttpMethod.valueOf(parts[0]))
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getStatus()
			.value();
		assertThat(status).as(endPoint).isLessThan(500);
		return !REFUSED.contains(Integer.toString(status));
	}

	/** Pages know sessions only, and send who has none to where they sign in. */
	private boolean isPageOpen(String method, String path, String account) {
		PageClient pages = this.sessions.computeIfAbsent(String.valueOf(account),
				(name) -> PageClient.of(this.port).signIn(account));
		HttpResponse<String> answer = pages.send(method, path, Map.of());
		assertThat(answer.statusCode()).as(method + " " + path).isLessThan(500);
		return !REFUSED.contains(Integer.toString(answer.statusCode()))
				&& !answer.headers().firstValue("Location").orElse("").endsWith("/login");
	}

}
