import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import PreviewOutcome from './PreviewOutcome.vue'

describe('who would move by another ladder', () => {
  it('tells how many and names some', () => {
    const preview = {
      lastDay: '2026-10-31',
      members: 100,
      different: 10,
      moves: [{ from: 'red', to: 'red', members: 90, withoutChange: 100 }, { from: 'red', to: 'gold', members: 10, withoutChange: 0 }],
      examples: [{ memberId: 'mem_1', from: 'red', to: 'gold', withoutChange: 'red' }],
    }
    const outcome = render(PreviewOutcome, { props: { preview, tiers: [{ code: 'red', name: 'Merah' }, { code: 'gold', name: 'Emas' }] } })
    expect(outcome.text()).toContain('10 naik')
    expect(outcome.find('figure tbody').text()).toContain('Emas010')
    expect(outcome.text()).toContain('Merah → Emas')
  })
})
