-- 货币: what a jurisdiction pays in; its programs' units are the same.

alter table jurisdiction add column currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$');
