-- OpenID Connect compares subjects as they are, and mail servers know josé from jose; the default collation takes one for the other.
ALTER TABLE person
    MODIFY issuer VARCHAR(255) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY subject VARCHAR(255) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY email VARCHAR(254) COLLATE utf8mb4_nopad_bin NOT NULL;
