import { beforeEach, expect, it } from 'vitest'
import type { Settlement } from '@/api/books'
import { render, serve } from '@/test/render'
import SettlementTable from './SettlementTable.vue'

const partner = (name: string) => ({ partnerId: `par_${name}`, code: name, name })
const item = (debtor: string, creditor: string, points: number) => ({ debtor: partner(debtor), creditor: partner(creditor), points, value: { amount: String(points * 10), currency: 'IDR' } })
const settlement: Settlement = { month: '2026-10', pointValue: '10', items: [item('Senja', 'Melati', 50), item('Melati', 'Senja', 20)], net: [item('Senja', 'Melati', 30)] }

beforeEach(() => void serve({}))

it('sets off both ways, and shows both to who asks', async () => {
  const table = render(SettlementTable, { props: { settlement } })
  expect(table.findAll('tbody tr')).toHaveLength(1)
  expect(table.text()).toContain('Rp300')

  await table.get('button').trigger('click')

  expect(table.findAll('tbody tr')).toHaveLength(2)
})

it('says where nobody owes anybody', () => {
  expect(render(SettlementTable, { props: { settlement: { ...settlement, items: [], net: [] } } }).text()).toContain('Tidak ada poin mitra')
})
