-- Two memberships that become one, and the seal over everything the ledger has written.

-- Who somebody lives on as is found, and followed, from both sides.
ALTER TABLE member ADD KEY member_merged (merged_into);

ALTER TABLE points_account
  ADD COLUMN merged_into BINARY(16) NULL,
  ADD KEY account_merged (merged_into);

-- One row per step of the seal: how far it reaches, a code over what was new, one over all members' and one over all other
-- sealed rows, and a code over all of it and the seal before.
CREATE TABLE seal (
  number        BIGINT        NOT NULL,
  sealed_at     DATETIME(6)   NOT NULL,
  feed_position BIGINT        NOT NULL,
  walked_to     BINARY(16)    NULL,
  walked        BOOLEAN       NOT NULL,
  rules_until   DATETIME(6)   NOT NULL,
  members       BIGINT        NOT NULL,
  transactions  BIGINT        NOT NULL,
  violations    BIGINT        NOT NULL,
  content       BINARY(32)    NOT NULL,
  member_sum    BINARY(32)    NOT NULL,
  rule_sum      BINARY(32)    NOT NULL,
  code          BINARY(32)    NOT NULL,
  PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- How far each member's rows are sealed, and the sum over them, table by table.
CREATE TABLE seal_member (
  member_id     BINARY(16)    NOT NULL,
  seal_number   BIGINT        NOT NULL,
  sealed_until  DATETIME(6)   NOT NULL,
  last_seq      BIGINT        NOT NULL,
  available     BIGINT        NOT NULL,
  transactions  BINARY(32)    NOT NULL,
  entries       BINARY(32)    NOT NULL,
  lots          BINARY(32)    NOT NULL,
  movements     BINARY(32)    NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Members whose ledger moved without an event to tell the seal of it.
CREATE TABLE seal_waiting (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The latest result of each kind of proof.
CREATE TABLE ledger_proof (
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seal_number   BIGINT        NOT NULL,
  checked_at    DATETIME(6)   NOT NULL,
  holds         BOOLEAN       NOT NULL,
  content       MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
