-- Figures of the programme by day, so that nobody who looks at a month makes the database go through its purchases: what was
-- sold per store, who joined, who bought, what was given and used; kept by a reader of the feed that goes on where it stood.

-- purchases ---------------------------------------------------------------------------------------------------------

-- A day is counted, and paged through, from this key alone.
ALTER TABLE purchase
  ADD KEY purchase_day (program_date, id, store_id, member_id, total, refunded, points, points_taken_back);

-- points ------------------------------------------------------------------------------------------------------------

ALTER TABLE ledger_transaction
  ADD KEY transaction_recorded (recorded_at, member_id, id);

-- members -----------------------------------------------------------------------------------------------------------

ALTER TABLE member
  ADD KEY member_joined (joined_at, id);

-- rewards -----------------------------------------------------------------------------------------------------------

ALTER TABLE redemption
  ADD KEY redemption_day (redeemed_at, id);

-- figures -----------------------------------------------------------------------------------------------------------

-- How far the feed was read, from when on the ledger is to be counted, and as of when figures are; who had bought is counted less often.
CREATE TABLE figure_progress (
  id            TINYINT       NOT NULL,
  position      BIGINT        NOT NULL,
  ledger_from   DATETIME(6)   NOT NULL,
  counted_at    DATETIME(6)   NULL,
  buyers_at     DATETIME(6)   NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Days to be counted anew: their sums, or who had bought by then.
CREATE TABLE figure_stale (
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day           DATE          NOT NULL,
  PRIMARY KEY (kind, day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The programme's sums of a day; money in the currency's smallest unit.
CREATE TABLE figure_day (
  day           DATE          NOT NULL,
  purchases     BIGINT        NOT NULL,
  sales         BIGINT        NOT NULL,
  member_purchases BIGINT     NOT NULL,
  member_sales  BIGINT        NOT NULL,
  new_members   BIGINT        NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE figure_store_day (
  day           DATE          NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  purchases     BIGINT        NOT NULL,
  sales         BIGINT        NOT NULL,
  member_purchases BIGINT     NOT NULL,
  member_sales  BIGINT        NOT NULL,
  points        BIGINT        NOT NULL,
  new_members   BIGINT        NOT NULL,
  PRIMARY KEY (day, store_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE figure_reward_day (
  day           DATE          NOT NULL,
  reward_id     BINARY(16)    NOT NULL,
  redemptions   BIGINT        NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (day, reward_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- How many members had bought within the days up to one.
CREATE TABLE figure_active (
  day           DATE          NOT NULL,
  members_30    BIGINT        NOT NULL,
  members_90    BIGINT        NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The ledger, which is only ever added to, by ten minutes of recording and the day on which things happened.
CREATE TABLE figure_points_span (
  recorded_from DATETIME(6)   NOT NULL,
  day           DATE          NOT NULL,
  issued        BIGINT        NOT NULL,
  opening       BIGINT        NOT NULL,
  redeemed      BIGINT        NOT NULL,
  expired       BIGINT        NOT NULL,
  adjusted      BIGINT        NOT NULL,
  PRIMARY KEY (recorded_from, day),
  KEY points_span_day (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE figure_points_day (
  day           DATE          NOT NULL,
  issued        BIGINT        NOT NULL,
  opening       BIGINT        NOT NULL,
  redeemed      BIGINT        NOT NULL,
  expired       BIGINT        NOT NULL,
  adjusted      BIGINT        NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE figure_tier_run (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  finished_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE figure_tier_flow (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_code     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_code       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  up            BOOLEAN       NOT NULL,
  members       BIGINT        NOT NULL,
  PRIMARY KEY (month, from_code, to_code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What of the outstanding points is expected to lapse unspent, as last reckoned on a day.
CREATE TABLE figure_breakage (
  day           DATE          NOT NULL,
  points        BIGINT        NOT NULL,
  reckoned_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
