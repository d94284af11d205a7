-- Cases: what members report and how it was answered, first of all points they miss. Texts and photos may be personal.

CREATE TABLE care_case (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  store_id      BINARY(16)    NOT NULL,
  business_date DATE          NOT NULL,
  receipt_number VARCHAR(60)  NOT NULL,
  total         BIGINT        NOT NULL,
  receipt_hash  BINARY(32)    NOT NULL,
  purchase_id   BINARY(16)    NULL,
  points        BIGINT        NOT NULL,
  version       BIGINT        NOT NULL,
  opened_at     DATETIME(6)   NOT NULL,
  waiting_since DATETIME(6)   NOT NULL,
  answered_at   DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY case_receipt (member_id, receipt_hash),
  KEY case_queue (state, waiting_since, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE care_message (
  case_id       BINARY(16)    NOT NULL,
  number        INT           NOT NULL,
  author        VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id      BINARY(16)    NULL,
  text_id       TEXT          NOT NULL,
  text_en       TEXT          NOT NULL,
  written_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (case_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE care_photo (
  case_id       BINARY(16)    NOT NULL,
  number        INT           NOT NULL,
  content       MEDIUMBLOB    NOT NULL,
  added_at      DATETIME(6)   NOT NULL,
  PRIMARY KEY (case_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
