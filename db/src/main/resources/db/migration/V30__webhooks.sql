-- Events for partners' systems: where each wants them sent, with which secrets they are signed, what was sent and what came of it.

CREATE TABLE webhook_endpoint (
  id            BINARY(16)    NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  url           VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description   VARCHAR(200)  NOT NULL,
  types         VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  disabled_reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  disabled_at   DATETIME(6)   NULL,
  created_at    DATETIME(6)   NOT NULL,
  version       BIGINT        NOT NULL,
  PRIMARY KEY (id),
  KEY webhook_endpoint_partner (partner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE webhook_secret (
  endpoint_id   BINARY(16)    NOT NULL,
  id            BINARY(16)    NOT NULL,
  sealed        VARBINARY(200) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NULL,
  PRIMARY KEY (endpoint_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE webhook_progress (
  endpoint_id   BINARY(16)    NOT NULL,
  position      BIGINT        NOT NULL,
  failures      INT           NOT NULL,
  failing_since DATETIME(6)   NULL,
  paused_until  DATETIME(6)   NULL,
  PRIMARY KEY (endpoint_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE webhook_delivery (
  endpoint_id   BINARY(16)    NOT NULL,
  id            BINARY(16)    NOT NULL,
  position      BIGINT        NOT NULL,
  event_id      BINARY(16)    NOT NULL,
  lane          BINARY(16)    NOT NULL,
  type          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_at      DATETIME(6)   NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tries         INT           NOT NULL,
  attempts      INT           NOT NULL,
  next_attempt_at DATETIME(6) NULL,
  finished_at   DATETIME(6)   NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (endpoint_id, id),
  UNIQUE KEY webhook_delivery_event (endpoint_id, event_id),
  KEY webhook_delivery_order (endpoint_id, state, position),
  KEY webhook_delivery_lane (endpoint_id, lane, state, position),
  KEY webhook_delivery_finished (finished_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE webhook_attempt (
  delivery_id   BINARY(16)    NOT NULL,
  number        INT           NOT NULL,
  attempted_at  DATETIME(6)   NOT NULL,
  status        INT           NULL,
  failure       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  duration_millis INT         NOT NULL,
  answer        VARCHAR(400)  NOT NULL,
  PRIMARY KEY (delivery_id, number),
  KEY webhook_attempt_time (attempted_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
