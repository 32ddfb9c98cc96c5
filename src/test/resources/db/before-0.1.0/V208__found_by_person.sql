-- Everything about one person is exported: what is found by the person alone.
create index payment_open_of on payment_open (applicant);
create index payment_flag_of on payment_flag (applicant);
create index cross_check_line_of on cross_check_line (applicant) where applicant is not null;
