-- What rules can say beyond amounts: dated lists they name, how often each member used a capped rule, and lots that lapse by
-- inactivity or wait for a confirmation.

CREATE TABLE earning_calendar (
  id            BINARY(16)    NOT NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          TEXT          NOT NULL,
  spans         MEDIUMTEXT    NOT NULL,
  version       BIGINT        NOT NULL,
  changed_by    BINARY(16)    NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY earning_calendar_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE earning_counter (
  member_id     BINARY(16)    NOT NULL,
  rule_id       BINARY(16)    NOT NULL,
  used          TEXT          NOT NULL,
  PRIMARY KEY (member_id, rule_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE points_lot ADD COLUMN inactivity_months INT NOT NULL DEFAULT 0;
ALTER TABLE points_lot ADD COLUMN awaits_confirmation BOOLEAN NOT NULL DEFAULT 0;
