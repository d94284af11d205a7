import { expect, it } from 'vitest'
import { render } from '@/test/render'
import RuleStateChip from './RuleStateChip.vue'

it('names how a rule, an offer, a draft or a correction stands, in either language', () => {
  const shown = (state: string, language?: 'en') => render(RuleStateChip, { props: { state }, language })
  expect(['in_force', 'waiting', 'trying', 'replaced'].map((state) => shown(state).text())).toEqual(['Berlaku', 'Menunggu otorisasi', 'Sedang dicoba', 'Digantikan'])
  expect(shown('failed').classes()).toContain('text-error')
  expect(shown('in_review', 'en').text()).toBe('In review')
})
