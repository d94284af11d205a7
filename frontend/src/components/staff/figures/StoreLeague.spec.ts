import { beforeEach, expect, it } from 'vitest'
import type { StoreFigures } from '@/api/figures'
import { render, serve } from '@/test/render'
import StoreLeague from './StoreLeague.vue'

const store = (name: string, sales: string, newMembers: number, before = '0'): StoreFigures => ({
  storeId: `sto_${name}`, name, partnerName: 'Kopi Senja', region: 'Jakarta', sales: { amount: sales, currency: 'IDR' }, salesBefore: { amount: before, currency: 'IDR' },
  purchases: 10, memberPurchases: 6, memberShare: 0.6, points: 100, newMembers,
})

beforeEach(() => void serve({}))

it('puts the best sales first, and another column first to who asks', async () => {
  const league = render(StoreLeague, { props: { stores: [store('Kemang', '100', 9), store('Senen', '300', 2)], asked: { period: 'month' } } })
  expect(league.findAll('tbody th').map((cell) => cell.text()).join()).toMatch(/Senen.*Kemang/)

  await league.findAll('thead button')[3]!.trigger('click')

  expect(league.findAll('tbody th').map((cell) => cell.text()).join()).toMatch(/Kemang.*Senen/)
  expect(league.findAll('thead th')[4]!.attributes('aria-sort')).toBe('descending')
})

it('tells the change of sales and how many purchases were a member’s', () => {
  const text = render(StoreLeague, { props: { stores: [store('Kemang', '150', 0, '100')], asked: { period: 'month' } } }).text()

  expect(text).toContain('+50%')
  expect(text).toContain('6 dari 10')
})
