import type { Redemption } from '@/api/rewards'

/** A voucher that a member has taken and not looked at yet. */
export const takenVoucher: Redemption = {
  redemptionId: 'red_1',
  rewardId: 'rew_1',
  rewardName: { id: 'Potongan Rp25.000', en: 'Rp25,000 off' },
  kind: 'voucher_generated',
  state: 'done',
  points: 2500,
  redeemedAt: '2026-11-21T11:42:00Z',
  voucher: { voucherId: 'vou_1', state: 'issued', imported: false, issuedAt: '2026-11-21T11:42:00Z', expiresAt: '2026-12-31T17:00:00Z' },
}
