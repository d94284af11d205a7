-- Members who freeze, come back and leave: since when, by whom, and the codes with which they prove that it is them.

CREATE TABLE member_freeze (
  member_id     BINARY(16)    NOT NULL,
  frozen_at     DATETIME(6)   NOT NULL,
  frozen_by     VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_closing (
  member_id     BINARY(16)    NOT NULL,
  asked_at      DATETIME(6)   NOT NULL,
  asked_by      VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  final_at      DATETIME(6)   NOT NULL,
  done_at       DATETIME(6)   NULL,
  PRIMARY KEY (member_id),
  KEY closing_due (done_at, final_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_code (
  member_id     BINARY(16)    NOT NULL,
  purpose       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code_hash     BINARY(32)    NOT NULL,
  failures      INT           NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id, purpose)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
