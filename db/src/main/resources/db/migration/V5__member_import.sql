-- Members brought over from another system: what a row of the file was, where a consent comes from, until when a tier was
-- promised; and a job may report several things about one row.

ALTER TABLE member
  ADD COLUMN arrival_hash BINARY(32) NULL;

ALTER TABLE consent
  ADD COLUMN origin VARCHAR(120) NULL;

ALTER TABLE standing
  ADD COLUMN holds_until DATETIME(6) NULL;

ALTER TABLE job_refusal
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (job_id, file_row, code);
