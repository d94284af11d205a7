import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { RewardOrder } from '@/api/rewardPlans'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile, same } from '@/test/staff'
import { button, words } from '@/test/within'
import OrderCard from './OrderCard.vue'

const order: RewardOrder = { rewardOrderId: 'ord_1', redemptionId: 'red_1', memberId: 'mem_1', rewardId: 'rew_1', rewardName: same('Payung'), state: 'accepted', version: 4, storeId: 'sto_1', storeName: 'Toko Menteng', placedAt: '2025-03-22T01:42:00Z', changedAt: '2025-03-22T01:42:00Z' }
const path = 'PUT /reward-orders/ord_1/state'

describe('a thing on its way to its member', () => {
  it('goes a step on, from the version that was seen', async () => {
    const calls = serve({ [path]: { body: { ...order, state: 'shipped' } } })
    const card = render(OrderCard, { props: { order, mayAct: true } })
    expect(words(card)).toContain('Ambil di Toko Menteng · Dipesan 22 Maret 2025')
    expect(card.get('a').attributes('href')).toBe('/staff/members/mem_1')
    expect(card.findAll('button').map(words)).toEqual(['Kirim ke toko', 'Siap diambil', 'Batalkan'])
    await button(card, 'Kirim ke toko').trigger('click')
    await flushPromises()
    const sent = calls.find(({ method }) => method === 'PUT')!
    expect(await sent.json()).toEqual({ state: 'shipped' })
    expect(sent.headers.get('If-Match')).toBe('"4"')
    expect(card.emitted('moved')).toHaveLength(1)
  })

  it('is cancelled only by who is sure', async () => {
    const calls = serve({ [path]: { body: { ...order, state: 'cancelled' } } })
    const card = render(OrderCard, { props: { order, mayAct: true } })
    await button(card, 'Batalkan').trigger('click')
    await button(card, 'Jangan').trigger('click')
    expect(card.findAll('button')).toHaveLength(3)
    await button(card, 'Batalkan').trigger('click')
    expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(0)
    await button(card, 'Ya, batalkan').trigger('click')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ state: 'cancelled' })
    expect(card.emitted('moved')).toHaveLength(1)
  })

  async function tooSlow(theirs: RewardOrder['state']) {
    const answers: Parameters<typeof serve>[0] = { [path]: changedMeanwhile, 'GET /reward-orders/ord_1': { body: { ...order, state: theirs, version: 5 } } }
    const calls = serve(answers)
    const card = render(OrderCard, { props: { order, mayAct: true } })
    await button(card, 'Kirim ke toko').trigger('click')
    await flushPromises()
    return { card, answers, sent: () => calls.filter(({ method }) => method === 'PUT') }
  }

  it('two people who move it choose its state: mine goes on from theirs', async () => {
    const { card, answers, sent } = await tooSlow('ready')
    for (const told of ['Keadaan', 'Dikirim ke toko', 'Siap diambil', 'Semula: Disiapkan']) expect(words(conflictIn(card))).toContain(told)
    answers[path] = { body: { ...order, state: 'shipped', version: 6 } }
    await settle(card, 'mine')
    expect(sent()[1]!.headers.get('If-Match')).toBe('"5"')
    expect(await sent()[1]!.json()).toEqual({ state: 'shipped' })
    expect(card.emitted('moved')).toHaveLength(1)
  })

  it.each(['ready', 'shipped'] as const)('theirs, here %s, needs nothing sent', async (theirs) => {
    const { card, sent } = await tooSlow(theirs)
    await settle(card, 'theirs')
    expect(sent()).toHaveLength(1)
    expect(card.emitted('moved')).toHaveLength(1)
  })

  it('who goes back sees what it is now, and goes on from there', async () => {
    const { card, answers, sent } = await tooSlow('ready')
    await button(conflictIn(card), 'Kembali ke formulir').trigger('click')
    await flushPromises()
    expect(card.get('[role=alert]').text()).toContain('Sudah berubah')
    expect(card.emitted('moved')).toBeUndefined()
    expect(card.emitted('stale')).toHaveLength(1)
    expect(card.findAll('button').map(words)).toEqual(['Sudah diambil', 'Batalkan'])
    answers[path] = { body: { ...order, state: 'delivered', version: 6 } }
    await button(card, 'Sudah diambil').trigger('click')
    await flushPromises()
    expect(sent()[1]!.headers.get('If-Match')).toBe('"5"')
    expect(card.emitted('moved')).toHaveLength(1)
  })

  it('is only looked at once it was fetched, or by who may not act', () => {
    expect(render(OrderCard, { props: { order: { ...order, state: 'delivered' }, mayAct: true } }).findAll('button')).toHaveLength(0)
    expect(render(OrderCard, { props: { order, mayAct: false } }).findAll('button')).toHaveLength(0)
  })
})
