import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MemberReward } from '@/api/rewards'
import { render, serve } from '@/test/render'
import NextReward from './NextReward.vue'

const reward = (name: string, points: number, changes: Partial<MemberReward>): MemberReward => ({
  rewardId: `rew_${name}`,
  kind: 'voucher_generated',
  name: { id: name, en: `${name} (en)` },
  description: { id: '', en: '' },
  points,
  partnerId: 'par_1',
  partnerName: 'Kopi Senja',
  available: false,
  unavailable: [],
  ...changes,
})
const ready = { available: true }
const sentence = { id: '', en: '' }
const short: Partial<MemberReward> = { unavailable: [{ reason: 'points_short', sentence }] }
const soldOut: Partial<MemberReward> = { unavailable: [{ reason: 'points_short', sentence }, { reason: 'sold_out', sentence }] }

async function next(items: MemberReward[], language: 'id' | 'en' = 'id', available = 800) {
  serve({ 'GET /members/me/rewards': { body: { items } } })
  const box = render(NextReward, { props: { available }, language })
  await flushPromises()
  return { box, text: box.text().replaceAll('\u00a0', ' ') }
}

describe('the reward a member is nearest to', () => {
  it('is the dearest they can have', async () => {
    const { box, text } = await next([reward('Kopi', 300, ready), reward('Roti', 700, ready), reward('Mug', 900, short)])
    expect(text).toContain('Poin Anda cukup untuk Roti (700 poin)')
    expect(box.get('h2').text()).toBe('Hadiah berikutnya')
    expect([box.get('a').text(), box.get('a').attributes('href')]).toEqual(['Semua hadiah', '/rewards'])
  })

  it('else the one that lacks the fewest points and nothing else', async () => {
    const items = [reward('Mug', 1000, short), reward('Termos', 2000, short), reward('Topi', 900, soldOut)]
    const { box, text } = await next(items)
    expect(text).toContain('200 poin lagi untuk Mug')
    expect(text).toContain('800 dari 1.000 poin')
    expect(box.get('[aria-hidden=true] > [style]').attributes('style')).toContain('80%')
    expect((await next([reward('Mug', 1500, short)], 'en', 1200)).text).toContain('300 points more for Mug (en)1,200 of 1,500 points')
  })

  it('is not there where there is none to reach', async () => {
    const { box } = await next([reward('Topi', 900, soldOut)])
    expect(box.find('section').exists()).toBe(false)
    expect(box.find('.skeleton').exists()).toBe(false)
  })

  it('has its place before rewards are known, so that nothing below it jumps', async () => {
    serve({ 'GET /members/me/rewards': { body: { items: [reward('Kopi', 300, ready)] } } })
    const box = render(NextReward, { props: { available: 800 } })
    expect(box.find('.skeleton').exists()).toBe(true)
    await flushPromises()
    expect(box.find('.skeleton').exists()).toBe(false)
  })
})
