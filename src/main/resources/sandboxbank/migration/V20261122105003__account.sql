create table account (
    id             varchar(40)  not null primary key,
    bank           varchar(32)  not null,
    company        varchar(40)  null,
    name           varchar(120) not null,
    account_number varchar(34)  not null,
    iban           varchar(34)  null unique,
    currency       char(3)      not null,
    balance        bigint       not null comment 'minor units; kept for customers only, internal accounts are the sum of their entries',
    overdraft      bigint       not null,
    key account_of_company (company),
    constraint account_company foreign key (company) references company (id),
    constraint account_above_overdraft check (balance + overdraft >= 0)
);
