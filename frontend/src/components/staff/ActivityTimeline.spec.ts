import { expect, it } from 'vitest'
import type { ActivityItem } from '@/api/types'
import { render } from '@/test/render'
import { rupiah, same } from '@/test/staff'
import { words } from '@/test/within'
import ActivityTimeline from './ActivityTimeline.vue'

const item: ActivityItem = {
  transactionId: 'txn_1', kind: 'purchase', title: same('Belanja di Toko Menteng'), at: '2026-11-22T01:42:00Z', recordedAt: '2026-11-22T01:42:05Z', points: 120, pendingPoints: 30, balanceAfter: 400, store: { storeId: 'sto_1', name: 'Toko Menteng' }, amount: rupiah(125000), receiptNumber: '0091', explanation: [],
}

it('tells what happened, and names the store only where the title does not', () => {
  const timeline = render(ActivityTimeline, { props: { items: [item, { ...item, transactionId: 'txn_2', title: same('Retur'), points: -120, pendingPoints: undefined, note: same('Barang rusak') }] } })
  expect(timeline.findAll('li').map(words)).toEqual(['22 Nov, 08.42Belanja di Toko MentengRp125.000 · struk 0091+120+30 tertunda', '22 Nov, 08.42ReturToko Menteng · Rp125.000 · struk 0091Barang rusak−120'])
})

it('lets one be chosen, and shows which one is', async () => {
  const timeline = render(ActivityTimeline, { props: { items: [item, { ...item, transactionId: 'txn_2' }], selected: 'txn_2' } })
  expect(timeline.findAll('button').map((each) => each.attributes('aria-pressed'))).toEqual(['false', 'true'])
  await timeline.findAll('button')[0]!.trigger('click')
  expect(timeline.emitted('select')).toEqual([[item]])
})
