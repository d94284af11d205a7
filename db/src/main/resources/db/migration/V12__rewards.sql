-- Rewards: what points buy, pools of imported codes, redemptions with the voucher or order they gave, and vouchers used at
-- a till. Codes are sealed and found by a keyed hash. Pieces that are left are counted by limit_counter.

CREATE TABLE reward (
  id            BINARY(16)    NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT        NOT NULL,
  definition    TEXT          NOT NULL,
  honouring_partner_id BINARY(16) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  published_at  DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY reward_state (state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Codes are given out from the one after the head to the tail; a code that comes back unseen goes to the end.
CREATE TABLE code_pool (
  reward_id     BINARY(16)    NOT NULL,
  head          BIGINT        NOT NULL,
  tail          BIGINT        NOT NULL,
  imported      BIGINT        NOT NULL,
  PRIMARY KEY (reward_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE pool_code (
  reward_id     BINARY(16)    NOT NULL,
  position      BIGINT        NOT NULL,
  code_hash     BINARY(32)    NOT NULL,
  code          VARBINARY(300) NOT NULL,
  job_id        BINARY(16)    NOT NULL,
  PRIMARY KEY (reward_id, position),
  UNIQUE KEY pool_code_hash (code_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE redemption (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  reward_id     BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  money         BIGINT        NOT NULL,
  honouring_partner_id BINARY(16) NOT NULL,
  lots          TEXT          NOT NULL,
  actor_kind    VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id      BINARY(16)    NOT NULL,
  redeemed_at   DATETIME(6)   NOT NULL,
  cancelled_at  DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY redemption_member (member_id, id),
  KEY redemption_reward (reward_id, member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE voucher (
  id            BINARY(16)    NOT NULL,
  redemption_id BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  reward_id     BINARY(16)    NOT NULL,
  honouring_partner_id BINARY(16) NOT NULL,
  code_hash     BINARY(32)    NOT NULL,
  code          VARBINARY(300) NOT NULL,
  pool_position BIGINT        NULL,
  terms         TEXT          NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_at     DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NULL,
  revealed_at   DATETIME(6)   NULL,
  used_at       DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY voucher_code_hash (code_hash),
  UNIQUE KEY voucher_redemption (redemption_id),
  KEY voucher_due (state, expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE voucher_use (
  id            BINARY(16)    NOT NULL,
  voucher_id    BINARY(16)    NOT NULL,
  receipt_key   VARBINARY(600) NOT NULL,
  positions     VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  client_id     BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  used_at       DATETIME(6)   NOT NULL,
  ended_at      DATETIME(6)   NULL,
  ended_by      VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  KEY use_voucher (voucher_id, id),
  KEY use_receipt (receipt_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE reward_order (
  id            BINARY(16)    NOT NULL,
  redemption_id BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  reward_id     BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT        NOT NULL,
  placed_at     DATETIME(6)   NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY order_redemption (redemption_id),
  KEY order_store (store_id, state, id),
  KEY order_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
