-- Whoever was touched since a draft was made is found without reading everybody: rows lie in
-- the order of time, so ranges of pages do.
create index applicant_record_recorded on applicant_record using brin (recorded_at) with (pages_per_range = 16);
create index decision_decided on decision using brin (decided_at) with (pages_per_range = 16);
create index payment_result_reported on payment_result using brin (reported_at) with (pages_per_range = 16);
create index applicant_merged_at on applicant (merged_at) where merged_at is not null;
create index applicant_erased_at on applicant (erased_at) where erased_at is not null;
