-- What is granted in kind, as it is answered: [{"what", "whatEn", "quantity", "unit"}].
-- It is no money: the amount beside it is nothing.
alter table decision add column in_kind json;
alter table decision add check (in_kind is null or (amount = 0 and outcome in ('ELIGIBLE', 'WITHHELD')));
alter table recalculation_change add column before_in_kind json;
alter table recalculation_change add column after_in_kind json;
