alter table payment_order
    add column copies int not null default 1 comment 'more than one only at a bank that takes a second call for another order';
