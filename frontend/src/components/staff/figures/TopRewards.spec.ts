import { beforeEach, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import TopRewards from './TopRewards.vue'

beforeEach(() => void serve({}))

it('tells what took most points, and how often', () => {
  const reward = { rewardId: 'rew_1', name: { id: 'Potongan Rp25.000', en: 'Rp25,000 off' }, redemptions: 12, points: 30000 }
  const text = render(TopRewards, { props: { rewards: [reward] } }).text()

  expect(text).toContain('Potongan Rp25.000')
  expect(text).toMatch(/30\.000.poin/)
  expect(text).toMatch(/12.kali/)
})

it('leads to the rewards on offer where nothing was redeemed', () => {
  expect(render(TopRewards, { props: { rewards: [] } }).find('a').text()).toBe('Lihat hadiah yang ditawarkan')
})
