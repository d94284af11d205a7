import type { ClaimResponse } from '@/api/types'

/** A membership begun at a till, proven by the phone it was begun with. */
export const waitingClaim: ClaimResponse = {
  claimId: 'clm_1',
  token: 'claim-token',
  name: 'S••• D•••',
  points: { available: 1360, pending: 0, held: 0, debt: 0, worth: { amount: '13600', currency: 'IDR' } },
  tier: { code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1 },
  store: { storeId: 'sto_1', name: 'Toko Menteng' },
  since: '2026-11-20T04:00:00Z',
  cardNeeded: false,
}
