ALTER TABLE kept_selection
    MODIFY picks MEDIUMTEXT COLLATE utf8mb4_nopad_bin NOT NULL;
