import { expect, it } from 'vitest'
import type { ActivityItem } from '@/api/types'
import { render } from '@/test/render'
import { words } from '@/test/within'
import EntryTable from './EntryTable.vue'

const entry: ActivityItem = { transactionId: 'txn_1', kind: 'purchase', title: { id: 'Belanja di Toko Menteng', en: 'Purchase at Toko Menteng' }, at: '2026-11-22T01:42:00Z', recordedAt: '2026-11-22T01:42:05Z', points: 1200, pendingPoints: 30, balanceAfter: 4500, explanation: [] }

it('shows each movement with when it was and was recorded, and the balance after it', () => {
  const table = render(EntryTable, { props: { items: [entry, { ...entry, transactionId: 'txn_2', points: -300, pendingPoints: undefined }] } })
  expect(table.get('[role=region]').attributes('aria-label')).toBe('Mutasi poin')
  expect(table.findAll('tbody tr')[0]!.findAll('td').map(words)).toEqual(['22 Nov, 08.42', '22 Nov 2026, 08.42.05', 'Belanja di Toko Mentengtxn_1', '+1.200+30 tertunda', '4.500'])
  expect(words(table.findAll('tbody tr')[1]!.findAll('td')[3]!)).toBe('−300')
})

it('speaks English to who reads English', () => {
  expect(render(EntryTable, { props: { items: [entry] }, language: 'en' }).findAll('td').map(words).slice(2)).toEqual(['Purchase at Toko Mentengtxn_1', '+1,200+30 pending', '4,500'])
})
