-- Who calls: tills are paired by a code typed once and may register a key they sign by, tokens are taken back one by one, keys of tokens
-- change by plan, it is known when a credential was last used, and members see which partners read of them.

CREATE TABLE pairing_code (
  terminal_id   BINARY(16)    NOT NULL,
  code_hash     BINARY(32)    NOT NULL,
  scopes        VARCHAR(500)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (terminal_id),
  UNIQUE KEY pairing_code_hash (code_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE terminal_key (
  terminal_id   BINARY(16)    NOT NULL,
  number        INT           NOT NULL,
  public_key    BINARY(32)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  retired_at    DATETIME(6)   NULL,
  PRIMARY KEY (terminal_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE api_client ADD KEY api_client_terminal (terminal_id);

CREATE TABLE client_use (
  api_client_id BINARY(16)    NOT NULL,
  secret_id     VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_used_at  DATETIME(6)   NOT NULL,
  PRIMARY KEY (api_client_id, secret_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE revoked_token (
  token_id      VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (token_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE signing_key ADD COLUMN signs_from DATETIME(6) NULL AFTER created_at;

CREATE TABLE profile_read (
  member_id     BINARY(16)    NOT NULL,
  read_hour     DATETIME(6)   NOT NULL,
  api_client_id BINARY(16)    NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  terminal_id   BINARY(16)    NULL,
  operation_bits BIGINT       NOT NULL,
  field_bits    BIGINT        NOT NULL,
  read_count    INT           NOT NULL,
  last_at       DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id, read_hour, api_client_id),
  KEY profile_read_hour (read_hour)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO client_use (api_client_id, secret_id, last_used_at)
SELECT id, '', last_used_at
FROM api_client
WHERE last_used_at IS NOT NULL;
