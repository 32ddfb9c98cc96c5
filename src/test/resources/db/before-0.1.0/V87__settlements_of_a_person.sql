-- What was settled with a person, shown with them whichever jurisdiction it was.
create index payment_settlement_applicant on payment_settlement (applicant);
