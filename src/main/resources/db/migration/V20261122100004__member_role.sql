CREATE TABLE member_role (
    member UUID        NOT NULL REFERENCES member (id),
    role   VARCHAR(24) NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'DEVELOPER', 'FINANCIAL_CONTROLLER')),
    PRIMARY KEY (member, role)
);
