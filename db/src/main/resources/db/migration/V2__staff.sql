-- Staff are invited, work for stores of their own, may prove themselves by a second factor, and get forgotten passwords
-- mended by mailed links; the audit trail can be searched by who, what and when.

ALTER TABLE staff
  MODIFY password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD language     CHAR(2)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'id',
  ADD version      BIGINT        NOT NULL DEFAULT 1,
  ADD signed_in_at DATETIME(6)   NULL,
  ADD KEY staff_name (name, id);

CREATE TABLE staff_store (
  staff_id      BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  PRIMARY KEY (staff_id, store_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE staff_link (
  token_hash    BINARY(32)    NOT NULL,
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id      BINARY(16)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (token_hash),
  KEY staff_link_staff (staff_id),
  KEY staff_link_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE staff_second_factor (
  staff_id      BINARY(16)    NOT NULL,
  sealed_secret VARBINARY(200) NULL,
  confirmed_at  DATETIME(6)   NULL,
  last_step     BIGINT        NOT NULL,
  sealed_candidate VARBINARY(200) NULL,
  PRIMARY KEY (staff_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE staff_recovery_code (
  staff_id      BINARY(16)    NOT NULL,
  code_hash     BINARY(32)    NOT NULL,
  PRIMARY KEY (staff_id, code_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE audit_event
  ADD KEY audit_actor (actor_id, seq),
  ADD KEY audit_action (action, seq),
  ADD KEY audit_at (at);
