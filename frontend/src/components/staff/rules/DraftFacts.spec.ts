import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import DraftFacts from './DraftFacts.vue'

const facts = (more = {}) => render(DraftFacts, { props: { draft: { createdBy: 'Rina', createdAt: '2026-11-22T03:04:05Z', note: '', ...more } } }).text()

describe('the facts of a draft', () => {
  it('tell what it is expected to cost, and from what that is known', () => {
    expect(facts({ estimate: { pointsPerMonth: 1200, purchases: 350 } })).toContain('dihitung dari 350')
    expect(facts({ estimate: { pointsPerMonth: 1200, purchases: 0 } })).toContain('perkiraan penyusun')
    expect(facts()).toContain('belum dihitung')
  })
})
