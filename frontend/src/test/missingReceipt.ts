import type { CaseResponse } from '@/api/types'

/** A member's report of a receipt whose points have not come. */
export const missingReceipt: CaseResponse = {
  caseId: 'cas_1',
  kind: 'missing_points',
  state: 'open',
  memberId: 'mem_1',
  storeId: 'sto_1',
  storeName: 'Toko Menteng',
  businessDate: '2026-11-20',
  receiptNumber: '0091-4471',
  total: { amount: '136000', currency: 'IDR' },
  points: 0,
  openedAt: '2026-11-21T03:15:00Z',
  waitingSince: '2026-11-21T03:15:00Z',
  messages: [],
  photos: [],
}
