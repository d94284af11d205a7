import { expect, it } from 'vitest'
import { render } from '@/test/render'
import SettlementBox from './SettlementBox.vue'

const money = (amount: string) => ({ amount, currency: 'IDR' })
const partner = (name: string) => ({ partnerId: name, code: name, name })
const settlement = { partner: partner('Kopi Senja'), madeAt: '2026-11-22T00:00:00Z', pointValue: '10', outstanding: 1200, outstandingValue: money('12000'), items: [{ debtor: partner('Kopi Senja'), creditor: partner('Klub Nusantara'), points: 500, closed: 300, open: 200, openValue: money('2000') }] }

it('tells who pays whom how much beyond closed months', () => {
  const box = render(SettlementBox, { props: { settlement } })
  expect(box.findAll('td').map((cell) => cell.text())).toEqual(['Kopi Senja', 'Klub Nusantara', '500', '300', '200', 'Rp2.000'])
})

it('says that nothing is owed', () => {
  expect(render(SettlementBox, { props: { settlement: { ...settlement, items: [] } } }).text()).toContain('Tidak ada yang perlu dibayar')
})
