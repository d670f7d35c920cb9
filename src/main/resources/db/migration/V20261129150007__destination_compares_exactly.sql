ALTER TABLE destination
    MODIFY normalised_name VARCHAR(140) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY iban VARCHAR(34) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY account_number VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY swift_code VARCHAR(11) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY bank_identifier VARCHAR(40) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY postal_code VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY ifsc VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY sort_code VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY routing_number VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY transit_code VARCHAR(20) COLLATE utf8mb4_nopad_bin NULL,
    MODIFY country CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY currency CHAR(3) COLLATE utf8mb4_nopad_bin NOT NULL,
    MODIFY created_by_kind VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL;
