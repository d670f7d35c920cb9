create table challenge (
    id            varchar(40) not null primary key,
    kind          varchar(16) not null,
    bank          varchar(32) not null,
    bank_user     varchar(40) not null,
    state         varchar(16) not null,
    attempts_left int         not null,
    expires_at    datetime(6) not null,
    key challenge_of_user (bank_user, state),
    constraint challenge_user foreign key (bank_user) references bank_user (id)
);
