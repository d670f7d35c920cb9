create table maintenance (
    bank        varchar(32) not null,
    application varchar(64) not null comment 'empty for everybody',
    until       datetime(6) not null,
    primary key (bank, application)
);
