-- Whether points of a lot were given on condition that somebody looks at them, so that their waiting time outlives the look; and when a
-- member last changed what opens their account, since points are not used right after it.

ALTER TABLE points_lot
  ADD COLUMN awaits_review BOOLEAN NOT NULL DEFAULT 0;

CREATE TABLE credential_change (
  member_id     BINARY(16)    NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
