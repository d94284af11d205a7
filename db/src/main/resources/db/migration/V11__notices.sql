-- What members are told about their membership: an inbox, what waits to be sent, what each chose, and how far the feed was read.

CREATE TABLE notice (
  member_id     BINARY(16)    NOT NULL,
  id            BINARY(16)    NOT NULL,
  source        VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  figures       VARCHAR(1000) NOT NULL,
  happened_at   DATETIME(6)   NOT NULL,
  sent          VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seen          BOOLEAN       NOT NULL,
  PRIMARY KEY (member_id, id),
  UNIQUE KEY notice_source (member_id, source),
  KEY notice_seen (member_id, seen)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE notice_delivery (
  member_id     BINARY(16)    NOT NULL,
  channel       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  notice_id     BINARY(16)    NOT NULL,
  urgent        BOOLEAN       NOT NULL,
  due_at        DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id, channel, notice_id),
  KEY delivery_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE notice_choice (
  member_id     BINARY(16)    NOT NULL,
  topic         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email         BOOLEAN       NOT NULL,
  phone         BOOLEAN       NOT NULL,
  PRIMARY KEY (member_id, topic)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE notice_zone (
  member_id     BINARY(16)    NOT NULL,
  time_zone     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE notice_progress (
  id            TINYINT       NOT NULL,
  position      BIGINT        NOT NULL,
  reminded_on   DATE          NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO notice_progress (id, position, reminded_on)
SELECT 1, COALESCE(MAX(position), 0), NULL
FROM feed;
