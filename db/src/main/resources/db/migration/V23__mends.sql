-- Whether the points of a lot were given on condition that somebody looks at them, so that a waiting time outlives the look.

ALTER TABLE points_lot
  ADD COLUMN awaits_review BOOLEAN NOT NULL DEFAULT 0;
