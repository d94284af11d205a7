-- The ladder is climbed by a policy that is kept with each version of it, and may lose tiers; the monthly run is shared by
-- several nodes part by part, and keeps what it moved.

ALTER TABLE tier_change
  ADD COLUMN policy TEXT NULL;

CREATE TABLE tier_removed (
  code          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_id       VARCHAR(40)   NOT NULL,
  name_en       VARCHAR(40)   NOT NULL,
  falls_to      VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The members after one up to another, which one node looks at while it holds the part.
CREATE TABLE tier_run_part (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part          INT           NOT NULL,
  after_member  BINARY(16)    NULL,
  until_member  BINARY(16)    NOT NULL,
  epoch         BIGINT        NOT NULL,
  held_until    DATETIME(6)   NOT NULL,
  done          BOOLEAN       NOT NULL,
  evaluated     BIGINT        NOT NULL,
  PRIMARY KEY (month, part)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE tier_move (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  from_code     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_code       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  up            BOOLEAN       NOT NULL,
  PRIMARY KEY (month, member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
