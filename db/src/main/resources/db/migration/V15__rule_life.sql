-- The life of a rule: drafts and their review, stops, judging again what a version judged; points for other things than
-- purchases, each given once; friends who bring friends.

-- approvals ---------------------------------------------------------------------------------------------------------

-- What concerns no single member, as the publication of a rule, waits for a second person too.
ALTER TABLE approval MODIFY COLUMN member_id BINARY(16) NULL;

-- members -----------------------------------------------------------------------------------------------------------

CREATE TABLE referral_code (
  member_id     BINARY(16)    NOT NULL,
  code          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at       DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id),
  UNIQUE KEY referral_code_text (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE referral (
  friend_id     BINARY(16)    NOT NULL,
  referrer_id   BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  joined_at     DATETIME(6)   NOT NULL,
  settled_at    DATETIME(6)   NULL,
  PRIMARY KEY (friend_id),
  KEY referral_state (state, joined_at),
  KEY referral_referrer (referrer_id, settled_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE enrolment ADD COLUMN referral_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- earning -----------------------------------------------------------------------------------------------------------

CREATE TABLE rule_draft (
  id            BINARY(16)    NOT NULL,
  rule_id       BINARY(16)    NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  definition    TEXT          NOT NULL,
  starts_at     DATETIME(6)   NULL,
  ends_at       DATETIME(6)   NULL,
  stated_points BIGINT        NULL,
  note          VARCHAR(500)  NOT NULL,
  estimate      TEXT          NULL,
  approval_id   BINARY(16)    NULL,
  published_rule_id BINARY(16) NULL,
  published_version INT       NULL,
  version       BIGINT        NOT NULL,
  created_by    BINARY(16)    NULL,
  created_at    DATETIME(6)   NOT NULL,
  changed_by    BINARY(16)    NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY draft_state (state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE rule_stop (
  rule_id       BINARY(16)    NOT NULL,
  version       INT           NOT NULL,
  stopped_at    DATETIME(6)   NOT NULL,
  reason        VARCHAR(500)  NOT NULL,
  stopped_by    BINARY(16)    NULL,
  PRIMARY KEY (rule_id, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- posting -----------------------------------------------------------------------------------------------------------

CREATE TABLE rejudgement (
  id            BINARY(16)    NOT NULL,
  rule_id       BINARY(16)    NOT NULL,
  version       INT           NOT NULL,
  bought_from   DATETIME(6)   NULL,
  replacement   INT           NULL,
  keeps_gains   BOOLEAN       NOT NULL,
  reason        VARCHAR(500)  NOT NULL,
  trial_job_id  BINARY(16)    NOT NULL,
  correction_job_id BINARY(16) NULL,
  approval_id   BINARY(16)    NULL,
  requested_by  BINARY(16)    NOT NULL,
  requested_at  DATETIME(6)   NOT NULL,
  started_by    BINARY(16)    NULL,
  started_at    DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY rejudgement_rule (rule_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_event (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  event_key     VARBINARY(100) NOT NULL,
  occurred_at   DATETIME(6)   NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  points        BIGINT        NOT NULL,
  judgement     TEXT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY member_event_key (member_id, code, partner_id, event_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_event_grant (
  member_id     BINARY(16)    NOT NULL,
  rule_id       BINARY(16)    NOT NULL,
  event_id      BINARY(16)    NOT NULL,
  program_date  DATE          NOT NULL,
  PRIMARY KEY (member_id, rule_id, event_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE birthday_run (
  program_date  DATE          NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  after_member  BINARY(16)    NULL,
  given         BIGINT        NOT NULL,
  started_at    DATETIME(6)   NOT NULL,
  finished_at   DATETIME(6)   NULL,
  PRIMARY KEY (program_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
