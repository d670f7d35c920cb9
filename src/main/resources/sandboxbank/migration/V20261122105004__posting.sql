create table posting (
    id        bigint       not null auto_increment primary key,
    kind      varchar(16)  not null,
    subject   varchar(80)  not null,
    note      varchar(200) not null,
    posted_at datetime(6)  not null,
    unique key posting_once (kind, subject)
);
