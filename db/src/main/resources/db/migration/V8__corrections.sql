-- Corrections: what staff and tills put right, points that wait for a check, a second person's yes, and requests that
-- may be sent again.

-- access ------------------------------------------------------------------------------------------------------------

CREATE TABLE idempotency_key (
  caller_id     BINARY(16)    NOT NULL,
  request_key   VARBINARY(100) NOT NULL,
  operation     VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content_hash  BINARY(32)    NOT NULL,
  resource_id   BINARY(16)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (caller_id, request_key),
  KEY idempotency_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- approvals ---------------------------------------------------------------------------------------------------------

CREATE TABLE approval (
  id            BINARY(16)    NOT NULL,
  kind          VARCHAR(30)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  content       TEXT          NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requested_by  BINARY(16)    NOT NULL,
  requested_at  DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  decided_by    BINARY(16)    NULL,
  decided_at    DATETIME(6)   NULL,
  note          VARCHAR(500)  NOT NULL,
  PRIMARY KEY (id),
  KEY approval_state (state, requested_at),
  KEY approval_member (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- points ------------------------------------------------------------------------------------------------------------

ALTER TABLE points_account
  ADD COLUMN day_sums VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

ALTER TABLE points_lot
  ADD COLUMN adjusted BIGINT NOT NULL DEFAULT 0;

-- posting -----------------------------------------------------------------------------------------------------------

CREATE TABLE correction (
  id            BINARY(16)    NOT NULL,
  program_date  DATE          NOT NULL,
  at            DATETIME(6)   NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_kind    VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id      BINARY(16)    NULL,
  store_id      BINARY(16)    NULL,
  terminal_id   BINARY(16)    NULL,
  cashier       VARCHAR(60)   NULL,
  member_id     BINARY(16)    NULL,
  other_member_id BINARY(16)  NULL,
  document_id   BINARY(16)    NULL,
  points        BIGINT        NOT NULL,
  debt          BIGINT        NOT NULL,
  reason        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  explanation   VARCHAR(500)  NOT NULL,
  PRIMARY KEY (id),
  KEY correction_day (program_date, id),
  KEY correction_actor (actor_id, program_date),
  KEY correction_terminal (terminal_id, program_date),
  KEY correction_cashier (store_id, cashier, program_date),
  KEY correction_member (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE adjustment_day (
  staff_id      BINARY(16)    NOT NULL,
  program_date  DATE          NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (staff_id, program_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE points_review (
  id            BINARY(16)    NOT NULL,
  purchase_id   BINARY(16)    NOT NULL,
  attachment    INT           NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  terminal_id   BINARY(16)    NULL,
  cashier       VARCHAR(60)   NULL,
  reasons       VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at     DATETIME(6)   NOT NULL,
  decided_at    DATETIME(6)   NULL,
  decided_by    BINARY(16)    NULL,
  explanation   VARCHAR(500)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_purchase (purchase_id, attachment),
  KEY review_state (state, opened_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
