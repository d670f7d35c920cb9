CREATE INDEX person_mail_awaiting ON person (mail_awaiting, time_zone);
