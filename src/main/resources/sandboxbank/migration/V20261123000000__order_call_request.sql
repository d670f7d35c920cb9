alter table order_call
  add column last_request varchar(64) null,
  add column last_sent_at datetime(6) null;
