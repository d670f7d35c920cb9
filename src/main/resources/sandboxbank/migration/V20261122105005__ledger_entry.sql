create table ledger_entry (
    id            bigint      not null auto_increment primary key,
    posting       bigint      not null,
    account       varchar(40) not null,
    currency      char(3)     not null,
    amount        bigint      not null comment 'minor units; the entries of a posting add up to zero',
    balance_after bigint      null,
    key ledger_entry_of_account (account, id),
    constraint ledger_entry_posting foreign key (posting) references posting (id),
    constraint ledger_entry_account foreign key (account) references account (id)
);
