-- Who buys how recently, how often and for how much; saved audiences and lists; offers with budgets, holdouts and results.

-- What a member bought is summed from this key alone.
ALTER TABLE purchase
  DROP KEY purchase_member,
  ADD KEY purchase_member (member_id, occurred_at, program_date, total, refunded, store_id);

-- insights ----------------------------------------------------------------------------------------------------------

-- A run is seen once it is done; its cuts are the figures at which the scores change.
CREATE TABLE rfm_run (
  id            BINARY(16)    NOT NULL,
  name          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  as_of         DATE          NOT NULL,
  months        INT           NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  members       BIGINT        NOT NULL,
  cuts          TEXT          NOT NULL,
  started_at    DATETIME(6)   NOT NULL,
  finished_at   DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY rfm_run_name (name),
  KEY rfm_run_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE rfm_member (
  run_id        BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  last_purchase DATE          NOT NULL,
  purchases     BIGINT        NOT NULL,
  spend         BIGINT        NOT NULL,
  PRIMARY KEY (run_id, member_id),
  KEY rfm_member_spend (run_id, spend)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE rfm_cell (
  run_id        BINARY(16)    NOT NULL,
  recency       TINYINT       NOT NULL,
  frequency     TINYINT       NOT NULL,
  monetary      TINYINT       NOT NULL,
  members       BIGINT        NOT NULL,
  recency_days  BIGINT        NOT NULL,
  purchases     BIGINT        NOT NULL,
  spend         BIGINT        NOT NULL,
  PRIMARY KEY (run_id, recency, frequency, monetary)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- audiences ---------------------------------------------------------------------------------------------------------

-- A list's members are those of the import named by list_id, whole or not at all.
CREATE TABLE audience (
  id            BINARY(16)    NOT NULL,
  name          VARCHAR(80)   NOT NULL,
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  criteria      TEXT          NULL,
  list_id       BINARY(16)    NULL,
  members       BIGINT        NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT        NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE audience_member (
  list_id       BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  PRIMARY KEY (list_id, member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- offers ------------------------------------------------------------------------------------------------------------

ALTER TABLE offer
  ADD COLUMN holdout_percent INT NOT NULL DEFAULT 0,
  ADD COLUMN budget_uses BIGINT NULL,
  ADD COLUMN budget_points BIGINT NULL,
  ADD COLUMN announced BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN noted_at DATETIME(6) NULL;

-- Whom an offer was meant for, noted once; results compare those who may have it with those held out, whatever became of
-- them since.
CREATE TABLE offer_member (
  offer_id      BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  held_out      BOOLEAN       NOT NULL,
  since         DATETIME(6)   NOT NULL,
  announced_at  DATETIME(6)   NULL,
  PRIMARY KEY (offer_id, member_id),
  KEY offer_member_announced (member_id, announced_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
