-- When a voucher was withdrawn while it was used, so that it does not become good again should its use be undone; and the offers of a
-- reward, which are looked at when it is made dearer.

ALTER TABLE voucher
  ADD COLUMN withdrawn_at DATETIME(6) NULL;

ALTER TABLE offer
  ADD KEY offer_reward (reward_id, ends_at);
