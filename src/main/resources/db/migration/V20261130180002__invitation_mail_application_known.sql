UPDATE invitation_mail m
    JOIN invitation i ON i.id = m.invitation
SET m.application = i.application;
