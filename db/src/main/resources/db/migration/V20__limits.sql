-- Counters that many want at once: pieces of a reward, points of a budget, uses of an offer. A row is locked before it is
-- read, and no row means that nothing is limited.

CREATE TABLE limit_counter (
  id            BINARY(16)    NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  capacity      BIGINT        NOT NULL,
  taken         BIGINT        NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
