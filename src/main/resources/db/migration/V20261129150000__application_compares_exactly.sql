-- Equal is what is the same character for character: case, accents and trailing blanks count.
ALTER TABLE application
    MODIFY logo VARCHAR(64) COLLATE utf8mb4_nopad_bin NULL;
