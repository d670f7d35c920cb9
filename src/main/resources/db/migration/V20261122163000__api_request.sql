CREATE TABLE api_request (
    id            UUID         NOT NULL PRIMARY KEY,
    application   UUID         NOT NULL,
    environment   VARCHAR(10)  NOT NULL CHECK (environment IN ('SANDBOX', 'PRODUCTION')),
    called_at     DATETIME(6)  NOT NULL,
    method        VARCHAR(10)  NOT NULL,
    path          VARCHAR(600) NOT NULL,
    status        SMALLINT     NULL,
    status_class  TINYINT      AS (status DIV 100) STORED,
    code          VARCHAR(40)  NULL,
    duration_ms   INT          NOT NULL,
    correlation   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_body  TEXT         NULL,
    response_body TEXT         NULL,
    KEY api_request_newest (application, environment, id),
    KEY api_request_by_class (application, environment, status_class, id),
    KEY api_request_by_correlation (application, environment, correlation, id),
    KEY api_request_age (called_at)
) CHARACTER SET utf8mb4;
