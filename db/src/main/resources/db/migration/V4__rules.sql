-- What staff edit of the programme: the ladder keeps its history, offers begin as drafts and carry the version they are at.

CREATE TABLE tier_change (
  version       BIGINT        NOT NULL,
  ladder        TEXT          NOT NULL,
  changed_by    BINARY(16)    NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- A draft has no rule yet and may begin whenever it is published.
ALTER TABLE offer MODIFY COLUMN rule_id BINARY(16) NULL;
ALTER TABLE offer MODIFY COLUMN starts_at DATETIME(6) NULL;
ALTER TABLE offer ADD COLUMN benefit TEXT NULL;
ALTER TABLE offer ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Staff see how often each offer was activated and used.
ALTER TABLE offer_activation ADD KEY activation_offer (offer_id, activated_at, uses);
