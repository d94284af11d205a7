import type { ActivityItem } from '@/api/types'

/** Points of a purchase in Menteng, the evening before the program's now. */
export const activityItem: ActivityItem = {
  transactionId: 'txn_1',
  kind: 'purchase',
  title: { id: 'Belanja di Menteng', en: 'Purchase at Menteng' },
  at: '2026-11-21T11:42:00Z',
  recordedAt: '2026-11-21T11:42:05Z',
  points: 1186,
  balanceAfter: 2500,
  amount: { amount: '1186500', currency: 'IDR' },
  store: { storeId: 'sto_1', name: 'Toko Menteng' },
  receiptNumber: '0091-4471',
  explanation: [{ ruleId: 'rul_1', ruleVersion: 7, name: { id: 'Dasar', en: 'Base' }, outcome: 'applied', points: 1186, reason: { id: 'Dibulatkan ke bawah', en: 'Rounded down' }, lines: [] }],
}
