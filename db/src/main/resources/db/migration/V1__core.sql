-- The core: one programme, who takes part, what they bought, and a ledger that proves itself from its first entry.
-- Ids are BINARY(16), time-ordered and made by the application; times are UTC with microseconds; money is in the
-- currency's smallest unit; points are integers. Codes compare by byte, text by language.

-- program -----------------------------------------------------------------------------------------------------------

CREATE TABLE program (
  id            TINYINT       NOT NULL,
  name          VARCHAR(80)   NOT NULL,
  currency      CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points_name_id VARCHAR(40)  NOT NULL,
  points_name_en VARCHAR(40)  NOT NULL,
  point_worth   DECIMAL(19,6) NOT NULL,
  demo          BOOLEAN       NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE program_setting (
  name          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value         TEXT          NOT NULL,
  version       BIGINT        NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- kernel ------------------------------------------------------------------------------------------------------------

CREATE TABLE business_clock (
  id            TINYINT       NOT NULL,
  offset_micros BIGINT        NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE lease (
  name          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner         BINARY(16)    NOT NULL,
  epoch         BIGINT        NOT NULL,
  held_until    DATETIME(6)   NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE epoch (
  name          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value         BIGINT        NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE outbox (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NULL,
  member_seq    BIGINT        NOT NULL,
  type          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       SMALLINT      NOT NULL,
  payload       TEXT          NOT NULL,
  occurred_at   DATETIME(6)   NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE feed (
  position      BIGINT        NOT NULL,
  event_id      BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NULL,
  member_seq    BIGINT        NOT NULL,
  type          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       SMALLINT      NOT NULL,
  payload       TEXT          NOT NULL,
  occurred_at   DATETIME(6)   NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (position),
  UNIQUE KEY feed_event (event_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- access ------------------------------------------------------------------------------------------------------------

CREATE TABLE data_key (
  version       INT           NOT NULL,
  wrapped       VARBINARY(128) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE signing_key (
  kid           VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed_key    BLOB          NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  retired_at    DATETIME(6)   NULL,
  PRIMARY KEY (kid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE staff (
  id            BINARY(16)    NOT NULL,
  email         VARBINARY(254) NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  password_hash VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  roles         VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY staff_email (email)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE setup_link (
  token_hash    BINARY(32)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  used_at       DATETIME(6)   NULL,
  PRIMARY KEY (token_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE session (
  token_hash    BINARY(32)    NOT NULL,
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id    BINARY(16)    NOT NULL,
  csrf_hash     BINARY(32)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  seen_at       DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (token_hash),
  KEY session_subject (subject_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE attempt (
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_hash  BINARY(32)    NOT NULL,
  failures      INT           NOT NULL,
  started_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (kind, subject_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE audit_event (
  seq           BIGINT        NOT NULL,
  at            DATETIME(6)   NOT NULL,
  actor_kind    VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id      BINARY(16)    NULL,
  action        VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_kind  VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id    BINARY(16)    NULL,
  fields        VARCHAR(1000) NOT NULL,
  previous_hash BINARY(32)    NOT NULL,
  hash          BINARY(32)    NOT NULL,
  PRIMARY KEY (seq),
  KEY audit_subject (subject_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE audit_head (
  id            TINYINT       NOT NULL,
  seq           BIGINT        NOT NULL,
  hash          BINARY(32)    NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- jobs --------------------------------------------------------------------------------------------------------------

CREATE TABLE job (
  id            BINARY(16)    NOT NULL,
  kind          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title         VARCHAR(200)  NOT NULL,
  parameters    TEXT          NOT NULL,
  checkpoint    BIGINT        NOT NULL,
  total         BIGINT        NULL,
  counts        TEXT          NOT NULL,
  message       VARCHAR(500)  NULL,
  created_by    BINARY(16)    NULL,
  created_at    DATETIME(6)   NOT NULL,
  started_at    DATETIME(6)   NULL,
  finished_at   DATETIME(6)   NULL,
  owner         BINARY(16)    NULL,
  epoch         BIGINT        NOT NULL,
  held_until    DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY job_state (state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE job_file (
  job_id        BINARY(16)    NOT NULL,
  part          INT           NOT NULL,
  content       MEDIUMBLOB    NOT NULL,
  PRIMARY KEY (job_id, part)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE job_refusal (
  job_id        BINARY(16)    NOT NULL,
  file_row      BIGINT        NOT NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason        VARCHAR(500)  NOT NULL,
  amount        BIGINT        NULL,
  content       TEXT          NOT NULL,
  PRIMARY KEY (job_id, file_row)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- messages ----------------------------------------------------------------------------------------------------------

CREATE TABLE message (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NULL,
  channel       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recipient     VARBINARY(254) NOT NULL,
  subject       VARCHAR(200)  NOT NULL,
  body          TEXT          NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts      INT           NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  sent_at       DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY message_due (state, next_attempt_at),
  KEY message_member (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- partners ----------------------------------------------------------------------------------------------------------

CREATE TABLE partner (
  id            BINARY(16)    NOT NULL,
  code          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  owner         BOOLEAN       NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY partner_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE store (
  id            BINARY(16)    NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  code          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  time_zone     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region        VARCHAR(80)   NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY store_code (partner_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE terminal (
  id            BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  code          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY terminal_code (store_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE api_client (
  id            BINARY(16)    NOT NULL,
  client_key    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  terminal_id   BINARY(16)    NULL,
  name          VARCHAR(120)  NOT NULL,
  scopes        VARCHAR(500)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  revoked_at    DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY api_client_key (client_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE api_client_secret (
  api_client_id BINARY(16)    NOT NULL,
  secret_hash   BINARY(32)    NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NULL,
  PRIMARY KEY (api_client_id, secret_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- products ----------------------------------------------------------------------------------------------------------

CREATE TABLE product (
  partner_id    BINARY(16)    NOT NULL,
  sku           VARBINARY(64) NOT NULL,
  name          VARCHAR(200)  NOT NULL,
  category      VARCHAR(200)  NULL,
  brand         VARCHAR(120)  NULL,
  supplier      VARCHAR(120)  NULL,
  earns         BOOLEAN       NOT NULL,
  corrected     BOOLEAN       NOT NULL,
  version       BIGINT        NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (partner_id, sku)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- members -----------------------------------------------------------------------------------------------------------

CREATE TABLE member (
  id            BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  birth_date    DATE          NULL,
  language      CHAR(2)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  enrolled_by   VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merged_into   BINARY(16)    NULL,
  joined_at     DATETIME(6)   NOT NULL,
  version       BIGINT        NOT NULL,
  changed_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY member_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE member_identifier (
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer        VARBINARY(40) NOT NULL,
  value         VARBINARY(254) NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label         VARCHAR(60)   NULL,
  main          BOOLEAN       NOT NULL,
  may_spend     BOOLEAN       NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (kind, issuer, value),
  KEY identifier_member (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE consent (
  id            BINARY(16)    NOT NULL,
  member_id     BINARY(16)    NOT NULL,
  purpose       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  given         BOOLEAN       NOT NULL,
  text_version  VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language      CHAR(2)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_by   VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (member_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE enrolment (
  id            BINARY(16)    NOT NULL,
  email         VARBINARY(254) NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  birth_date    DATE          NULL,
  language      CHAR(2)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms_version VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  consents      TEXT          NOT NULL,
  code_hash     BINARY(32)    NULL,
  code_expires_at DATETIME(6) NOT NULL,
  codes_sent    INT           NOT NULL,
  failures      INT           NOT NULL,
  member_id     BINARY(16)    NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY enrolment_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- purchases ---------------------------------------------------------------------------------------------------------

CREATE TABLE purchase (
  id            BINARY(16)    NOT NULL,
  natural_key   VARBINARY(600) NOT NULL,
  content_version SMALLINT    NOT NULL,
  content_hash  BINARY(32)    NOT NULL,
  member_id     BINARY(16)    NULL,
  attachments   INT           NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  terminal_id   BINARY(16)    NULL,
  channel       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  business_date DATE          NOT NULL,
  till          VARCHAR(40)   NULL,
  receipt_number VARCHAR(60)  NULL,
  order_number  VARCHAR(60)   NULL,
  cashier       VARCHAR(60)   NULL,
  occurred_at   DATETIME(6)   NOT NULL,
  program_date  DATE          NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  total         BIGINT        NOT NULL,
  earning_base  BIGINT        NOT NULL,
  details       TEXT          NOT NULL,
  standing_grants TEXT        NOT NULL,
  points        BIGINT        NOT NULL,
  points_taken_back BIGINT    NOT NULL,
  refunded      BIGINT        NOT NULL,
  answer        MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY purchase_natural_key (natural_key),
  KEY purchase_member (member_id, occurred_at),
  KEY purchase_receipt (receipt_number),
  KEY purchase_order (order_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE purchase_line (
  purchase_id   BINARY(16)    NOT NULL,
  position      INT           NOT NULL,
  sku           VARBINARY(64) NULL,
  name          VARCHAR(200)  NOT NULL,
  quantity      DECIMAL(15,3) NOT NULL,
  unit_price    DECIMAL(19,4) NULL,
  discount      BIGINT        NOT NULL,
  discount_kind VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  amount        BIGINT        NOT NULL,
  category      VARCHAR(200)  NULL,
  brand         VARCHAR(120)  NULL,
  earns         BOOLEAN       NOT NULL,
  base          BIGINT        NOT NULL,
  points        BIGINT        NOT NULL,
  refunded_quantity DECIMAL(15,3) NOT NULL,
  refunded_amount BIGINT      NOT NULL,
  PRIMARY KEY (purchase_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE refund (
  id            BINARY(16)    NOT NULL,
  natural_key   VARBINARY(600) NOT NULL,
  content_version SMALLINT    NOT NULL,
  content_hash  BINARY(32)    NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  terminal_id   BINARY(16)    NULL,
  channel       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  business_date DATE          NOT NULL,
  till          VARCHAR(40)   NULL,
  receipt_number VARCHAR(60)  NULL,
  order_number  VARCHAR(60)   NULL,
  cashier       VARCHAR(60)   NULL,
  occurred_at   DATETIME(6)   NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  waits_until   DATETIME(6)   NULL,
  request       TEXT          NOT NULL,
  answer        MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY refund_natural_key (natural_key),
  KEY refund_waiting (state, waits_until),
  KEY refund_receipt (receipt_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE refund_line (
  refund_id     BINARY(16)    NOT NULL,
  number        INT           NOT NULL,
  purchase_key  VARBINARY(600) NOT NULL,
  purchase_id   BINARY(16)    NULL,
  position      INT           NULL,
  quantity      DECIMAL(15,3) NULL,
  amount        BIGINT        NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (refund_id, number),
  KEY refund_line_key (purchase_key),
  KEY refund_line_purchase (purchase_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- points ------------------------------------------------------------------------------------------------------------

CREATE TABLE points_account (
  member_id     BINARY(16)    NOT NULL,
  available     BIGINT        NOT NULL,
  pending       BIGINT        NOT NULL,
  held          BIGINT        NOT NULL,
  debt          BIGINT        NOT NULL,
  last_seq      BIGINT        NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  due_at        DATETIME(6)   NULL,
  last_activity_at DATETIME(6) NULL,
  purchases     BIGINT        NOT NULL,
  month_sums    TEXT          NOT NULL,
  PRIMARY KEY (member_id),
  KEY account_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE points_debt (
  member_id     BINARY(16)    NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (member_id, funder_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE ledger_transaction (
  member_id     BINARY(16)    NOT NULL,
  id            BINARY(16)    NOT NULL,
  posting_key   VARBINARY(200) NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_kind   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id     BINARY(16)    NOT NULL,
  business_at   DATETIME(6)   NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  last_seq      BIGINT        NOT NULL,
  available_change BIGINT     NOT NULL,
  pending_change BIGINT       NOT NULL,
  available_after BIGINT      NOT NULL,
  judgement     MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (member_id, recorded_at, id),
  UNIQUE KEY transaction_posting_key (posting_key),
  KEY transaction_source (source_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE ledger_entry (
  member_id     BINARY(16)    NOT NULL,
  seq           BIGINT        NOT NULL,
  transaction_id BINARY(16)   NOT NULL,
  account       VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  honouring_partner_id BINARY(16) NULL,
  PRIMARY KEY (member_id, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE points_lot (
  member_id     BINARY(16)    NOT NULL,
  id            BINARY(16)    NOT NULL,
  transaction_id BINARY(16)   NOT NULL,
  source_id     BINARY(16)    NOT NULL,
  points        BIGINT        NOT NULL,
  first_state   VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  earned_at     DATETIME(6)   NOT NULL,
  expires_at    DATETIME(6)   NULL,
  releases_at   DATETIME(6)   NULL,
  predecessor_id BINARY(16)   NULL,
  available     BIGINT        NOT NULL,
  pending       BIGINT        NOT NULL,
  held          BIGINT        NOT NULL,
  lapsed        BIGINT        NOT NULL,
  expiries      INT           NOT NULL,
  open          BOOLEAN       NOT NULL,
  PRIMARY KEY (member_id, id),
  KEY lot_open (member_id, open, source_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE lot_movement (
  member_id     BINARY(16)    NOT NULL,
  transaction_id BINARY(16)   NOT NULL,
  lot_id        BINARY(16)    NOT NULL,
  state         VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (member_id, transaction_id, lot_id, state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- tiers -------------------------------------------------------------------------------------------------------------

CREATE TABLE tier (
  code          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tier_rank     INT           NOT NULL,
  name_id       VARCHAR(40)   NOT NULL,
  name_en       VARCHAR(40)   NOT NULL,
  threshold     BIGINT        NOT NULL,
  PRIMARY KEY (code),
  UNIQUE KEY tier_order (tier_rank)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE standing (
  member_id     BINARY(16)    NOT NULL,
  effective_from DATETIME(6)  NOT NULL,
  recorded_at   DATETIME(6)   NOT NULL,
  id            BINARY(16)    NOT NULL,
  tier_code     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_month     CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason        TEXT          NOT NULL,
  PRIMARY KEY (member_id, effective_from, recorded_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE tier_run (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  after_member  BINARY(16)    NULL,
  evaluated     BIGINT        NOT NULL,
  raised        BIGINT        NOT NULL,
  lowered       BIGINT        NOT NULL,
  started_at    DATETIME(6)   NOT NULL,
  finished_at   DATETIME(6)   NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- earning -----------------------------------------------------------------------------------------------------------

CREATE TABLE earning_rule (
  id            BINARY(16)    NOT NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY earning_rule_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE earning_rule_version (
  rule_id       BINARY(16)    NOT NULL,
  version       INT           NOT NULL,
  effective_from DATETIME(6)  NOT NULL,
  effective_until DATETIME(6) NULL,
  definition    TEXT          NOT NULL,
  published_by  BINARY(16)    NULL,
  published_at  DATETIME(6)   NOT NULL,
  PRIMARY KEY (rule_id, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- offers ------------------------------------------------------------------------------------------------------------

CREATE TABLE offer (
  id            BINARY(16)    NOT NULL,
  code          VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_id       VARCHAR(120)  NOT NULL,
  name_en       VARCHAR(120)  NOT NULL,
  description_id VARCHAR(400) NOT NULL,
  description_en VARCHAR(400) NOT NULL,
  badge         VARCHAR(12)   NOT NULL,
  audience      TEXT          NOT NULL,
  rule_id       BINARY(16)    NOT NULL,
  starts_at     DATETIME(6)   NOT NULL,
  ends_at       DATETIME(6)   NOT NULL,
  needs_activation BOOLEAN    NOT NULL,
  uses_per_member INT         NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY offer_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE offer_activation (
  member_id     BINARY(16)    NOT NULL,
  offer_id      BINARY(16)    NOT NULL,
  activated_at  DATETIME(6)   NULL,
  uses          INT           NOT NULL,
  last_used_at  DATETIME(6)   NULL,
  PRIMARY KEY (member_id, offer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
