import { expect, it } from 'vitest'
import type { OfferPlan, OfferResults } from '@/api/rules'
import { render } from '@/test/render'
import OfferLift from './OfferLift.vue'

const money = (amount: number) => ({ amount: String(amount), currency: 'IDR' })
const group = (members: number, averageSpend: number) => ({ members, purchases: members * 2, averagePurchases: 2, spend: money(members * averageSpend), averageSpend: money(averageSpend) })

function shown(results: Partial<OfferResults>, holdoutPercent = 10) {
  const base = { offerId: 'off_1', until: '2026-11-28T00:00:00Z', reached: 300, activated: 0, used: 0, uses: 0, treated: group(300, 120_000), heldOut: group(40, 100_000) }
  return render(OfferLift, { props: { offer: { holdoutPercent } as OfferPlan, results: { ...base, ...results } } }).text().replaceAll('\u00a0', ' ')
}

it('tells what was added when chance alone cannot explain it', () => {
  const text = shown({ lift: { perMember: money(20_000), low: money(4_000), high: money(36_000), percent: 20 } })
  expect(text).toContain('Yang mendapat penawaran berbelanja Rp20.000 lebih banyak per anggota. Itu 20% dari belanja pembanding.')
  expect(text).toContain('di antara Rp4.000 dan Rp36.000 per anggota')
})

it('tells a loss as one', () => {
  expect(shown({ lift: { perMember: money(-20_000), low: money(-36_000), high: money(-4_000), percent: -20 } })).toContain('berbelanja Rp20.000 lebih sedikit per anggota. Itu 20%')
})

it('claims nothing while the interval holds nothing at all', () => {
  const text = shown({ lift: { perMember: money(2_000), low: money(-4_000), high: money(8_000), percent: 2 } })
  expect(text).toContain('Belum terlihat beda')
  expect(text).not.toContain('Itu 2%')
})

it('says why there is no comparison', () => {
  expect(shown({ heldOut: { members: 4 } })).toContain('Sekarang 300 mendapat penawaran dan 4 pembanding.')
  expect(shown({ heldOut: { members: 0 } }, 0)).toContain('tanpa kelompok pembanding')
})
