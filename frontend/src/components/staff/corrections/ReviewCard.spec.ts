import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { PointsReview } from '@/api/types'
import { render, serve } from '@/test/render'
import { purchase, same } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import ReviewCard from './ReviewCard.vue'

const review: PointsReview = { reviewId: 'rev_1', state: 'open', memberId: 'mem_1', memberName: 'Budi', purchase: { ...purchase, pointsPending: 90 }, points: 120, limits: ['member_purchases'], reasons: [same('Belanja ke-9 hari ini')], cashier: '17', openedAt: '2026-11-22T02:00:00Z', explanation: '' }

describe('a purchase whose points wait for a check', () => {
  it('tells what was bought, why it waits, and asks why before it decides', async () => {
    const calls = serve({ 'POST /reviews/rev_1/release': { body: {} } })
    const card = render(ReviewCard, { props: { review } })
    for (const told of ['Toko Menteng · Rp125.000 · 22 Nov, 08.42 · struk 0091-4471 · Kasir 17', 'Belanja ke-9 hari ini', '90 poin', 'Menunggu sejak 22 Nov, 09.00']) expect(words(card)).toContain(told)
    await button(card, 'Lepas, boleh dipakai').trigger('click')
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(0)
    expect(described(field(card, 'Penjelasan untuk rekan'))).toBe('Tulis penjelasan singkat.')
    await field(card, 'Penjelasan untuk rekan').setValue(' Arisan ')
    await button(card, 'Lepas, boleh dipakai').trigger('click')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ explanation: 'Arisan' })
    expect(card.emitted('decided')).toHaveLength(1)
  })

  it('takes the points away, or says why it may not', async () => {
    const calls = serve({ 'POST /reviews/rev_1/withdrawal': { status: 409, body: { status: 409, code: 'decided', title: 'Sudah diputuskan' } } })
    const card = render(ReviewCard, { props: { review } })
    await field(card, 'Penjelasan untuk rekan').setValue('Struk palsu')
    await button(card, 'Tarik poinnya').trigger('click')
    await flushPromises()
    expect(calls.some(({ url }) => url.endsWith('/reviews/rev_1/withdrawal'))).toBe(true)
    expect(card.get('[role=alert]').text()).toContain('Sudah diputuskan')
    expect(card.emitted('decided')).toBeUndefined()
  })

  it('tells who decided what was decided, and asks no more', () => {
    const card = render(ReviewCard, { props: { review: { ...review, state: 'released', decidedByName: 'Rina', decidedAt: '2026-11-22T03:00:00Z', explanation: 'Arisan' } }, language: 'en' })
    expect(words(card)).toContain('Rina')
    expect(words(card)).toContain('22 Nov, 10:00')
    expect(words(card)).toContain('“Arisan”')
    expect(card.findAll('button')).toHaveLength(0)
  })
})
