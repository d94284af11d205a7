import { beforeEach, expect, it } from 'vitest'
import type { Rfm } from '@/api/figures'
import { render, serve } from '@/test/render'
import RfmMap from './RfmMap.vue'

const names = ['champions', 'loyal', 'potential_loyalists', 'new', 'promising', 'need_attention', 'about_to_sleep', 'at_risk', 'cannot_lose', 'hibernating'] as const
const cell = (recency: number, frequency: number, monetary: number, members: number) => ({ recency, frequency, monetary, members, segment: 'champions' as const, averageRecencyDays: 1, averagePurchases: 1, averageSpend: { amount: '1', currency: 'IDR' } })
const rfm: Rfm = {
  asOf: '2026-11-21', months: 12, members: 10,
  cells: [cell(5, 5, 5, 3), cell(5, 5, 4, 4), cell(1, 1, 1, 3)],
  segments: names.map((segment) => ({ segment, name: { id: segment, en: segment }, members: 0 })),
}

beforeEach(() => void serve({}))

it('adds the cells of one recency and frequency, the most often first', () => {
  const map = render(RfmMap, { props: { rfm } })
  const cells = map.findAll('button')

  expect(cells).toHaveLength(25)
  expect(cells[4]!.text()).toContain('7')
  expect(cells[4]!.text()).toContain('champions')
  expect(cells[4]!.attributes('aria-label')).toContain('70%')
  expect(cells[20]!.text()).toContain('hibernating')
})

it('tells which segment was chosen', async () => {
  const map = render(RfmMap, { props: { rfm } })
  await map.findAll('button')[0]!.trigger('click')

  expect(map.emitted('choose')).toEqual([['cannot_lose']])
})
