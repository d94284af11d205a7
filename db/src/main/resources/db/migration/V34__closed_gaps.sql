-- Staff close a gap of a signed till whose batches will never come, with a reason; it stays known as closed.

ALTER TABLE signed_gap
  ADD COLUMN closed_at     DATETIME(6)   NULL,
  ADD COLUMN closed_reason VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN explanation   VARCHAR(500)  NULL;
