-- Tills that sign number and chain their batches, so that a gap or a changed batch shows; and a sandbox moves its time on.

CREATE TABLE signed_mode (
  terminal_id   BINARY(16)    NOT NULL,
  signs         TINYINT(1)    NOT NULL,
  version       BIGINT        NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (terminal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE signed_chain (
  terminal_id   BINARY(16)    NOT NULL,
  key_number    INT           NOT NULL,
  last_number   BIGINT        NOT NULL,
  last_hash     BINARY(32)    NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (terminal_id, key_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE signed_gap (
  terminal_id   BINARY(16)    NOT NULL,
  key_number    INT           NOT NULL,
  first_number  BIGINT        NOT NULL,
  last_number   BIGINT        NOT NULL,
  noticed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (terminal_id, key_number, first_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE signed_batch (
  terminal_id   BINARY(16)    NOT NULL,
  key_number    INT           NOT NULL,
  number        BIGINT        NOT NULL,
  hash          BINARY(32)    NOT NULL,
  previous_hash BINARY(32)    NOT NULL,
  receipts      SMALLINT      NOT NULL,
  refused       SMALLINT      NULL,
  received_at   DATETIME(6)   NOT NULL,
  posted_at     DATETIME(6)   NULL,
  PRIMARY KEY (terminal_id, key_number, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE refused_batch (
  terminal_id   BINARY(16)    NOT NULL,
  hash          BINARY(32)    NOT NULL,
  reason        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_number    INT           NULL,
  number        BIGINT        NULL,
  times         INT           NOT NULL,
  first_at      DATETIME(6)   NOT NULL,
  last_at       DATETIME(6)   NOT NULL,
  PRIMARY KEY (terminal_id, hash, reason)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE clock_move (
  id            BINARY(16)    NOT NULL,
  from_at       DATETIME(6)   NOT NULL,
  to_at         DATETIME(6)   NOT NULL,
  begun_at      DATETIME(6)   NOT NULL,
  finished_at   DATETIME(6)   NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
