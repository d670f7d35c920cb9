create table challenge_order (
    challenge varchar(40) not null,
    bank      varchar(32) not null,
    reference varchar(64) not null,
    primary key (challenge, reference),
    key challenge_of_order (bank, reference),
    constraint challenge_order_challenge foreign key (challenge) references challenge (id)
);
