import { expect, it } from 'vitest'
import type { Tier } from '@/api/types'
import { render } from '@/test/render'
import TierChip from './TierChip.vue'

const gold: Tier = { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 }

it('names the tier in the language that is read', () => {
  expect(render(TierChip, { props: { tier: gold } }).text()).toBe('Emas')
  expect(render(TierChip, { props: { tier: gold }, language: 'en' }).text()).toBe('Gold')
})

it('looks like the tier it names, and plain for a ladder of the program’s own', () => {
  expect(render(TierChip, { props: { tier: gold } }).classes()).toContain('bg-emas-soft')
  expect(render(TierChip, { props: { tier: { ...gold, code: 'sahabat' } } }).classes()).toContain('bg-sunken')
})
