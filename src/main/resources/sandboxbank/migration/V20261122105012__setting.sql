create table setting (
    name  varchar(64)  not null primary key,
    value varchar(400) not null
);
