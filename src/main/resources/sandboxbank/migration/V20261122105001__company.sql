create table company (
    id          varchar(40)  not null primary key,
    application varchar(64)  not null,
    bank        varchar(32)  not null,
    name        varchar(120) not null,
    unique key company_of_application (application, bank)
);
