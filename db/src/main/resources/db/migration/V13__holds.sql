-- Points set aside until they are used, given back or timed out; points that paid and come back after they had expired.

ALTER TABLE points_lot ADD COLUMN grace BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE points_hold (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  confirmed_points BIGINT     NOT NULL,
  given_back    BIGINT        NOT NULL,
  lots          TEXT          NOT NULL,
  purpose       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference     VARCHAR(60)   NULL,
  partner_id    BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NULL,
  client_id     BINARY(16)    NOT NULL,
  purchase_id   BINARY(16)    NULL,
  proof         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  ended_at      DATETIME(6)   NULL,
  version       BIGINT        NOT NULL,
  PRIMARY KEY (id),
  KEY hold_due (state, expires_at),
  KEY hold_member (member_id, state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE card_seed (
  card          VARBINARY(254) NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  seed          VARBINARY(200) NOT NULL,
  last_step     BIGINT        NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (card),
  KEY seed_member (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_pin (
  member_id     BINARY(16)    NOT NULL,
  pin_hash      VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE spending_lock (
  member_id     BINARY(16)    NOT NULL,
  failures      INT           NOT NULL,
  since         DATETIME(6)   NOT NULL,
  locked_until  DATETIME(6)   NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

