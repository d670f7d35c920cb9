create table beneficiary (
    bank           varchar(32)  not null,
    reference      varchar(64)  not null,
    id             varchar(40)  not null unique,
    company        varchar(40)  not null,
    name           varchar(200) not null,
    iban           varchar(34)  not null,
    refused        boolean      not null,
    cool_off_until datetime(6)  null,
    verdict        varchar(16)  not null,
    known_name     varchar(200) null,
    created_at     datetime(6)  not null,
    primary key (bank, reference),
    key beneficiary_iban (bank, iban, created_at),
    constraint beneficiary_company foreign key (company) references company (id)
);
