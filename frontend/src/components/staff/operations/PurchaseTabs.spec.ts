import { expect, it } from 'vitest'
import type { RouteLocationRaw } from 'vue-router'
import { render } from '@/test/render'
import PurchaseTabs from './PurchaseTabs.vue'

async function at(place: RouteLocationRaw) {
  const tabs = render(PurchaseTabs)
  await tabs.vm.$router.push(place)
  return tabs
}
const here = (tabs: ReturnType<typeof render>) => tabs.findAll('a').filter((link) => link.attributes('aria-current') === 'page').map((link) => link.text())

it('leads to all purchases, to those which are nobody’s, and to the holds', async () => {
  const tabs = await at({ name: 'staff-purchases' })

  expect(tabs.get('nav').attributes('aria-label')).toBe('Daftar pembelian')
  expect(tabs.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Semua pembelian', '/staff/purchases'], ['Belum milik siapa pun', '/staff/purchases?attached=false'], ['Reservasi terbuka', '/staff/holds']])
})

it('only one of them is the one that is shown', async () => {
  expect(here(await at({ name: 'staff-purchases' }))).toEqual(['Semua pembelian'])
  expect(here(await at({ name: 'staff-purchases', query: { attached: 'false' } }))).toEqual(['Belum milik siapa pun'])
  expect(here(await at({ name: 'staff-holds' }))).toEqual(['Reservasi terbuka'])
})
