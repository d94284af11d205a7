import { describe, expect, it } from 'vitest'
import type { MemberReward } from '@/api/rewards'
import { render } from '@/test/render'
import RewardCard from './RewardCard.vue'

const reward: MemberReward = {
  rewardId: 'rew_1',
  kind: 'till_discount',
  name: { id: 'Potongan Rp15.000', en: 'Rp15,000 off' },
  description: { id: 'Tunjukkan di kasir.', en: 'Show it at the till.' },
  points: 1500,
  partnerId: 'par_1',
  partnerName: 'Toko Kita',
  available: true,
  unavailable: [],
}

describe('a reward', () => {
  it('is taken by its button, which names it', async () => {
    const card = render(RewardCard, { props: { reward, available: 2000 } })
    const button = card.get('button')
    expect(button.attributes('aria-label')).toBe('Tukar: Potongan Rp15.000')
    await button.trigger('click')
    expect(card.emitted('take')).toEqual([[reward]])
  })

  it('says how many points are missing and cannot be taken then', () => {
    const short = { ...reward, available: false, unavailable: [{ reason: 'points_short' as const, sentence: { id: 'Kurang.', en: 'Short.' }, missingPoints: 120 }] }
    const card = render(RewardCard, { props: { reward: short, available: 1380 } })
    expect(card.text()).toContain('Kurang 120\u00a0poin')
    expect(card.find('button').exists()).toBe(false)
  })

  it('says every other reason in words', () => {
    const closed = { ...reward, available: false, unavailable: [{ reason: 'tier_required' as const, sentence: { id: 'Khusus tingkat Emas.', en: 'Gold only.' } }] }
    expect(render(RewardCard, { props: { reward: closed, available: 9000 }, language: 'en' }).text()).toContain('Gold only.')
  })

  it('tells how few are left, and nothing while there are many', () => {
    expect(render(RewardCard, { props: { reward: { ...reward, left: 7 }, available: 2000 } }).text()).toContain('Tersisa 7')
    expect(render(RewardCard, { props: { reward: { ...reward, left: 70 }, available: 2000 } }).text()).not.toContain('Tersisa')
  })
})
