-- What case workers decided lately, among the millions that runs decide.
create index decision_of_cases on decision (id) where cause = 'CASE';
