ALTER TABLE kept_selection
    ADD review VARCHAR(15) NOT NULL DEFAULT 'AUTHORIZATION' CHECK (review IN ('AUTHORIZATION', 'RELEASE'))
        AFTER authorization,
    DROP KEY kept_selection_person,
    ADD UNIQUE KEY kept_selection_person (application, environment, person, review);
