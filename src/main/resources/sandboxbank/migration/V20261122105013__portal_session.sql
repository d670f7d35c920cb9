create table portal_session (
    token_digest char(64)    not null primary key,
    bank_user    varchar(40) not null,
    challenge    varchar(40) null,
    expires_at   datetime(6) not null,
    constraint portal_session_user foreign key (bank_user) references bank_user (id)
);
