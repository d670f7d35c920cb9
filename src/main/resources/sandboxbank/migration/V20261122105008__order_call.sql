create table order_call (
    bank           varchar(32) not null,
    reference      varchar(64) not null,
    calls          int         not null,
    violations     int         not null,
    not_taken      boolean     not null comment 'the last call was answered with a certain no',
    last_called_at datetime(6) null,
    fence          datetime(6) null comment 'calls sent up to then can no longer become an order',
    primary key (bank, reference)
);
